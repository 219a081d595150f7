import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { type CommandSpec, commands } from '../../shared/commands.ts'
import { menuTemplate } from './menu-template.ts'

const systems = ['darwin', 'win32', 'linux'] as const
type Item = MenuItemConstructorOptions

const itemsOf = (template: readonly Item[]): Item[] =>
  template.flatMap((item) => [item, ...itemsOf((item.submenu as Item[] | undefined) ?? [])])

function menuOf(platform: (typeof systems)[number], ran: string[] = []): Item[] {
  return itemsOf(menuTemplate({ platform, developer: false, run: (id) => ran.push(id) }))
}

test.each(systems)('every command with a place in the menu is in it once on %s', (platform) => {
  const shown = menuOf(platform).flatMap(({ id }) => (id === undefined ? [] : [id]))
  const expected = (commands as readonly CommandSpec[]).filter((c) => c.menu !== null)
  expect(shown.toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
})

test.each(systems)('a chosen item runs its command on %s', (platform) => {
  const ran: string[] = []
  const items = menuOf(platform, ran).filter(({ id }) => id !== undefined)
  for (const { click } of items) click?.(undefined as never, undefined, undefined as never)
  expect(ran).toEqual(items.map(({ id }) => id))
})

test.each(systems)('no menu of %s begins, ends or doubles with a line', (platform) => {
  for (const { submenu } of menuOf(platform)) {
    const kinds = ((submenu as Item[] | undefined) ?? []).map(({ type }) => type ?? 'normal')
    expect(kinds[0]).not.toBe('separator')
    expect(kinds.at(-1)).not.toBe('separator')
    expect(kinds.join()).not.toContain('separator,separator')
  }
})

test('macOS keeps Settings and Quit in the menu of the app, others in File', () => {
  const [app] = menuTemplate({ platform: 'darwin', developer: false, run: () => undefined })
  const inApp = itemsOf([app ?? {}]).map(({ id, role }) => id ?? role)
  expect(inApp).toEqual(expect.arrayContaining(['app.settings', 'quit']))
  expect(menuOf('win32').some(({ role }) => role === 'quit')).toBe(true)
})

test('developer tools are only offered where they are asked for', () => {
  const has = (developer: boolean) =>
    itemsOf(menuTemplate({ platform: 'linux', developer, run: () => undefined })).some(
      ({ role }) => role === 'toggleDevTools',
    )
  expect([has(true), has(false)]).toEqual([true, false])
})
