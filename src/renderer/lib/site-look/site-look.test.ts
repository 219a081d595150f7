import { describe, expect, test } from 'vitest'
import { compileSheet } from './compile-sheet.ts'
import { scopeSelector, selectorsOf } from './scope-selector.ts'
import { scopeSheet } from './scope-sheet.ts'

const mediaUrl = (src: string) => (src.startsWith('/images/') ? `media://site${src}` : null)
const scoped = (css: string) =>
  scopeSheet(css, { scope: '.page', mediaUrl }).replace(/\s+/g, ' ').trim()

describe('a selector of a site', () => {
  test.each([
    ['h2', '.page :is(h2)'],
    ['body', '.page'],
    [':root', '.page'],
    ['html body p', '.page :is(p)'],
    ['body > p', '.page :is(p)'],
    ['bodyguard p', '.page :is(bodyguard p)'],
    ['.row .col-2, #main', '.page :is(.site--row .site--col-2), .page :is(#site--main)'],
    ['p::before', '.page :is(p)::before'],
    ['a[title=".x, .y"]:hover', '.page :is(a[title=".x, .y"]:hover)'],
    [':is(.a, .b) c', '.page :is(:is(.site--a, .site--b) c)'],
  ])('%s', (selector, wanted) => {
    expect(scopeSelector(selector, '.page')).toBe(wanted)
  })

  test('lists part at their own commas only', () => {
    expect(selectorsOf('a:is(b, c), d[x="1,2"]')).toEqual(['a:is(b, c)', 'd[x="1,2"]'])
  })
})

describe('a style sheet of a site', () => {
  test('keeps what dresses words, and its own pictures', () => {
    expect(scoped('.note { color: red; background: url(/images/a.png) no-repeat }')).toMatch(
      /^\.page :is\(\.site--note\) \{ color: red; .*background-image: url\("media:\/\/site\/images\/a\.png"\)/,
    )
  })

  test.each([
    'p { position: fixed; top: 0 }',
    'p { display: none }',
    'p { visibility: hidden; pointer-events: none; user-select: none }',
    'p { -webkit-app-region: drag; z-index: 9; cursor: none; white-space: nowrap }',
    'p { background-image: url(https://x.example/a.png) }',
    'p { background-image: image-set("https://x.example/a.png" 1x) }',
    '@import url(https://x.example/a.css);',
    '@font-face { font-family: x; src: url(https://x.example/a.woff2) }',
    '@keyframes x { from { top: 0 } }',
    '@media print { p { color: red } }',
  ])('%s does nothing', (css) => {
    expect(scoped(css).replace('.page :is(p) { top: 0px; }', '')).toBe('')
  })

  test('rules for narrow screens count the width of the page', () => {
    expect(scoped('@media screen and (max-width: 700px) { h2 { color: red } }')).toBe(
      '@container site-page (max-width: 700px) { .page :is(h2) { color: red; } }',
    )
    expect(scoped('@media (prefers-contrast: more) { h2 { color: red } }')).toContain(
      '@media (prefers-contrast: more)',
    )
  })

  test('its variables are not ours', () => {
    expect(scoped(':root { --line: red } p { color: var(--line) }')).toBe(
      '.page { --site-line: red; } .page :is(p) { color: var(--site-line); }',
    )
  })

  test('acts inside the page and nowhere else', () => {
    document.body.innerHTML = '<p id="out">a</p><div class="page"><p id="in">b</p></div>'
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(scoped('* { color: rgb(1, 2, 3) } body p { color: rgb(1, 2, 3) !important }'))
    document.adoptedStyleSheets = [sheet]
    const colour = (id: string) =>
      getComputedStyle(document.getElementById(id) as HTMLElement).color
    expect(colour('in')).toBe('rgb(1, 2, 3)')
    expect(colour('out')).not.toBe('rgb(1, 2, 3)')
    document.adoptedStyleSheets = []
  })
})

describe('SCSS', () => {
  test('is compiled, with Jekyll’s fences at its head', async () => {
    const { css } = await compileSheet('---\n---\n$c: #123;\n.a { .b { color: $c } }')
    expect(css?.replace(/\s+/g, ' ')).toBe('.a .b { color: #123; }')
  })

  test('that is broken says why, and imports nothing', async () => {
    expect((await compileSheet('.a { color: $none }')).problem).toMatch(/Undefined variable/)
    expect((await compileSheet('@use "https://x.example/a";')).problem).toMatch(/./)
    expect((await compileSheet('@import "theme";')).problem).toMatch(/./)
  })

  test('that never ends is stopped', async () => {
    const { problem } = await compileSheet('@while true { $a: 1 }', 1500)
    expect(problem).toMatch(/too long/)
  })
})
