import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** Beside the packages, so that a program finds those that are not bundled as the built application does. */
const besidePackages = join(import.meta.dirname, '../../../node_modules/.galley-test')

/**
 * A TypeScript program of the project, bundled as Galley's main process is, to be run and killed by a test.
 * Packages with native parts are named as `external`.
 */
export async function bundleProgram(entry: string, external: readonly string[] = []) {
  await mkdir(besidePackages, { recursive: true })
  const home = external.length === 0 ? tmpdir() : besidePackages
  const outDir = await mkdtemp(join(home, 'galley-program-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, external: [...external] },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'program.cjs' } },
    },
  })
  return {
    file: join(outDir, 'program.cjs'),
    run: (...args: readonly string[]): ChildProcess =>
      spawn(process.execPath, [join(outDir, 'program.cjs'), ...args], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    [Symbol.asyncDispose]: () => rm(outDir, { recursive: true, force: true }),
  }
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
