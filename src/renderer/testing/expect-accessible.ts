import axe from 'axe-core'
import { expect } from 'vitest'

/** Colours are judged once nothing fades in any more; what turns for ever is not waited for. */
async function atRest(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter((animation) => animation.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(ending.map((animation) => animation.finished))
}

/** Expects that axe finds nothing to object to in what is on the page. */
export async function expectAccessible(root: Element = document.body): Promise<void> {
  await atRest()
  const { violations } = await axe.run(root, {
    // Judged in the whole window: a part shown alone has no landmarks.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([])
}
