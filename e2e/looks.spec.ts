import { expect, test } from './fixtures.ts'
import { expectAccessible, expectMenuAccessible } from './support/axe.ts'
import { body, caretBehind, openPage, untilSaved } from './support/editing.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`every screen is free of faults in ${theme}`, async ({ start }) => {
    const { page } = await start()
    await page.getByRole('button', { name: 'Open the sample site' }).waitFor()
    await page.evaluate(
      (name) => Reflect.get(globalThis, 'bridge').invoke('settings.set', { theme: name }),
      theme,
    )
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expectAccessible(page, 'welcome')
    await page.getByRole('button', { name: 'Clone a site…' }).click()
    await expect(page.getByRole('dialog', { name: 'Clone a site' })).toBeVisible()
    await expectAccessible(page, 'clone')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Open the sample site' }).click()
    await openPage(page, 'Visit', 'Plan your visit')
    await expect(body(page)).toContainText('The bay is open')
    await expectAccessible(page, 'editor')

    await page.getByRole('tab', { name: 'Source' }).click()
    await expect(page.getByRole('textbox', { name: 'Page source' })).toBeVisible()
    await expectAccessible(page, 'source')
    await page.getByRole('tab', { name: 'Preview' }).click()
    const preview = page.frameLocator('iframe[title=Preview]')
    await expect(preview.getByRole('heading', { name: 'Plan your visit' })).toBeVisible()
    await expectAccessible(page, 'preview')
    await page.getByRole('tab', { name: 'Write' }).click()
    await page.getByRole('button', { name: 'Page look' }).click()
    await expectMenuAccessible(page, 'page look')
    await page.getByRole('button', { name: 'More tools' }).click()
    await expectMenuAccessible(page, 'more tools')
    await page
      .getByRole('treeitem', { name: 'Plan your visit', exact: true })
      .click({ button: 'right' })
    await expectMenuAccessible(page, 'a page of the list')
    await page.getByRole('tab', { name: 'Outline' }).click()
    await expectAccessible(page, 'outline')
    await page.getByRole('tab', { name: 'Details' }).click()

    await page.keyboard.press('ControlOrMeta+K')
    await page.getByRole('combobox', { name: 'Search pages, media and commands' }).fill('pier')
    await expect(page.getByRole('option').first()).toBeVisible()
    await expectAccessible(page, 'go to')
    await page.keyboard.press('Escape')

    await caretBehind(page, 'entry is free')
    await page.keyboard.press('ControlOrMeta+Shift+K')
    await expect(page.getByRole('dialog', { name: 'Link' })).toBeVisible()
    await expectAccessible(page, 'link')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Insert image' }).click()
    await expect(page.getByRole('dialog', { name: 'Insert image' })).toBeVisible()
    await expectAccessible(page, 'insert image')
    await page.keyboard.press('Escape')

    await caretBehind(page, 'entry is free')
    await page.keyboard.type(' today')
    await untilSaved(page)
    await page.getByRole('button', { name: /^Publish/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Publish changes' })
    await expect(dialog.getByText('today')).toBeVisible()
    await expectAccessible(page, 'publish')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await expectAccessible(page, 'settings')
  })
}
