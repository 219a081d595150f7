import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addFrontItem,
  addFrontKey,
  copyFrontItem,
  moveFrontItem,
  moveFrontKey,
  removeFrontItem,
  removeFrontKey,
  renameFrontKey,
  setFrontValue,
} from './edit-front.ts'
import { readFront } from './read-front.ts'
import { splitFront } from './split-front.ts'

const fronts: Readonly<Record<string, string>> = {
  'plain YAML':
    '---  \n# about\ntitle: Our work   # shown\n\ndescription: one two\nimage: /a b.png\ntags: [one, two words, three]\nlist:\n  - first\n  - second\n# the date\ndate: 2024-01-02\n---\n',
  'YAML in double quotes':
    '---\ntitle: "Our work"\ndescription: "one two"\nimage: "/a.png"\ntags: ["one", "two", "three"]\nlist:\n- "first"\n- "second"\n---\n',
  'YAML in single quotes, CRLF':
    "---\r\ntitle: 'Our work'\r\ndescription: 'one two'\r\nimage: '/a.png'\r\ntags: ['one', 'two', 'three']\r\nlist:\r\n    - 'first'\r\n    - 'second'\r\n---\r\n",
  'YAML behind a byte-order mark':
    '\uFEFF---\ntitle: Our work\ndescription: x\nimage: /a.png\ntags: [a, b, c]\nlist:\n  - first\n  - second\n---',
  TOML: '+++\n# about\ntitle = "Our work" # shown\ndescription = \'one two\'\nimage = "/a.png"\ntags = ["one", "two", "three"]\nlist = [\n  "first", # why\n  "second",\n]\n\n[params]\nx = 1\n+++\n',
  JSON: '{\n  "title": "Our work",\n  "description": "one two",\n  "image": "/a.png",\n  "tags": ["one", "two", "three"],\n  "list": [\n    "first",\n    "second"\n  ]\n}\n',
  'JSON between fences':
    '---\n{ "title": "Our work", "description": "x", "image": "/a.png", "tags": ["a","b","c"], "list": ["first", "second"] }\n---\n',
}
const all = Object.entries(fronts)
const isYaml = (name: string) => name.includes('YAML')

const read = (front: string, key: string) =>
  readFront(front).entries.findLast((entry) => entry.key === key)?.value
const keysOf = (front: string) => readFront(front).entries.map((entry) => entry.key)

