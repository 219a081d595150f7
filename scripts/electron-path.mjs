// Prints an Electron executable that starts Galley when given this folder as its first argument.
import { electronRuntime, SetupError } from './electron-runtime.mjs'

try {
  process.stdout.write(`${await electronRuntime()}\n`)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
