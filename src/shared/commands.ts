/** Where a command stands in the application menu; `null` keeps it out of the menu. */
export const menuSections = ['file', 'edit', 'view', 'go', 'format', 'publish', 'help'] as const
export type MenuSection = (typeof menuSections)[number]

/** The words of the menu bar, in its order. */
export const menuLabels: Readonly<Record<MenuSection, string>> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  go: 'Go',
  format: 'Format',
  publish: 'Publish',
  help: 'Help',
}

/** One thing a person can do. Menu bar, palette, shortcuts and context menus show the same list. */
export interface CommandSpec {
  readonly id: string
  readonly label: string
  readonly menu: MenuSection | null
  /** Commands of one section with different groups are parted by a line. */
  readonly group: number
  /** In Electron's notation (`CmdOrCtrl+Shift+P`); the renderer's keymap reads the same words. */
  readonly accelerator?: string | undefined
  /** Where macOS has a habit of its own. */
  readonly macAccelerator?: string | undefined
  /** `editor`: the editor listens for the keys itself, the window must not. */
  readonly scope: 'window' | 'editor'
  /** Shown with a tick in the menu when it is on. */
  readonly checkable?: boolean | undefined
  /** Not offered by the palette: it only makes sense with a selection or inside a menu. */
  readonly hidden?: boolean | undefined
}

type Rest = Partial<Omit<CommandSpec, 'id' | 'label' | 'menu' | 'group'>>

function command<const I extends string>(
  id: I,
  label: string,
  place: readonly [MenuSection | null, number, Rest?],
): CommandSpec & { readonly id: I } {
  return { id, label, menu: place[0], group: place[1], scope: 'window', ...place[2] }
}

const editor = (accelerator?: string, macAccelerator?: string): Rest => ({
  scope: 'editor',
  ...(accelerator ? { accelerator } : {}),
  ...(macAccelerator ? { macAccelerator } : {}),
})

/**
 * Every command of the application, in the order menus and palette show them. What a command does,
 * and whether it is possible now, is registered in the renderer under its id.
 */
