import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron'
import { webPreferences } from './web-preferences.ts'
import type { WindowBounds } from './window-bounds.ts'

/** `--bg-window` and `--text-2` of tokens.css, which no style sheet can give before the first paint. */
const colours = {
  light: { ground: '#f0eeeb', symbols: '#4c4a46' },
  dark: { ground: '#131110', symbols: '#b6b4b0' },
} as const

const titleBarHeight = 44

const coloursNow = () => (nativeTheme.shouldUseDarkColors ? colours.dark : colours.light)

const overlay = () => ({
  color: coloursNow().ground,
  symbolColor: coloursNow().symbols,
  height: titleBarHeight - 1,
})

/** macOS keeps 78 px free at the left for its buttons, Windows 148 px at the right; Linux keeps its frame. */
function frame(): BrowserWindowConstructorOptions {
  switch (process.platform) {
    case 'darwin':
      return { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 16, y: 14 } }
    case 'win32':
      return { titleBarStyle: 'hidden', titleBarOverlay: overlay() }
    default:
      return { autoHideMenuBar: true }
  }
}

/** Gives a window the colours of the theme, without waiting for its page. */
function colour(window: BrowserWindow): void {
  window.setBackgroundColor(coloursNow().ground)
  if (process.platform === 'win32') window.setTitleBarOverlay(overlay())
}

/** The only place where windows are made. The window shows at once, in the theme's colours. */
export function createWindow(preload: string, bounds: WindowBounds): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds.next(BrowserWindow.getAllWindows().length),
    ...frame(),
    minWidth: 720,
    minHeight: 480,
    title: 'Galley',
    backgroundColor: coloursNow().ground,
    webPreferences: webPreferences(preload),
  })
  if (bounds.maximised) window.maximize()
  bounds.follow(window)
  const onTheme = (): void => colour(window)
  nativeTheme.on('updated', onTheme)
  window.on('closed', () => nativeTheme.off('updated', onTheme))
  return window
}
