import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { body, caretBehind, openPage, untilSaved } from './support/editing.ts'
import { makeRepository } from './support/git.ts'
import { smallSite } from './support/small-site.ts'

const marked = (page: Page) => body(page).locator('.misspelled')

test('words are checked without a network, in the language of the site, with the user’s own words', async ({
  start,
}) => {
  const repository = makeRepository(smallSite())
  const { page } = await start(repository.site)
  await openPage(page, 'About', 'Our role')
  await caretBehind(page, 'on channel 12.')
  await page.keyboard.type(' The harbor is qickly reached by Zbigniew from pilotwerk. ')
  await expect(marked(page)).toHaveText(['harbor', 'qickly', 'pilotwerk'])

  await marked(page).nth(1).click({ button: 'right' })
  const menu = page.getByRole('menu', { name: 'Page' })
  await menu.getByRole('menuitem', { name: 'quickly', exact: true }).click()
  await expect(body(page)).toContainText('The harbor is quickly reached')
  await expect(marked(page)).toHaveText(['harbor', 'pilotwerk'])

  await marked(page).nth(1).click({ button: 'right' })
  await menu.getByRole('menuitem', { name: 'Add “pilotwerk” to my words' }).click()
  await expect(marked(page)).toHaveText(['harbor'])

  await marked(page).first().click({ button: 'right' })
  await menu.getByRole('menuitemcheckbox', { name: 'American English' }).click()
  await expect(marked(page)).toHaveCount(0)
  await untilSaved(page)
  expect(readFileSync(join(repository.site, '_about/Our role.md'), 'utf8')).toContain(
    'The harbor is quickly reached by Zbigniew from pilotwerk.',
  )

  await expect(menu).toBeHidden()
  await expect(body(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(body(page)).toContainText('qickly')
  repository.remove()
})

test('the clipboard is in the menu of the page, plain text too', async ({ start }) => {
  const repository = makeRepository(smallSite())
  const { app, page } = await start(repository.site)
  await openPage(page, 'About', 'Our role')
  await caretBehind(page, 'on channel 12.')
  await app.evaluate(({ clipboard }) => clipboard.writeText(' Call <b>soon</b>.'))
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu', { name: 'Page' })
  await menu.getByRole('menuitem', { name: 'Paste as plain text' }).click()
  await expect(body(page)).toContainText('on channel 12. Call <b>soon</b>.')
  repository.remove()
})
