import { describe, expect, test } from 'vitest'
import { type BlockDiff, countDiff, diffDocuments } from './diff.ts'
import { openHtmlBody } from './html/open-html.ts'

const compare = (was: string, now: string) =>
  diffDocuments(openHtmlBody(was).doc, openHtmlBody(now).doc)

/** `+word`, `-word`, plain words; one string per block. */
function told(block: BlockDiff): string {
  if (block.kind !== 'changed')
    return `${block.kind} ${'now' in block ? block.now.textContent : block.was.textContent}`
  if (block.children) return `[${block.children.map(told).join(', ')}]`
  return (block.words ?? [])
    .map(
      (s) =>
        ({ same: '', added: '+', removed: '-' })[s.kind] +
        s.nodes.map((n) => n.textContent).join(''),
    )
    .join('|')
}

describe('a comparison of two documents', () => {
  test('names what was added, removed and changed', () => {
    const blocks = compare(
      '<h2>Opening hours</h2>\n<p>We are open on weekdays.</p>\n<p>Old notice about parking.</p>',
      '<h2>Opening hours</h2>\n<p>We are open on all days.</p>\n<ul><li>New list</li></ul>',
    )
    expect(blocks.map(told)).toEqual([
      'same Opening hours',
      'We are open on |-weekdays|+all days|.',
      'removed Old notice about parking.',
      'added New list',
    ])
    expect(countDiff(blocks)).toEqual({ added: 1, removed: 1, moved: 0, changed: 1 })
  })

  test('follows a block that moved', () => {
    const blocks = compare(
      '<p>First one here.</p><p>Second one here.</p><p>Third one here.</p>',
      '<p>Second one here.</p><p>Third one here.</p><p>First one here.</p>',
    )
    expect(blocks.map(told)).toEqual([
      'moved First one here.',
      'same Second one here.',
      'same Third one here.',
      'moved First one here.',
    ])
    expect(countDiff(blocks).moved).toBe(1)
  })

  test('goes into containers', () => {
    const blocks = compare(
      '<ul><li><p>Tea</p></li><li><p>Coffee</p></li></ul>',
      '<ul><li><p>Tea</p></li><li><p>Coffee with milk</p></li></ul>',
    )
    expect(blocks.map(told)).toEqual(['[same Tea, [Coffee|+ with milk]]'])
  })

  test('marks a phrase whose style changed', () => {
    const blocks = compare('<p>Bring your card.</p>', '<p>Bring <strong>your card</strong>.</p>')
    expect(blocks.map(told)).toEqual(['Bring |-your card|+your card|.'])
  })

  test('of a document with itself is all the same', () => {
    expect(countDiff(compare('<p>a</p><hr><p>b</p>', '<p>a</p><hr><p>b</p>'))).toEqual({
      added: 0,
      removed: 0,
      moved: 0,
      changed: 0,
    })
  })
})
