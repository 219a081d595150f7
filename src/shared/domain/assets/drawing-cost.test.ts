import { expect, test } from 'vitest'
import { isHeavyDrawing } from './drawing-cost.ts'

const svg = (inside: string, head = '') =>
  `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`

/** Each level holds the one before it ten times. */
const levels = (count: number, level: (i: number) => string) =>
  svg(
    `<g id="a0"><rect width="1" height="1"/></g>${Array.from({ length: count }, (_, i) => level(i + 1)).join('')}<use href="#a${count}"/>`,
  )
const tenUses = (attribute: string) => (i: number) =>
  `<g id="a${i}">${`<use ${attribute}="#a${i - 1}"/>`.repeat(10)}</g>`

test.each([
  ['href', tenUses('href')],
  ['xlink:href', tenUses('xlink:href')],
  ['entities', (i: number) => `<g id="a${i}">${`<use href="&#35;a${i - 1}"/>`.repeat(10)}</g>`],
  [
    'patterns',
    (i: number) =>
      `<pattern id='a${i}'>${`<rect style='fill: url( "#a${i - 1}")'/>`.repeat(10)}</pattern>`,
  ],
])('parts of parts by %s are too many', (_, level) => {
  expect(isHeavyDrawing(levels(3, level))).toBe(false)
  expect(isHeavyDrawing(levels(8, level))).toBe(true)
})

test('parts by style sheet, of themselves, and elements in entities', () => {
  const parts = Array.from(
    { length: 9 },
    (_, i) => `<pattern id="a${i}">${`<rect class="b${i + 1}"/>`.repeat(10)}</pattern>`,
  )
  const rules = Array.from({ length: 9 }, (_, i) => `.b${i}{fill:url(#a${i})}`)
  expect(isHeavyDrawing(svg(`<style>${rules.join('')}</style>${parts.join('')}`))).toBe(true)
  expect(isHeavyDrawing(svg('<g id="a"><use href="#a"/></g>'))).toBe(true)
  const entity = '<!DOCTYPE svg [<!ENTITY a "<g/><g/>"><!ENTITY b "&a;&a;">]>'
  expect(isHeavyDrawing(svg('&b;', entity))).toBe(true)
})

test('ordinary drawings are drawn', () => {
  const illustrator = '<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>'
  expect(isHeavyDrawing(svg('<path d="M0 0"/>', illustrator))).toBe(false)
  expect(
    isHeavyDrawing(svg('<g id="a"><use href="#b"/></g><h2 id="c"><a href="#c">c</a></h2>')),
  ).toBe(false)
  const styled =
    '<style>.a{fill:url(#g)} path{clip-path:url(#c)}</style><linearGradient id="g" class="a"><stop/></linearGradient><clipPath id="c"><rect/></clipPath><path class="a"/>'
  expect(isHeavyDrawing(svg(styled))).toBe(false)
  const icons = Array.from({ length: 3000 }, () => '<use href="#i" fill="url(#g)"/>').join('')
  const sheet = `<linearGradient id="g"><stop/><stop/></linearGradient><symbol id="i"><path/></symbol>`
  expect(isHeavyDrawing(svg(sheet + icons))).toBe(false)
  expect(isHeavyDrawing(`${svg('<path/>'.repeat(20_000))}<p id="x">unclosed <br>`)).toBe(false)
})

test('a long or odd file is judged to its end', () => {
  expect(isHeavyDrawing('<g id="a">'.repeat(20_000))).toBe(true)
  const hard = ['<svg a="b" ', '<style>', '</g>', '<a "', "<a '<", '<!--', 'id="a" url(#']
  for (const piece of hard)
    expect([piece, isHeavyDrawing(piece.repeat(20_000))]).toEqual([piece, piece === '<style>'])
})
