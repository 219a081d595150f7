import type { MenuItemConstructorOptions } from 'electron'
import {
  acceleratorOf,
  type CommandSpec,
  commands,
  type MenuSection,
  menuLabels,
  menuSections,
} from '../../shared/commands.ts'

type Item = MenuItemConstructorOptions

export interface MenuOptions {
  readonly platform: NodeJS.Platform
  /** Development builds offer the developer tools. */
  readonly developer: boolean
  run(command: string): void
}

const line: Item = { type: 'separator' }

function commandItem(spec: CommandSpec, { platform, run }: MenuOptions): Item {
  const accelerator = acceleratorOf(spec, platform)
  return {
    id: spec.id,
    label: spec.label,
    type: spec.checkable ? 'checkbox' : 'normal',
    enabled: false,
    ...(accelerator === null ? {} : { accelerator }),
    // The editor listens to its own keys; the menu only shows them.
    registerAccelerator: spec.scope === 'window',
    click: () => run(spec.id),
  }
}

/** macOS has Settings in the menu named after the app. */
const isInAppMenu = (spec: CommandSpec, platform: NodeJS.Platform): boolean =>
  platform === 'darwin' && spec.id === 'app.settings'

function sectionItems(section: MenuSection, options: MenuOptions): Item[] {
  const specs: readonly CommandSpec[] = commands
  const own = specs.filter((s) => s.menu === section && !isInAppMenu(s, options.platform))
  return own.flatMap((spec, i) => {
    const before = own[i - 1]
    const parted = before !== undefined && before.group !== spec.group
    return parted ? [line, commandItem(spec, options)] : [commandItem(spec, options)]
  })
}

const clipboard: Item[] = [
  line,
  { role: 'cut', label: 'Cut' },
  { role: 'copy', label: 'Copy' },
  { role: 'paste', label: 'Paste' },
  { role: 'pasteAndMatchStyle', label: 'Paste as plain text' },
  { role: 'selectAll', label: 'Select all' },
]

/** What the system offers in a section beside our own commands. */
function systemItems(section: MenuSection, { platform, developer }: MenuOptions): Item[] {
  if (section === 'file' && platform !== 'darwin') return [line, { role: 'quit', label: 'Quit' }]
  if (section === 'edit') return clipboard
  if (section !== 'view') return []
  return [
    line,
    { role: 'zoomIn', label: 'Larger' },
    { role: 'zoomOut', label: 'Smaller' },
    { role: 'resetZoom', label: 'Actual size' },
    { role: 'togglefullscreen', label: 'Full screen' },
    ...(developer ? [line, { role: 'toggleDevTools', label: 'Developer tools' } as const] : []),
  ]
}

function appMenu(options: MenuOptions): Item {
  const settings = (commands as readonly CommandSpec[]).find(({ id }) => id === 'app.settings')
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      line,
      ...(settings ? [commandItem(settings, options), line] : []),
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  }
}

/** The menu bar of one system, made from the commands that palette and shortcuts show as well. */
export function menuTemplate(options: MenuOptions): Item[] {
  const menus = menuSections.map(
    (section): Item => ({
      label: menuLabels[section],
      submenu: [...sectionItems(section, options), ...systemItems(section, options)],
    }),
  )
  if (options.platform !== 'darwin') return menus
  return [appMenu(options), ...menus.slice(0, -1), { role: 'windowMenu' }, ...menus.slice(-1)]
}
