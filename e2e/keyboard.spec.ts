import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { body, untilSaved } from './support/editing.ts'
import { changedLines, git } from './support/git.ts'
import { reach as tabTo } from './support/keys.ts'

test('the whole job without a mouse', async ({ start, profile }) => {
  const { page } = await start()
  const remote = join(profile, 'sample/lantern-bay-parks.git')
  const press = async (keys: string, times = 1) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(keys)
  }
  const reach = (name: string | RegExp, role: 'button' | 'textbox') => tabTo(page, name, role)
  await reach('Open the sample site', 'button')
  await press('Enter')
  await expect(page.getByRole('tree', { name: 'Pages' })).toBeVisible()
  await press('ControlOrMeta+K')
  await expect(page.getByRole('dialog', { name: 'Go to' })).toBeVisible()
  await page.keyboard.type('Marsh boardwalk')
  await expect(page.getByRole('option', { name: /Marsh boardwalk/ }).first()).toBeVisible()
  await press('Enter')
  await expect(body(page)).toBeVisible()
  await reach('Page body', 'textbox')
  await press('ControlOrMeta+End')
  await press('ControlOrMeta+Home')
  await page.keyboard.type('Bring a hat. ')
  await press('ControlOrMeta+B')
  await page.keyboard.type('Always')
  await press('ControlOrMeta+B')
  await page.keyboard.type('. ')
  await untilSaved(page)
  await reach('Description', 'textbox')
  await press('ControlOrMeta+A')
  await page.keyboard.type('Planks and reeds.')
  await untilSaved(page)
  await press('ControlOrMeta+Shift+P')
  const dialog = page.getByRole('dialog', { name: 'Publish changes' })
  await expect(dialog).toBeVisible()
  await reach(/name/i, 'textbox')
  await page.keyboard.type('Kay Bord')
  await reach(/e-?mail/i, 'textbox')
  await page.keyboard.type('kay@example.test')
  await reach('Summary', 'textbox')
  await press('ControlOrMeta+A')
  await page.keyboard.type('Hats')
  await reach('Publish now', 'button')
  await press('Enter')
  await expect(page.getByRole('status', { name: 'Publish state' })).toHaveText('Published', {
    timeout: 30_000,
  })
  expect(git(remote, 'log', '-1', '--format=%s|%an', 'staging').trim()).toBe('Hats|Kay Bord')
  const added = changedLines(remote, 'staging').filter((line) => line.startsWith('+'))
  expect(added[0]).toBe('+description: Planks and reeds.')
  expect(added[1]).toContain('<p>Bring a hat. <strong>Always</strong>. ')
})
