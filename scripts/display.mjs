// What a machine without a screen needs so that Electron can run.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { SetupError } from './electron-runtime.mjs'

const libraries = {
  xvfb: '/usr/bin/Xvfb',
  'libgtk-3-0': 'libgtk-3.so.0',
  libnss3: 'libnss3.so',
  libasound2: 'libasound.so.2',
  libgbm1: 'libgbm.so.1',
  libxss1: 'libXss.so.1',
  'libatk-bridge2.0-0': 'libatk-bridge-2.0.so.0',
}

const isRoot = () => process.getuid?.() === 0
export const needsXvfb = () =>
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY

/** Debian packages that are missing for Electron (and Chromium, for the component tests). */
function missingPackages(withChromium) {
  if (process.platform !== 'linux') return []
  const cache = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? ''
  const missing = Object.entries(libraries)
    .filter(([, what]) =>
      what.startsWith('/') ? needsXvfb() && !existsSync(what) : !cache.includes(what),
    )
    .map(([name]) => name)
  if (withChromium && !existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium'))
    missing.push('chromium')
  return missing
}

/** Installs what is missing where that is allowed, else says the one command that does. */
export function ensureSystemPackages({ withChromium }) {
  const missing = missingPackages(withChromium)
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (!isRoot() || !existsSync('/usr/bin/apt-get'))
    throw new SetupError(`Some system packages are missing. Run: sudo ${command}`)
  process.stderr.write(`Galley: installing ${missing.join(', ')} …\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env })
    execFileSync('sh', ['-c', `${command} -qq`], { stdio: ['ignore', 'ignore', 'inherit'], env })
  } catch {
    throw new SetupError(
      `System packages could not be installed. Check the network, then run: ${command}`,
    )
  }
}

/** The command that runs another one, on a virtual screen where there is none. */
export const onScreen = (command, args) =>
  needsXvfb()
    ? ['xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', command, ...args]]
    : [command, args]

/** Chromium refuses its own sandbox to root. */
export const sandboxArgs = () => (process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [])