/** A form's line: YAML values are kept on one line, without white space around them. */
const tidy = (name: string, text: string) =>
  isYaml(name) ? text.replace(/[ \t]*\r?\n[ \t]*/g, ' ').trim() : text

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    ...['yes', 'null', '~', '12:30', '1e3', '0x1f', '- a', 'a: b', 'a #b', '#b', '---', 'a --- b'],
    ...['"', "'", "it's", '\\', '2024-02-30x', '{a}', '[a]', '*a', '&a', '!a', '%a', '@a', '`a'],
    ...[
      '',
      ' ',
      'x\n---\ny',
      '+++',
      '"""',
      "'''",
      'true',
      '<<',
      '=',
      'é',
      '日本',
      '\u2028',
      '\u007f',
      'a, b ',
      '.] ',
    ],
  ),
)
const values = fc.oneof(
  texts,
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

const changedLines = (before: string, after: string) => {
  const [a, b] = [before.split('\n'), after.split('\n')]
  return a.length === b.length ? a.filter((line, i) => line !== b[i]).length : Number.NaN
}

describe.each(all)('%s', (name, front) => {
  test('splits off whole, whatever follows', () => {
    fc.assert(
      fc.property(fc.string(), (body) => {
        const text = `${/\n$/.test(front) ? front : `${front}\n`}${body}`
        const parts = splitFront(text)
        expect(parts.bom + parts.front + parts.body).toBe(text)
        expect(parts.body).toBe(body)
      }),
    )
  })

  test('a value that is set is read, and its line alone changes', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('title', 'description', 'image'), (value, key) => {
        const next = setFrontValue(front, [key], value)
        const wanted =
          typeof value === 'string' ? tidy(name, value) : Object.is(value, -0) ? 0 : value
        expect(read(next, key)).toEqual(wanted)
        expect(keysOf(next)).toEqual(keysOf(front))
        expect(changedLines(front, next)).toBeLessThanOrEqual(1)
        if (isYaml(name) && typeof value === 'string') expect(next.split('---').length).toBe(3)
        const parts = splitFront(/\n$/.test(next) ? next : `${next}\n`)
        expect(parts.body).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  test('set, and set back: nothing changed', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('title', 'description', 'image'), (value, key) => {
        const was = read(front, key)
        const there = setFrontValue(front, [key], value)
        const back = setFrontValue(there, [key], typeof was === 'string' ? was : null)
        // TOML's literal quotes cannot hold everything; what they could not hold stays in the other quotes.
        if (name === 'TOML' && key === 'description') expect(read(back, key)).toBe(was)
        else expect(back).toBe(front)
      }),
      { numRuns: 300 },
    )
  })

  test('a key added, then removed: nothing changed', () => {
    fc.assert(
      fc.property(values, (value) => {
        const added = addFrontKey(front, 'new key', value)
        const wanted =
          typeof value === 'string' ? tidy(name, value) : Object.is(value, -0) ? 0 : value
        expect(read(added, 'new key')).toEqual(wanted)
        expect(removeFrontKey(added, 'new key')).toBe(front)
      }),
    )
  })

  test('a key renamed there and back: nothing changed', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const key = tidy('YAML', raw)
        fc.pre(key !== '' && !keysOf(front).includes(key))
        const renamed = renameFrontKey(front, 'image', key)
        expect(keysOf(renamed)).toEqual(keysOf(front).map((k) => (k === 'image' ? key : k)))
        expect(renameFrontKey(renamed, key, 'image')).toBe(front)
      }),
    )
  })

  test('keys move, and back', () => {
    const keys = keysOf(front).filter((key) => key !== 'params')
    for (const [i, key] of keys.entries())
      for (let to = 0; to < keys.length; to++) {
        const moved = moveFrontKey(front, key, to)
        const rest = keys.filter((k) => k !== key)
        rest.splice(to, 0, key)
        expect(keysOf(moved).filter((k) => k !== 'params')).toEqual(rest)
        expect(read(moved, key)).toEqual(read(front, key))
        expect(moveFrontKey(moved, key, i)).toBe(front)
      }
  })
})

describe.each(all)('lists in %s', (name, front) => {
  test.each(['tags', 'list'])('items of %s are added, removed, moved and set', (key) => {
    const items = read(front, key) as readonly string[]
    fc.assert(
      fc.property(texts, fc.nat({ max: items.length }), (raw, at) => {
        const added = addFrontItem(front, [key], [at, raw])
        const wanted: string[] = [...items]
        wanted.splice(at, 0, tidy(name, raw))
        expect(read(added, key)).toEqual(wanted)
        expect(removeFrontItem(added, [key], at)).toBe(front)
        const index = Math.min(at, items.length - 1)
        const set = setFrontValue(front, [key, index], raw)
        expect((read(set, key) as unknown[])[index]).toEqual(tidy(name, raw))
      }),
      { numRuns: 300 },
    )
    for (const [index, item] of items.entries()) {
      const copied = copyFrontItem(front, [key], index)
      expect(read(copied, key)).toEqual([...items.slice(0, index), item, ...items.slice(index)])
      expect(removeFrontItem(copied, [key], index + 1)).toBe(front)
    }
    for (let from = 0; from < items.length; from++)
      for (let to = 0; to < items.length; to++) {
        const moved = moveFrontItem(front, [key], [from, to])
        expect(moveFrontItem(moved, [key], [to, from])).toBe(front)
      }
  })

  test('a list emptied item by item stays a list', () => {
    let now = front
    for (const _ of read(front, 'list') as readonly string[])
      now = removeFrontItem(now, ['list'], 0)
    expect(read(now, 'list')).toEqual([])
    expect(read(addFrontItem(now, ['list'], [0, 'again']), 'list')).toEqual(['again'])
  })
})
