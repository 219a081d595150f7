import { expect, type Locator, type Page } from '@playwright/test'

export const body = (page: Page): Locator => page.getByRole('textbox', { name: 'Page body' })

/** Opens a page by its title in the tree, unfolding what it lies in. */
export async function openPage(page: Page, ...titles: readonly string[]): Promise<void> {
  const tree = page.getByRole('tree', { name: 'Pages' })
  for (const [i, title] of titles.entries()) {
    const row = tree.getByRole('treeitem', { name: title, exact: true })
    await expect(row).toBeVisible()
    const isLast = i === titles.length - 1
    if (isLast || (await row.getAttribute('aria-expanded')) !== 'true') await row.click()
  }
}

/** Puts the caret behind some words of the open page. */
export async function caretBehind(page: Page, words: string): Promise<void> {
  await body(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at < 0) continue
      ;(root as HTMLElement).focus()
      getSelection()?.collapse(node, at + wanted.length)
      node.parentElement?.scrollIntoView({ block: 'center' })
      return
    }
    throw new Error(`no “${wanted}” in the page`)
  }, words)
}

export async function untilSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveText(
    'Saved on this computer',
  )
}

/** Publishes what is ticked, with this summary, and waits for the answer. */
export async function publish(
  page: Page,
  summary: string | null,
  outcome: string | RegExp = 'Published',
): Promise<void> {
  await page.getByRole('button', { name: /^Publish/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish changes' })
  await expect(dialog).toBeVisible()
  if (summary !== null) await dialog.getByRole('textbox', { name: 'Summary' }).fill(summary)
  await dialog.getByRole('button', { name: 'Publish now' }).click()
  await expect(dialog).toBeHidden({ timeout: 30_000 })
  await expect(page.getByRole('status', { name: 'Publish state' })).toHaveText(outcome, {
    timeout: 30_000,
  })
}

/** The first publish of a person asks who they are. */
export async function introduce(page: Page, name = 'Edith Editor', email = 'edith@example.test') {
  await page.getByRole('button', { name: /^Publish/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish changes' })
  await dialog.getByLabel(/name/i).fill(name)
  await dialog.getByLabel(/e-?mail/i).fill(email)
  return dialog
}
