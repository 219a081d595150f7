import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { body, caretBehind, openPage, untilSaved } from './support/editing.ts'
import { makeRepository } from './support/git.ts'
import { smallSite } from './support/small-site.ts'

test('undo goes on after a restart, across tabs and views, to the byte', async ({ start }) => {
  const { site } = makeRepository(smallSite())
  const path = join(site, '_about/Our role.md')
  const texts = [readFileSync(path, 'utf8')]
  const first = await start(site)
  const { page } = first
  const saved = async () => {
    await untilSaved(page)
    texts.push(readFileSync(path, 'utf8'))
  }
  await openPage(page, 'About', 'Our role')
  await caretBehind(page, 'the pilots')
  await page.keyboard.type(', the tugs')
  await saved()
  await openPage(page, 'About', 'Our team')
  await caretBehind(page, 'a dog')
  await page.keyboard.type(' or two')
  await page.getByRole('tab', { name: 'Our role' }).click()
  await expect(body(page)).toContainText('the tugs')
  await page.getByRole('tab', { name: 'Source' }).click()
  const source = page.getByRole('textbox', { name: 'Page source' })
  await source.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\n<p>From the source.</p>')
  await page.getByRole('tab', { name: 'Write' }).click()
  await expect(body(page)).toContainText('From the source.')
  await saved()
  await caretBehind(page, 'channel 12')
  await page.keyboard.type(' and 16')
  await saved()
  expect(new Set(texts).size).toBe(4)
  await first.app.close()

  const again = await start(site)
  await openPage(again.page, 'About', 'Our role')
  await expect(body(again.page)).toContainText('channel 12 and 16')
  await body(again.page).focus()
  for (const text of texts.slice(0, 3).reverse()) {
    await again.page.keyboard.press('ControlOrMeta+Z')
    await expect(async () => expect(readFileSync(path, 'utf8')).toBe(text)).toPass()
  }
  await again.page.getByRole('tab', { name: 'Source' }).click()
  await again.page.getByRole('textbox', { name: 'Page source' }).focus()
  for (const text of texts.slice(1)) {
    await again.page.keyboard.press('ControlOrMeta+Y')
    await expect(async () => expect(readFileSync(path, 'utf8')).toBe(text)).toPass()
  }
})
