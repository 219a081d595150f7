import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { Reply } from '../shared/ipc/app-error.ts'
import { type Bridge, eventNames } from '../shared/ipc/bridge.ts'

const refused: Reply = {
  ok: false,
  code: 'internal',
  message: 'Galley does not know this request. Restart Galley to finish its update.',
}

const bridge: Bridge = {
  // Only main's own handlers carry the prefix, so the page can reach nothing else.
  invoke: (name, input) =>
    ipcRenderer.invoke(`call:${name}`, input).catch(() => refused) as Promise<Reply>,
  subscribe(event, listener) {
    if (!Object.hasOwn(eventNames, event)) throw new Error(`There is no event ${event}`)
    const onEvent = (_: IpcRendererEvent, name: string, payload: unknown): void => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on('galley:event', onEvent)
    return () => {
      ipcRenderer.removeListener('galley:event', onEvent)
    }
  },
  // Electron before 32 keeps the path on the file itself.
  pathForFile: (file) =>
    webUtils
      ? webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0])
      : ((file as { readonly path?: string }).path ?? ''),
}

contextBridge.exposeInMainWorld('bridge', bridge)
