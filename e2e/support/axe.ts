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
