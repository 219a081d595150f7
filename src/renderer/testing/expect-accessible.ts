import axe from 'axe-core'
import { expect } from 'vitest'

/** Expects that axe finds nothing to object to in what is on the page. */
export async function expectAccessible(root: Element = document.body): Promise<void> {
  const { violations } = await axe.run(root, {
    // Judged in the whole window: a part shown alone has no landmarks.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([])
}
