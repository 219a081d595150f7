import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { caretBehind, openPage } from './support/editing.ts'
import { makeRepository } from './support/git.ts'
import { smallSite } from './support/small-site.ts'

const background = (part: Locator) =>
  part.evaluate((element) => getComputedStyle(element).backgroundColor)

test('contrast themes show what is chosen, and at 200 % everything can be reached', async ({
  start,
}) => {
  const { app, page } = await start(makeRepository(smallSite()).site)
  await openPage(page, 'About', 'Our role')
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await caretBehind(page, 'on channel 12.')
  await page.keyboard.press('ControlOrMeta+B')
  const chosen = await background(page.getByRole('tab', { name: 'Write' }))
  expect(chosen).not.toBe(await background(page.getByRole('tab', { name: 'Source' })))
  expect(await background(page.getByRole('button', { name: 'Bold' }))).toBe(chosen)
  await page.keyboard.type('\n/')
  const options = page.getByRole('listbox', { name: 'Insert a block' }).getByRole('option')
  expect(await background(options.nth(0))).toBe(chosen)
  expect(await background(options.nth(1))).not.toBe(chosen)
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+Shift+K')
  const dialog = page.getByRole('dialog', { name: 'Link' })
  await expect(dialog).toBeVisible()
  expect(await dialog.evaluate((d) => getComputedStyle(d).borderTopStyle)).toBe('solid')
  expect(
    await dialog.evaluate((d) => Number.parseFloat(getComputedStyle(d).transitionDuration)),
  ).toBe(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setContentSize(1280, 800)
    window?.webContents.setZoomFactor(2)
  })
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(700)
  const isInside = async (part: Locator) => {
    const box = await part.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return { x: left >= 0 && right <= innerWidth, y: top >= 0 && bottom <= innerHeight }
    })
    expect(box).toEqual({ x: true, y: true })
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await isInside(page.getByRole('toolbar', { name: 'Formatting' }))
  await isInside(page.getByRole('tablist', { name: 'View' }))
  await caretBehind(page, 'on channel 12.')
  await page.keyboard.type('\n/')
  await isInside(page.getByRole('listbox', { name: 'Insert a block' }))
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+Shift+K')
  await isInside(dialog.getByRole('button', { name: 'Add link' }))
  await isInside(dialog.getByRole('combobox', { name: 'Page, file or address' }))
})
