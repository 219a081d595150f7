import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFront } from './read-front.ts'
import { setFrontList } from './set-front-list.ts'

const tagsIn = (front: string) => readFront(front).entries.find((e) => e.key === 'tags')?.value

const forms = [
  '---\ntitle: T\ntags:\n  - one\n  - "two"  # kept\n  - three\nend: x\n---\n',
  '---\ntitle: T\ntags: [one, "two", three]\nend: x\n---\n',
  '---\ntitle: T\ntags:\n- one\n- "two"\n- three\nend: x\n---\n',
  '+++\ntitle = "T"\ntags = ["one", "two", "three"]\nend = "x"\n+++\n',
]

test.each(forms)('a list comes to hold any other, and back (%#)', (front) => {
  const now = ['one', 'two', 'three']
  const words = fc.array(fc.constantFrom('one', 'two', 'three', 'four', 'five six'), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(words, (items) => {
      const next = setFrontList(front, ['tags'], { now, items })
      expect(tagsIn(next)).toEqual(items)
      expect(tagsIn(setFrontList(next, ['tags'], { now: items, items: now }))).toEqual(now)
    }),
    { numRuns: 200 },
  )
})

test('what stays keeps its bytes', () => {
  const now = ['one', 'two', 'three']
  expect(setFrontList(forms[0] ?? '', ['tags'], { now, items: ['one', 'two'] })).toBe(
    '---\ntitle: T\ntags:\n  - one\n  - "two"  # kept\nend: x\n---\n',
  )
  expect(setFrontList(forms[0] ?? '', ['tags'], { now, items: now })).toBe(forms[0])
})

test('an empty list gets its first item, the last one can go', () => {
  const empty = '---\ntitle: T\ntags: []\n---\n'
  const one = setFrontList(empty, ['tags'], { now: [], items: ['a'] })
  expect(tagsIn(one)).toEqual(['a'])
  expect(tagsIn(setFrontList(one, ['tags'], { now: ['a'], items: [] }))).toEqual([])
})

test('numbers stay numbers', () => {
  const front = '---\ntags: [1, 2]\n---\n'
  expect(tagsIn(setFrontList(front, ['tags'], { now: [1, 2], items: ['1', '2', '3'] }))).toEqual([
    1, 2, 3,
  ])
})
