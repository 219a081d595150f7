import { describe, expect, test } from 'vitest'
import { documentSchema } from '../schema.ts'
import { seededRandom } from '../testing/random.ts'
import { realBodies } from '../testing/real-bodies.ts'
import { changedLines, wordEdits } from '../testing/word-edits.ts'
import { saveMarkdownBody } from './ladder.ts'
import { openMarkdownBody } from './open-markdown.ts'

/** `GALLEY_ALL=1` measures every page, else a sample is taken by `GALLEY_SEED`. */
const measureAll = Boolean(process.env.GALLEY_ALL)
const random = seededRandom(Number(process.env.GALLEY_SEED ?? 1))
const all = realBodies('all').filter(({ body }) => body.trim() !== '')
const real = measureAll ? all : all.filter(() => random.next() < 40 / all.length)
const editsAPage = measureAll ? 10 : 12

describe('bodies of real pages', () => {
  test('save unedited to the byte, also after a JSON round trip', { timeout: 600_000 }, () => {
    for (const { path, body } of real) {
      const opened = openMarkdownBody(body)
      const copy = documentSchema.nodeFromJSON(JSON.parse(JSON.stringify(opened.doc.toJSON())))
      copy.check()
      expect(saveMarkdownBody(opened, copy).text, path).toBe(body)
    }
  })

  test('hold at most 1 % of blocks locked', { timeout: 600_000 }, () => {
    let blocks = 0
    const locked: Record<string, number> = {}
    for (const { body } of real)
      openMarkdownBody(body).doc.forEach((node) => {
        blocks++
        const label = String(node.attrs.label)
        if (node.type.name === 'opaque') locked[label] = (locked[label] ?? 0) + 1
      })
    console.info(blocks, 'blocks; locked:', locked)
    const counted = Object.entries(locked).filter(
      ([label]) => !/^(Style|Script|Comment)/.test(label),
    )
    const sum = counted.reduce((total, [, n]) => total + n, 0)
    expect(sum).toBeLessThanOrEqual(Math.max(1, blocks * 0.01))
  })

  test('read back as edited after a word edit in any text', { timeout: 7_200_000 }, () => {
    const rungs: Record<string, number> = {}
    const lines: number[] = []
    const wide: string[] = []
    for (const { path, body } of real) {
      const opened = openMarkdownBody(body)
      const edits = wordEdits(opened.doc)
      for (const edit of edits.filter(() => random.next() < editsAPage / edits.length)) {
        const saved = saveMarkdownBody(opened, edit())
        expect(saved.holds, path).toBe(true)
        for (const [rung, n] of Object.entries(saved.rungs)) rungs[rung] = (rungs[rung] ?? 0) + n
        const changed = changedLines(body, saved.text)
        lines.push(changed)
        if (changed !== 1) wide.push(`${path}: ${changed} lines`)
      }
    }
    const oneLine = lines.filter((n) => n === 1).length
    console.info(
      lines.length,
      'edits,',
      oneLine,
      'change one line; rungs',
      rungs,
      wide.slice(0, 10),
    )
    expect(oneLine).toBeGreaterThanOrEqual(lines.length * 0.999)
  })
})
