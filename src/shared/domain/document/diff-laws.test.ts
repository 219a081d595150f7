import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { type BlockDiff, countDiff, diffDocuments, type WordSegment } from './diff.ts'
import { sameNode } from './hash.ts'
import { openHtmlBody } from './html/open-html.ts'
import { seededRandom } from './testing/random.ts'
import { editRandomly } from './testing/random-edits.ts'
import { realBodies } from './testing/real-bodies.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
const bodies = [
  fixture('hand-written.html'),
  fixture('isomer-blocks.html'),
  ...realBodies('tiptap').map(({ body }) => body),
]
const cases = Number(process.env.GALLEY_FUZZ ?? 400)

type Side = 'was' | 'now'

/** A block of one side of a comparison; null where it stands on the other side only. */
function sideOf(block: BlockDiff, side: Side): Node | null {
  if (block.kind === 'same') return block.now
  if (block.kind === 'changed') return block[side]
  if (block.kind === 'moved') return block.here === (side === 'now') ? block[side] : null
  if (block.kind === 'added') return side === 'now' ? block.now : null
  return side === 'was' ? block.was : null
}

const atom = '\uFFFC'
const textOf = (node: Node) => node.textBetween(0, node.content.size, '', atom)

function wordsOf(words: readonly WordSegment[], side: Side): string {
  const kind = side === 'now' ? 'added' : 'removed'
  return words
    .filter((segment) => segment.kind === 'same' || segment.kind === kind)
    .flatMap((segment) => segment.nodes)
    .map((node) => node.text ?? atom)
    .join('')
}

/** Whether a comparison tells all of one document, in its order. */
function tells(blocks: readonly BlockDiff[], parent: Node, side: Side): boolean {
  const nodes = blocks.map((block) => sideOf(block, side)).filter((node) => node !== null)
  return (
    nodes.length === parent.childCount &&
    nodes.every((node, i) => sameNode(node, parent.child(i))) &&
    blocks.every(
      (block) =>
        block.kind !== 'changed' ||
        ((!block.words || wordsOf(block.words, side) === textOf(block[side])) &&
          (!block.children || tells(block.children, block[side], side))),
    )
  )
}

describe('a comparison', () => {
  test(`tells both documents whole in ${cases} seeded cases`, { timeout: 600_000 }, () => {
    for (let seed = 1; seed <= cases; seed++) {
      const was = openHtmlBody(bodies[seed % bodies.length] as string).doc
      const { doc: now, made } = editRandomly(was, seededRandom(seed))
      const blocks = diffDocuments(was, now)
      const name = `seed ${seed}: ${made.join(', ')}`
      expect(tells(blocks, was, 'was'), name).toBe(true)
      expect(tells(blocks, now, 'now'), name).toBe(true)
      const { added, removed, moved, changed } = countDiff(blocks)
      expect(added + removed + moved + changed === 0, name).toBe(sameNode(was, now))
    }
  })

  test('of two texts with nothing in common is told as one replaced', () => {
    const lines = (word: string) => Array.from({ length: 3000 }, (_, i) => `<p>${word}${i}</p>`)
    const [was, now] = ['a', 'b'].map((word) => openHtmlBody(lines(word).join('\n')).doc)
    if (!was || !now) throw new Error('not opened')
    expect(countDiff(diffDocuments(was, now))).toEqual({
      added: 3000,
      removed: 3000,
      moved: 0,
      changed: 0,
    })
  })
})
