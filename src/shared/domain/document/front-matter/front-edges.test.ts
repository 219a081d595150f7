import { describe, expect, test } from 'vitest'
import { addFrontKey, moveFrontKey, removeFrontKey, setFrontValue } from './edit-front.ts'
import { readFront } from './read-front.ts'
import { splitFront } from './split-front.ts'

const read = (front: string, key: string) =>
  readFront(front).entries.findLast((entry) => entry.key === key)

const odd =
  "---\ntitle:\tTabbed # kept\n\"quoted key\": 'it''s'\ntitle: Second\nanchored: &a one\nalias: *a\ntagged: !!str 5\nempty:\nnothing: ~\nmap: {a: 1, b: [x, y]}\nnested:\n  deep:\n    - name: a\n      url: /b\nkeep: |+\n  one\n\nfolded: >-\n  two\n  lines\nlong: plain text that\n  goes on\n? complex\n: value\n---\n"

describe('unusual YAML', () => {
  test('is read in all its kinds', () => {
    const kinds = readFront(odd).entries.map(({ key, kind, editable }) => [key, kind, editable])
    expect(kinds).toEqual([
      ['title', 'text', false],
      ['quoted key', 'text', true],
      ['title', 'text', true],
      ['anchored', 'text', false],
      ['alias', 'empty', false],
      ['tagged', 'text', false],
      ['empty', 'empty', true],
      ['nothing', 'empty', true],
      ['map', 'map', false],
      ['nested', 'map', false],
      ['keep', 'text', true],
      ['folded', 'text', true],
      ['long', 'text', true],
      ['complex', 'text', true],
    ])
    expect(readFront(odd).entries.filter((entry) => entry.repeated)).toHaveLength(2)
  })

  test.each([
    ['title', 'New', 'title: Second', 'title: New'],
    ['quoted key', 'new', "'it''s'", "'new'"],
    ['empty', 'full', 'empty:', 'empty: full'],
    ['nothing', 'x', 'nothing: ~', 'nothing: x'],
    ['folded', 'three words here', '>-\n  two\n  lines', '>-\n  three words here'],
    ['keep', 'a\nb', '|+\n  one', '|+\n  a\n  b'],
    ['long', 'short', 'plain text that\n  goes on', 'short'],
  ])('%s takes %j and nothing else changes', (key, value, from, to) => {
    const next = setFrontValue(odd, [key], value)
    expect(next).toBe(odd.replace(from, to))
    expect(String(read(next, key)?.value).trimEnd()).toBe(value)
  })

  test('values inside of maps and lists are set by their path', () => {
    expect(setFrontValue(odd, ['nested', 'deep', 0, 'url'], '/c')).toBe(odd.replace('/b', '/c'))
    expect(setFrontValue(odd, ['map', 'b', 1], 'z, w')).toBe(odd.replace('y]', '"z, w"]'))
  })

  test('a key moves with the comments above it', () => {
    const front = '---\n# for a\na: 1\n\n# for b\n# too\nb: |\n  x\n\nc: 3 # end\n---\n'
    const moved = moveFrontKey(front, 'b', 0)
    expect(moved).toBe('---\n# for b\n# too\nb: |\n  x\n\n# for a\na: 1\n\nc: 3 # end\n---\n')
    expect(moveFrontKey(moved, 'b', 1)).toBe(front)
  })

  test('a text that would swallow blank lines does not move', () => {
    const front = '---\na: 1\n\nb: |+\n  x\nc: 3\n---\n'
    expect(() => moveFrontKey(front, 'b', 0)).toThrow()
  })

  test('throws for what is not there, and changes nothing', () => {
    expect(() => setFrontValue(odd, ['none'], 'x')).toThrow()
    expect(() => setFrontValue(odd, ['map'], 'x')).toThrow()
    expect(() => removeFrontKey(odd, 'none')).toThrow()
    expect(() => addFrontKey(odd, 'empty', 'x')).toThrow()
  })

  test('a page without front matter gets one', () => {
    expect(addFrontKey('', 'title', 'A')).toBe('---\ntitle: A\n---\n')
    expect(addFrontKey('\uFEFF', 'title', 'A')).toBe('\uFEFF---\ntitle: A\n---\n')
  })
})

describe('fences', () => {
  test.each([
    ['--- \t\na: 1\n---  \n', 'body'],
    ['---\na: 1\n...\n', '---\nbody'],
    ['---\n---\n', ''],
    ['+++\na = """\n+++ not the end\n"""\n+++\n', 'body'],
    ['{ "a": "}" }\n', '{ "b": 1 }'],
    ['', '----\na: 1\n----\n'],
    ['', '{% include a.html %}\nbody'],
    ['', '{ "a": 1 } and text\n'],
    ['', '{ "never": "closed"'],
    ['', '--- a\n---\n'],
  ])('%j ends before %j', (front, body) => {
    expect(splitFront(front + body)).toEqual({ bom: '', front, body })
  })
})

const levels = Array.from(
  { length: 30 },
  (_, i) => `a${i + 1}: &a${i + 1} [*a${i},*a${i},*a${i},*a${i}]`,
)
const hostile: Readonly<Record<string, string>> = {
  'an alias bomb': `---\na0: &a0 x\n${levels.join('\n')}\n---\n`,
  'brackets in brackets': `---\na: ${'['.repeat(100_000)}\n---\n`,
  'braces in braces': `---\na: ${'{a: '.repeat(50_000)}\n---\n`,
  'lists in lists': `---\na:\n  ${'- '.repeat(50_000)}x\n---\n`,
  'maps in maps': `---\n${Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')}---\n`,
  'two megabytes': `---\na: ${'x'.repeat(2_000_000)}\n---\n`,
  'a million colons': `---\n${'a: '.repeat(330_000)}\n---\n`,
  'broken YAML': '---\na: [1\nb: "x\n---\n',
  'a list at the top': '---\n- a\n- b\n---\n',
  'broken TOML': '+++\na = \n+++\n',
  'deep TOML': `+++\na = ${'['.repeat(5000)}${']'.repeat(5000)}\n+++\n`,
  'a long TOML string': `+++\na = "${'\\\\'.repeat(400_000)}"x\n+++\n`,
}

describe('hostile front matter', () => {
  test.each(Object.entries(hostile))('%s is shown as source, with a reason', (_, front) => {
    expect(splitFront(`${front}body`)).toEqual({ bom: '', front, body: 'body' })
    const { entries, problem } = readFront(front)
    expect(problem).toMatch(/^The details of this page/)
    expect(entries).toEqual([])
    expect(() => setFrontValue(front, ['a'], 'x')).toThrow()
  })

  test('keys that mean something to JavaScript are keys like others', () => {
    const front = '---\n__proto__: a\nconstructor: b\ntoString: c\nmap: {__proto__: x}\n---\n'
    expect(readFront(front).entries.map(({ key, value }) => [key, typeof value])).toEqual([
      ['__proto__', 'string'],
      ['constructor', 'string'],
      ['toString', 'string'],
      ['map', 'object'],
    ])
    expect(setFrontValue(front, ['__proto__'], 'z')).toBe(front.replace(': a', ': z'))
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})
