import type { WebPreferences } from 'electron'

/** Every page Galley shows runs with exactly these; tests compare a running window with them. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    // Our own check marks English words in a worker later; Electron's fetches dictionaries from the network.
    spellcheck: false,
  }
}
