import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** No screen has a fault that axe finds. The engine is put in by script, since the page’s policy allows no other. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const found = violations.map(
    ({ id, nodes }) => `${where}: ${id}\n  ${nodes.map((n) => n.html.slice(0, 300)).join('\n  ')}`,
  )
  expect(found).toEqual([])
}

/**
 * The same with a menu open. Left out are the sentinels that the menu's library puts before and behind it, which pass
 * the focus on at once, and the wish that everything stands in a landmark, which a menu over the page does not.
 */
export async function expectMenuAccessible(page: Page, where: string): Promise<void> {
  await expect(page.getByRole('menu')).toBeVisible()
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .exclude('[data-base-ui-focus-guard]')
    .disableRules('region')
    .analyze()
  expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
}
