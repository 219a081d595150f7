import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ClashChoice, clashSections, joinSections } from './clash-sections.ts'
import { piecesOfPage, piecesOfText } from './page-pieces.ts'

const page = (front: string, body: string) => `---\n${front}---\n${body}`
const base = page(
  'title: Visit\npermalink: /visit/\n',
  '<h2>Hours</h2>\n<p>Open from 9 to 5.</p>\n<p>Dogs are welcome.</p>\n<p>Car park closed.</p>\n',
)
const mine = base.replace('9 to 5', '8 to dusk').replace('title: Visit', 'title: Plan your visit')
const theirs = base
  .replace('9 to 5', '8.30 to 6')
  .replace('Car park closed', 'Car park open')
  .replace('/visit/', '/come/')

const places = (sections: ReturnType<typeof clashSections>) =>
  sections.filter((s) => s.kind === 'clash')

test('one clash per block, the rest fits together', () => {
  const sections = clashSections({ base, mine, theirs }, true)
  expect(places(sections)).toEqual([
    {
      kind: 'clash',
      part: 'block',
      base: '<p>Open from 9 to 5.</p>\n',
      mine: '<p>Open from 8 to dusk.</p>\n',
      theirs: '<p>Open from 8.30 to 6.</p>\n',
      canKeepBoth: true,
    },
  ])
  const text = joinSections(sections, ['mine'])
  expect(text).toBe(mine.replace('Car park closed', 'Car park open').replace('/visit/', '/come/'))
  expect(joinSections(sections, ['both'])).toContain(
    '<p>Open from 8 to dusk.</p>\n<p>Open from 8.30 to 6.</p>\n<p>Dogs',
  )
  expect(joinSections(sections, [null])).toBeNull()
})

test('the same detail changed twice cannot be kept twice', () => {
  const sections = clashSections(
    { base, mine, theirs: base.replace('title: Visit', 'title: Come') },
    true,
  )
  expect(places(sections)).toMatchObject([
    { part: 'details', mine: 'title: Plan your visit\n', theirs: 'title: Come\n' },
  ])
  expect(places(sections)[0]).toHaveProperty('canKeepBoth', false)
})

test('a block deleted here and changed there is one clash', () => {
  const gone = base.replace('<p>Car park closed.</p>\n', '')
  const sections = clashSections({ base, mine: gone, theirs }, true)
  expect(places(sections)).toMatchObject([
    { mine: '', theirs: '<p>Car park open.</p>\n', canKeepBoth: false },
  ])
  expect(joinSections(sections, ['mine'])).not.toContain('Car park')
})

test('a paragraph deleted between changed ones is a clash of its own', () => {
  const was =
    '<p>Bus 14 stops at the pier.</p>\n<p>The overflow car park is closed.</p>\n<p>Bring a warm coat.</p>\n'
  const here = '<p>Bus 27 stops at the pier.</p>\n<p>Bring a very warm coat.</p>\n'
  const there = was.replace('is closed', 'is closed until May')
  const sections = clashSections({ base: was, mine: here, theirs: there }, true)
  expect(places(sections)).toMatchObject([
    { mine: '', theirs: '<p>The overflow car park is closed until May.</p>\n' },
  ])
  expect(joinSections(sections, ['mine'])).toBe(here)
})

test('both kept at the end of a file without a line end stand apart', () => {
  const md = { base: 'One\n\nTwo', mine: 'One\n\nTwo mine', theirs: 'One\n\nTwo theirs' }
  const sections = clashSections(md, true)
  expect(joinSections(sections, ['both'])).toBe('One\n\nTwo mine\n\nTwo theirs')
})

test('blank lines inside a fence of code part nothing', () => {
  const text = 'Before\n\n```\na\n\nb\n```\n\nAfter\n'
  expect(piecesOfPage(text, false).map((p) => p.text)).toEqual([
    'Before\n\n',
    '```\na\n\nb\n```\n\n',
    'After\n',
  ])
})

const blocks = fc.array(
  fc.constantFrom('<p>a</p>', '<p>b</p>', '<h2>c</h2>', '<ul><li>d</li></ul>'),
)
const html = blocks.map((list) => page('title: T\nz: 1\n', list.map((b) => `${b}\n`).join('')))
const markdown = fc
  .array(fc.constantFrom('a', '', '```', 'b', '# c', '  d', '\r'))
  .map((lines) => lines.join('\n'))
const anyText = fc.oneof(html, markdown, fc.string())

test('the pieces of a file, joined, are the file', () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, asHtml) => {
      expect(
        piecesOfPage(text, asHtml)
          .map((p) => p.text)
          .join(''),
      ).toBe(text)
      expect(
        piecesOfText(text)
          .map((p) => p.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

const all = (choice: ClashChoice) => new Array<ClashChoice>(1000).fill(choice)

test.each([
  ['pages', true],
  ['other texts', false],
] as const)('%s: what one side alone changed is taken, either way round', (_, isPage) => {
  fc.assert(
    fc.property(anyText, anyText, (was, now) => {
      const left = clashSections({ base: was, mine: now, theirs: was }, isPage)
      const right = clashSections({ base: was, mine: was, theirs: now }, isPage)
      const both = clashSections({ base: was, mine: now, theirs: now }, isPage)
      for (const sections of [left, right, both]) expect(joinSections(sections, [])).toBe(now)
    }),
  )
})

test('every word of both sides is in the sections, and swapping the sides swaps the choices', () => {
  fc.assert(
    fc.property(html, html, html, (was, one, other) => {
      const a = clashSections({ base: was, mine: one, theirs: other }, true)
      const b = clashSections({ base: was, mine: other, theirs: one }, true)
      const swapped = joinSections(b, all('theirs'))
      expect(places(a).length).toBe(places(b).length)
      expect([...(joinSections(a, all('mine')) ?? '')].sort()).toEqual([...(swapped ?? '')].sort())
    }),
  )
})