export const commands = [
  command('site.open-folder', 'Open a folder…', ['file', 1, { accelerator: 'CmdOrCtrl+O' }]),
  command('site.clone', 'Clone a site…', ['file', 1]),
  command('site.open-sample', 'Open the sample site', ['file', 1]),
  command('site.fresh-sample', 'Start again with a fresh sample…', ['file', 1]),
  command('page.save', 'Save now', ['file', 2, { accelerator: 'CmdOrCtrl+S' }]),
  command('site.show-in-folder', 'Show in folder', ['file', 2]),
  command('tab.close', 'Close page', ['file', 3, { accelerator: 'CmdOrCtrl+W' }]),
  command('tab.close-others', 'Close other pages', ['file', 3]),
  command('tab.reopen', 'Reopen closed page', ['file', 3, { accelerator: 'CmdOrCtrl+Shift+T' }]),
  command('site.close', 'Close site', ['file', 3, { accelerator: 'CmdOrCtrl+Shift+W' }]),
  command('app.settings', 'Settings…', ['file', 4, { accelerator: 'CmdOrCtrl+,' }]),

  command('edit.undo', 'Undo', ['edit', 1, editor('CmdOrCtrl+Z')]),
  command('edit.redo', 'Redo', ['edit', 1, editor('CmdOrCtrl+Y', 'Cmd+Shift+Z')]),
  command('edit.find', 'Find in page…', ['edit', 3, editor('CmdOrCtrl+F')]),
  command('block.tools', 'Change this block…', ['edit', 4, editor('Alt+Enter')]),
  command('block.move-up', 'Move block up', ['edit', 4, editor('Alt+Up')]),
  command('block.move-down', 'Move block down', ['edit', 4, editor('Alt+Down')]),
  command('block.duplicate', 'Duplicate block', ['edit', 4, editor('CmdOrCtrl+D')]),

  command('view.write', 'Write', ['view', 1, { accelerator: 'CmdOrCtrl+Alt+W', checkable: true }]),
  command('view.source', 'Source', [
    'view',
    1,
    { accelerator: 'CmdOrCtrl+Alt+S', checkable: true },
  ]),
  command('view.preview', 'Preview', [
    'view',
    1,
    { accelerator: 'CmdOrCtrl+Alt+P', checkable: true },
  ]),
  command('view.list', 'Page list', ['view', 2, { accelerator: 'CmdOrCtrl+\\', checkable: true }]),
  command('view.inspector', 'Inspector', [
    'view',
    2,
    { accelerator: 'CmdOrCtrl+Shift+\\', checkable: true },
  ]),
  command('view.like-site', 'Page like the site', ['view', 3, { checkable: true }]),
  command('view.desktop-width', 'Desktop width', ['view', 4, { checkable: true }]),
  command('view.tablet-width', 'Tablet width', ['view', 4, { checkable: true }]),
  command('view.phone-width', 'Phone width', ['view', 4, { checkable: true }]),
  command('theme.system', 'System theme', ['view', 5, { checkable: true }]),
  command('theme.light', 'Light theme', ['view', 5, { checkable: true }]),
  command('theme.dark', 'Dark theme', ['view', 5, { checkable: true }]),

  command('go.search', 'Go to…', ['go', 1, { accelerator: 'CmdOrCtrl+K', hidden: true }]),
  command('go.filter', 'Filter pages', ['go', 1, { accelerator: 'CmdOrCtrl+Shift+F' }]),
  command('go.pages', 'Pages', ['go', 2, { accelerator: 'CmdOrCtrl+1' }]),
  command('go.media', 'Media', ['go', 2, { accelerator: 'CmdOrCtrl+2' }]),
  command('go.next-tab', 'Next page', ['go', 3, { accelerator: 'Ctrl+Tab' }]),
  command('go.previous-tab', 'Previous page', ['go', 3, { accelerator: 'Ctrl+Shift+Tab' }]),
  command('go.reveal', 'Show in the page list', ['go', 3]),
  command('go.next-region', 'Next part of the window', [
    'go',
    4,
    { accelerator: 'F6', hidden: true },
  ]),
  command('go.previous-region', 'Previous part of the window', [
    'go',
    4,
    { accelerator: 'Shift+F6', hidden: true },
  ]),

  command('format.bold', 'Bold', ['format', 1, editor('CmdOrCtrl+B')]),
  command('format.italic', 'Italic', ['format', 1, editor('CmdOrCtrl+I')]),
  command('format.link', 'Link…', ['format', 1, editor('CmdOrCtrl+Shift+K')]),
  command('format.clear', 'Clear formatting', ['format', 1, editor()]),
  command('format.paragraph', 'Paragraph', ['format', 2, editor('CmdOrCtrl+Alt+0')]),
  command('format.heading-1', 'Heading 1', ['format', 2, editor('CmdOrCtrl+Alt+1')]),
  command('format.heading-2', 'Heading 2', ['format', 2, editor('CmdOrCtrl+Alt+2')]),
  command('format.heading-3', 'Heading 3', ['format', 2, editor('CmdOrCtrl+Alt+3')]),
  command('format.bullet-list', 'Bulleted list', ['format', 3, editor('CmdOrCtrl+Shift+8')]),
  command('format.ordered-list', 'Numbered list', ['format', 3, editor('CmdOrCtrl+Shift+7')]),
  command('format.quote', 'Quote', ['format', 3, editor('CmdOrCtrl+Shift+B')]),
  command('insert.image', 'Insert image…', ['format', 4, editor()]),
  command('insert.table', 'Insert table', ['format', 4, editor()]),
  command('insert.characters', 'Special characters…', ['format', 4, editor()]),

  command('publish.open', 'Publish changes…', ['publish', 1, { accelerator: 'CmdOrCtrl+Shift+P' }]),
  command('publish.sync', 'Look for new changes', ['publish', 1]),
  command('publish.resolve', 'Resolve changes…', ['publish', 2]),

  command('help.shortcuts', 'Keyboard shortcuts', ['help', 1, { accelerator: 'CmdOrCtrl+/' }]),
  command('help.log', 'Show the log', ['help', 2]),
] as const

export type CommandId = (typeof commands)[number]['id']

/** The keys of a command on one system, in Electron's notation; null where it has none. */
export function acceleratorOf(spec: CommandSpec, platform: string): string | null {
  return (platform === 'darwin' ? spec.macAccelerator : undefined) ?? spec.accelerator ?? null
}

const macSigns: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Cmd: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
}

/** The keys as the system's own menus write them: `⇧⌘P` on macOS, `Ctrl+Shift+P` elsewhere. */
export function keysInWords(accelerator: string, platform: string): string {
  const parts = accelerator.split('+')
  if (platform !== 'darwin') return parts.map((p) => (p === 'CmdOrCtrl' ? 'Ctrl' : p)).join('+')
  const order = ['Ctrl', 'Alt', 'Shift', 'Cmd', 'CmdOrCtrl']
  const key = parts.at(-1) ?? ''
  const modifiers = parts.slice(0, -1).sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return modifiers.map((m) => macSigns[m] ?? m).join('') + key
}
