import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sameNode } from '../hash.ts'
import { isHoldable } from '../testing/holdable.ts'
import { seededRandom } from '../testing/random.ts'
import { editRandomly } from '../testing/random-edits.ts'
import { realBodies } from '../testing/real-bodies.ts'
import { saveMarkdownBody } from './ladder.ts'
import { normaliseForMarkdown } from './normalise.ts'
import { openMarkdownBody } from './open-markdown.ts'

/** `GALLEY_FUZZ=50000` for the long run; `GALLEY_SEED` starts it elsewhere. */
const cases = Number(process.env.GALLEY_FUZZ ?? 120)
const firstSeed = Number(process.env.GALLEY_SEED ?? 1)

const fixture = (name: string) => ({
  path: name,
  body: readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8'),
})
const own = [fixture('commonmark.md'), fixture('kramdown.md')]
const real = realBodies('all').filter(({ body }) => body.trim() !== '')

/** Every second case is a page of ours, which hold more kinds of block than the real ones. */
const pageOf = (seed: number) =>
  seed % 2 === 0 && real.length > 0
    ? real[(seed * 7919) % real.length]
    : own[(seed >> 1) % own.length]

describe('structural edits', () => {
  test(`read back as intended in ${cases} seeded cases`, { timeout: 7_200_000 }, () => {
    const rungs: Record<string, number> = {}
    const failed: string[] = []
    for (let seed = firstSeed; seed < firstSeed + cases; seed++) {
      const random = seededRandom(seed)
      const { path, body } = pageOf(seed) as { path: string; body: string }
      const opened = openMarkdownBody(body)
      const { doc, made } = editRandomly(opened.doc, random)
      const saved = saveMarkdownBody(opened, doc)
      for (const [rung, n] of Object.entries(saved.rungs)) rungs[rung] = (rungs[rung] ?? 0) + n
      // What no Markdown file can hold must be refused, not written as something else.
      if (!isHoldable(doc) && !saved.holds) continue
      const again = normaliseForMarkdown(openMarkdownBody(saved.text).doc)
      if (!saved.holds || !sameNode(again, normaliseForMarkdown(doc)))
        failed.push(`seed ${seed}: ${made.join(', ')} in ${path}`)
    }
    console.info(cases, 'cases,', failed.length, 'failed; rungs', rungs)
    expect(failed.slice(0, 20)).toEqual([])
  })
})
