import type { Page } from '@playwright/test'

/** Tab until something is reached, as a person without a mouse would. */
export async function reach(
  page: Page,
  name: string | RegExp,
  role: 'button' | 'textbox' | 'option',
): Promise<void> {
  const target = page.getByRole(role, { name })
  for (let i = 0; i < 60; i++) {
    const isThere = await target
      .first()
      .evaluate((element) => element === document.activeElement)
      .catch(() => false)
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${String(name)} cannot be reached with Tab`)
}
