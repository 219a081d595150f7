import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openHtmlBody } from '../html/open-html.ts'
import { seededRandom } from '../testing/random.ts'
import { measurePage } from './measure-page.ts'
import { changedLines, staysInBlock } from './text-changes.ts'

const sites = join(import.meta.dirname, '../../../../../../shared/sites')

/** `GALLEY_ALL=1` measures every page, with an edit in every block. */
const all = Boolean(process.env.GALLEY_ALL)
const sampleSize = 80

function samplePages(): string[] {
  if (!existsSync(sites)) {
    console.warn(
      'SKIPPED: the real sites are not beside the project; their pages were not measured.',
    )
    return []
  }
  const paths = readdirSync(sites, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|markdown)$/.test(path))
    .sort()
  const random = seededRandom(2026)
  return all
    ? paths
    : Array.from({ length: sampleSize }, () => random.pick(paths)).filter((p) => p !== undefined)
}

test('a seeded sample of real pages is saved faithfully', { timeout: 1_800_000 }, () => {
  const kinds: Record<string, number> = {}
  for (const path of samplePages()) {
    const page = measurePage(path, readFileSync(join(sites, path), 'utf8'), all)
    expect(page, path).toMatchObject({ identical: true, refusal: null })
    for (const edit of page.edits) {
      kinds[edit.kind] = (kinds[edit.kind] ?? 0) + 1
      expect(edit, path).toMatchObject({ withinBlock: true, reparseEqual: true, refusal: null })
    }
  }
  console.info('edits by kind of block:', kinds)
})

describe('telling what a save changed', () => {
  const block = openHtmlBody('<p>one two three</p>').doc.firstChild
  test('a letter written as an entity is the block’s own', () => {
    const micro = openHtmlBody('<p>50µg</p>').doc.firstChild
    if (!micro) throw new Error('no block')
    expect(staysInBlock('<p>50&micro;g</p>', '<p>Q4</p>', micro)).toBe(true)
    expect(staysInBlock('<p>50&eacute;g</p>', '<p>Q4</p>', micro)).toBe(false)
  })

  test.each([
    ['<p>one two three</p>\n<p>four</p>', '<p>one zebra three</p>\n<p>four</p>', true, 1],
    ['<p>one two\nthree</p>', '<p>one\nzebra three</p>', true, 2],
    ['<p>one two three</p>\n<p>four</p>', '<p>one zebra three</p>\n<p>five</p>', false, 2],
    ['<p>one</p>', '<p>one</p>\n', true, Number.POSITIVE_INFINITY],
  ])('%j to %j', (before, after, within, lines) => {
    if (!block) throw new Error('no block')
    expect(staysInBlock(before, after, block)).toBe(within)
    expect(changedLines(before, after)).toBe(lines)
  })
})
