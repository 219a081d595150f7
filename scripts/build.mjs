// Builds Galley when something that goes into the build is newer than it.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupError } from './electron-runtime.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const viteCommand = join(root, 'node_modules/electron-vite/bin/electron-vite.js')

function newest(path) {
  const info = statSync(path)
  if (!info.isDirectory()) return info.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function isStale() {
  const built = join(root, 'out/main/index.js')
  if (!existsSync(built)) return true
  const sources = ['src', 'electron.vite.config.ts', 'package.json'].map((name) => join(root, name))
  return Math.max(...sources.map(newest)) > statSync(built).mtimeMs
}

/** Throws SetupError where the build fails; its own words stand above. */
export function build() {
  if (!isStale()) return
  process.stderr.write('Galley: building …\n')
  const result = spawnSync(process.execPath, [viteCommand, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (result.status !== 0) throw new SetupError('The build failed; the lines above say why.')
}
