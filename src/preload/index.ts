import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { Reply } from '../shared/ipc/app-error.ts'
import { type Bridge, eventNames } from '../shared/ipc/bridge.ts'

const refused: Reply = {
  ok: false,
  code: 'internal',
  message: 'Galley does not know this request. Restart Galley to finish its update.',
}

type Listener = Parameters<Bridge['subscribe']>[1]
const listeners = new Set<{ readonly event: string; readonly listener: Listener }>()

// One listener for all that the page asks for; it may ask for more than a handful.
ipcRenderer.on('galley:event', (_: IpcRendererEvent, name: string, payload: unknown): void => {
  for (const { event, listener } of [...listeners]) if (event === name) listener(payload)
})

const bridge: Bridge = {
  // Only main's own handlers carry the prefix, so the page can reach nothing else.
  invoke: (name, input) =>
    ipcRenderer.invoke(`call:${name}`, input).catch(() => refused) as Promise<Reply>,
  subscribe(event, listener) {
    if (!Object.hasOwn(eventNames, event)) throw new Error(`There is no event ${event}`)
    const entry = { event, listener }
    listeners.add(entry)
    return () => {
      listeners.delete(entry)
    }
  },
  // Electron before 32 keeps the path on the file itself.
  pathForFile: (file) =>
    webUtils
      ? webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0])
      : ((file as { readonly path?: string }).path ?? ''),
}

contextBridge.exposeInMainWorld('bridge', bridge)
