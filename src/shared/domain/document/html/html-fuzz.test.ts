import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sameNode } from '../hash.ts'
import { seededRandom } from '../testing/random.ts'
import { editRandomly } from '../testing/random-edits.ts'
import { realBodies } from '../testing/real-bodies.ts'
import { normaliseForHtml } from './normalise.ts'
import { openHtmlBody } from './open-html.ts'
import { saveHtmlBody } from './save-html.ts'

/** `GALLEY_FUZZ=50000` for the long run; `GALLEY_SEED` starts it elsewhere. */
const cases = Number(process.env.GALLEY_FUZZ ?? 150)
const firstSeed = Number(process.env.GALLEY_SEED ?? 1)

const fixture = (name: string) => ({
  path: name,
  body: readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8'),
})
const pages = [
  fixture('hand-written.html'),
  fixture('isomer-blocks.html'),
  fixture('odd.html'),
  ...realBodies('tiptap'),
]

describe('structural edits', () => {
  test(`read back as intended in ${cases} seeded cases`, { timeout: 7_200_000 }, () => {
    const rungs: Record<string, number> = {}
    const failed: string[] = []
    for (let seed = firstSeed; seed < firstSeed + cases; seed++) {
      const random = seededRandom(seed)
      const { path, body } = pages[seed % pages.length] as { path: string; body: string }
      const opened = openHtmlBody(body)
      const { doc, made } = editRandomly(opened.doc, random)
      const saved = saveHtmlBody(opened, doc)
      for (const [rung, n] of Object.entries(saved.rungs)) rungs[rung] = (rungs[rung] ?? 0) + n
      if (!sameNode(normaliseForHtml(openHtmlBody(saved.text).doc), normaliseForHtml(doc)))
        failed.push(`seed ${seed}: ${made.join(', ')} in ${path}`)
    }
    console.info(cases, 'cases,', failed.length, 'failed; rungs', rungs)
    expect(failed.slice(0, 20)).toEqual([])
  })
})
