import { BrowserWindow, Menu } from 'electron'
import { commands } from '../../shared/commands.ts'
import { type MenuOptions, menuTemplate } from './menu-template.ts'

/** Which commands are possible and which are on, as one window's page last said. */
export interface MenuState {
  readonly enabled: readonly string[]
  readonly checked: readonly string[]
}

export interface ApplicationMenu {
  /** A window's page tells what is possible in it now. */
  update(windowId: number, state: MenuState): void
  /** Another window, or none, is in front. */
  show(windowId: number | null): void
  forget(windowId: number): void
}

export function createApplicationMenu(options: MenuOptions): ApplicationMenu {
  const menu = Menu.buildFromTemplate(menuTemplate(options))
  Menu.setApplicationMenu(menu)
  const states = new Map<number, MenuState>()
  let shown: number | null = null

  function apply(): void {
    const state = shown === null ? undefined : states.get(shown)
    for (const { id } of commands) {
      const item = menu.getMenuItemById(id)
      if (!item) continue
      item.enabled = state?.enabled.includes(id) ?? false
      if (item.type === 'checkbox') item.checked = state?.checked.includes(id) ?? false
    }
  }

  return {
    update(windowId, state) {
      states.set(windowId, state)
      shown ??= BrowserWindow.getFocusedWindow()?.id ?? windowId
      if (shown === windowId) apply()
    },
    show(windowId) {
      shown = windowId
      apply()
    },
    forget(windowId) {
      states.delete(windowId)
      if (shown === windowId) shown = null
    },
  }
}
