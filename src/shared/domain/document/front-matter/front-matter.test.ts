import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addFrontKey, removeFrontKey, setFrontValue } from './edit-front.ts'
import { readFront } from './read-front.ts'
import { splitFront } from './split-front.ts'

const sites = join(import.meta.dirname, '../../../../../../shared/sites')

function realFronts(): { path: string; front: string }[] {
  if (!existsSync(sites)) {
    console.warn(
      'SKIPPED: the real sites are not beside the project; their front matter was not tested.',
    )
    return []
  }
  return readdirSync(sites, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|html)$/.test(name))
    .map((path) => ({ path, ...splitFront(readFileSync(join(sites, path), 'utf8')) }))
    .filter(({ front }) => front !== '')
}

describe('splitting', () => {
  test.each([
    ['---\ntitle: A\n---\nbody'],
    ['---   \ntitle: A\n\n---\n'],
    ['---\r\ntitle: A\r\n---\r\nbody\r\n'],
    ['\uFEFF---\na: 1\n---'],
    ['+++\na = 1\n+++\nbody'],
    ['---\nnever closed\n'],
    ['no front'],
    [''],
  ])('gives the file back: %j', (text) => {
    const { bom, front, body } = splitFront(text)
    expect(bom + front + body).toBe(text)
  })
})

describe('setting a value', () => {
  const front =
    '---   \ntitle: "Old"   # why\n\ndescription: one two\n  three\nimage:\ntags: [a, b]\ndate: 2024-01-02\n---\n'
  test.each([
    ['title', 'New: thing', 'title: "New: thing"   # why'],
    ['description', 'short', 'description: short\nimage:'],
    ['image', '/images/a b.jpg', 'image: /images/a b.jpg\n'],
    ['date', '2025-03-04', 'date: 2025-03-04\n---'],
    ['description', 'yes', 'description: "yes"\n'],
    ['description', 'a: b', 'description: "a: b"\n'],
  ])('changes only its bytes: %s', (key, value, expected) => {
    const next = setFrontValue(front, [key], value)
    expect(next).toContain(expected)
    expect(readFront(next).entries.find((e) => e.key === key)?.value).toBe(value)
  })

  test('adding and removing a key are inverse', () => {
    const added = addFrontKey(front, 'permalink', '/a/')
    expect(readFront(added).entries.at(-1)).toMatchObject({ key: 'permalink', value: '/a/' })
    expect(removeFrontKey(added, 'permalink')).toBe(front)
  })

  test('works on list items', () => {
    expect(setFrontValue(front, ['tags', 1], 'c')).toBe(front.replace('b]', 'c]'))
  })
})

describe('front matter of real pages', () => {
  test('every text value can be set and only its own lines change', () => {
    let values = 0
    let lines = 0
    let same = 0
    for (const { path, front } of realFronts()) {
      const view = readFront(front)
      for (const entry of view.entries) {
        if (!entry.editable || entry.kind !== 'text') continue
        values++
        const next = setFrontValue(front, [entry.key], 'zebra 1')
        const again = readFront(next)
        expect(
          again.entries.map((e) => (e.key === entry.key ? 'zebra 1' : e.source)),
          path,
        ).toEqual(view.entries.map((e) => (e.key === entry.key ? 'zebra 1' : e.source)))
        expect(again.entries.find((e) => e.key === entry.key && e.editable)?.value).toBe('zebra 1')
        if (entry.source.includes('\n')) continue
        lines++
        if (setFrontValue(next, [entry.key], String(entry.value)) === front) same++
      }
    }
    console.info(values, 'values set;', same, 'of', lines, 'lines to the byte when set back')
    expect(same).toBeGreaterThanOrEqual(lines * 0.99)
  })
})
