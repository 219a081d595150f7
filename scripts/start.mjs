// npm start [-- --sample | FOLDER] and npm run dev.
import { spawn, spawnSync } from 'node:child_process'
import { build, root, viteCommand } from './build.mjs'
import { ensureSystemPackages, onScreen, sandboxArgs } from './display.mjs'
import { electronRuntime, SetupError } from './electron-runtime.mjs'

function requireGit() {
  if (spawnSync('git', ['--version']).status === 0) return
  throw new SetupError(
    'git is missing. Install it from https://git-scm.com/downloads (Debian and Ubuntu: sudo apt-get install git), then start again.',
  )
}

async function main() {
  const args = process.argv.slice(2)
  requireGit()
  ensureSystemPackages({ withChromium: false })
  const executable = await electronRuntime()
  if (args[0] === '--dev') {
    const [command, rest] = onScreen(process.execPath, [
      viteCommand,
      'dev',
      '--',
      ...sandboxArgs(),
      '--sample',
      ...args.slice(1),
    ])
    return run(command, rest, { ...process.env, ELECTRON_EXEC_PATH: executable })
  }
  build()
  const [command, rest] = onScreen(executable, [...sandboxArgs(), root, ...args])
  return run(command, rest, process.env)
}

function run(command, args, env) {
  const child = spawn(command, args, { cwd: process.cwd(), stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)))
}

main().catch((error) => {
  process.stderr.write(error instanceof SetupError ? `${error.message}\n` : `${error.stack}\n`)
  process.exitCode = 1
})
