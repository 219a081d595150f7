import { app } from 'electron'
import type { Log } from '../lib/log.ts'
import type { LaunchOptions } from './launch-options.ts'
import { registerSchemes } from './schemes.ts'

/** What one launch tells the Galley that is running already. */
export interface LaunchMessage extends LaunchOptions {
  readonly cwd: string
}

/**
 * Everything that must happen before Electron is ready. False where another Galley uses this profile: it has been told
 * what was asked for, and this process ends.
 */
export function prepareProcess(launch: LaunchOptions, log: Log): boolean {
  const message: LaunchMessage = { ...launch, cwd: process.cwd() }
  if (!app.requestSingleInstanceLock({ ...message })) {
    app.quit()
    return false
  }
  // Chromium refuses its sandbox to root, and its children die in a loop where it is asked for anyway; tests run so.
  const withoutSandbox = app.commandLine.hasSwitch('no-sandbox') && !app.isPackaged
  if (!withoutSandbox) app.enableSandbox()
  // For tests against a server on this computer; whoever starts the product cannot ask for it.
  if (app.isPackaged) delete process.env.GALLEY_ALLOW_HTTP
  registerSchemes()
  process.on('unhandledRejection', (reason) => log.error('Nobody handled a failure', reason))
  process.on('uncaughtException', (error) => log.error('Nobody caught a failure', error))
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.error(`A ${type} process stopped: ${reason} (${exitCode})`)
  })
  return true
}
