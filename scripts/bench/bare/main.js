// The least an Electron application can be: one sandboxed window with a box to type in.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    webPreferences: { sandbox: true, contextIsolation: true },
  })
  window.loadURL(
    `data:text/html,${encodeURIComponent('<!doctype html><title>Bare</title><div contenteditable id="page" style="height:400px"><p>x</p></div>')}`,
  )
})
