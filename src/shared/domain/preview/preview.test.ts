import fc from 'fast-check'
import { parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { pageHtml } from './page-html.ts'
import { placeId } from './place-id.ts'
import { previewCss } from './preview-css.ts'
import { previewPage } from './preview-page.ts'
import { quietCss } from './quiet-css.ts'
import { quietHtml } from './quiet-html.ts'
import { readSiteLook } from './site-look.ts'

const mediaUrl = (src: string) => (src.startsWith('/') ? `media://site${src}` : null)
const quiet = (html: string, place: number | null = null) => quietHtml(html, { mediaUrl, place })

/** What may send, start or fetch something. */
const active =
  /<(?:script|iframe|frame|object|embed|applet|base|meta|link|portal)\b|\son\w+\s*=|\s(?:href|srcdoc|action|formaction|ping|srcset)\s*=/i

describe('quiet HTML', () => {
  test.each([
    ['<script>alert(1)</script><p onclick="x()">a</p>', '<p>a</p>'],
    [
      '<a href="javascript:x()">a</a>',
      '<a data-href="javascript:x()" title="javascript:x()">a</a>',
    ],
    [
      '<img src="/images/a.png" srcset="http://x/y 2x" onerror="x()">',
      '<img src="media://site/images/a.png">',
    ],
    ['<img src="{{ site.baseurl }}/images/a.png">', '<img src="media://site/images/a.png">'],
    [
      '<svg><a xlink:href="http://x/">a</a><script>x</script></svg>',
      '<svg><a data-href="http://x/" title="http://x/">a</a></svg>',
    ],
    [
      '<meta http-equiv="refresh" content="0;url=http://x/"><base href="http://x/"><p>a',
      '<p>a</p>',
    ],
    [
      '<template><iframe src="http://x/"></iframe></template>',
      '<template><span class="galley-note">Frame from x, shown on the site</span></template>',
    ],
    [
      '<form action="http://x/"><button formaction="y">a</button></form>',
      '<form><button>a</button></form>',
    ],
  ])('%s', (html, wanted) => {
    expect(quiet(html)).toBe(wanted)
  })

  test('drawings that no window survives are named, not drawn', () => {
    const heavy = '<p>a</p><svg><pattern id="a" fill="url(#a)"></pattern></svg>'
    expect(quiet(heavy)).toBe(
      '<p>a</p><span class="galley-note">Drawing, too big to show here</span>',
    )
  })

  test('pictures and frames of other hosts are named, not shown', () => {
    expect(quiet('<img src="https://tracker.example/p.gif">')).toContain(
      'Picture from tracker.example',
    )
    expect(quiet('<iframe src="https://www.youtube.com/embed/x"></iframe>')).toContain(
      'Frame from www.youtube.com',
    )
  })
})

describe('quiet HTML, whatever it was made of', () => {
  test('nothing that acts is left, whatever stands there', () => {
    const parts = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<script>',
        '</script>',
        '<svg>',
        '<math>',
        '<style>',
        '</style>',
        '<!--',
        '-->',
      ],
      ...[
        '<iframe src=//x srcdoc=y>',
        '<a href=x onfocus=y>',
        '<img src=x onerror=y>',
        '<template>',
      ],
      ...[
        '<table>',
        '<td>',
        '<noscript>',
        '<textarea>',
        '<title>',
        '<select>',
        '</select>',
        '<link href=x>',
      ],
      ...[
        '<object data=x>',
        '<base href=x>',
        '<meta http-equiv=refresh>',
        'words',
        '<foreignObject>',
        '"',
        "'",
        '>',
      ],
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 14 }), (pieces) => {
        const left = quiet(pieces.join(''))
        // What a comment, a style or a text says is not code; a browser's own reading tells.
        const tags: string[] = []
        const walk = (node: {
          nodeName: string
          attrs?: { name: string }[]
          childNodes?: unknown[]
          content?: unknown
        }) => {
          const attrs = (node.attrs ?? []).map(({ name }) => ` ${name}=`).join('')
          tags.push(`<${node.nodeName}${attrs}`)
          for (const child of node.childNodes ?? []) walk(child as never)
          if (node.content) walk(node.content as never)
        }
        walk(parse(`<body>${left}</body>`) as never)
        expect(tags.filter((tag) => active.test(`${tag} `))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('the place to begin at', () => {
    expect(quiet('<p>a</p>\n<p id="x">b</p>', 1)).toBe(`<p>a</p>\n<p id="${placeId}">b</p>`)
    expect(quiet('<p>a</p>', 7)).toBe(`<p id="${placeId}">a</p>`)
    expect(quiet('words', 3)).toBe('words')
  })
})

test.each([
  ['a { color: red }', 'a { color: red }'],
  ['a { background: url(/images/a.png) }', 'a { background: url("media://site/images/a.png") }'],
  [`a { background: url('https://x/a"b.png') }`, 'a { background: url("") }'],
  ['@import "x.css"; a { top: 0 }', ' a { top: 0 }'],
  ['a::after { content: "</style><script>" }', 'a::after { content: "\\3c /style><script>" }'],
  ['@media (width < 600px) { a { top: 0 } }', '@media (width < 600px) { a { top: 0 } }'],
])('quiet CSS: %s', (css, wanted) => {
  expect(quietCss(css, mediaUrl)).toBe(wanted)
})

describe('a page as HTML', () => {
  test('HTML stays as it is, Markdown is read as the editor reads it', () => {
    expect(pageHtml('---\ntitle: A\nvariant: tiptap\n---\n<p>One</p>\n').html).toBe('<p>One</p>\n')
    expect(pageHtml('---\ntitle: A\n---\n## Two\n\n- *three*\n').html).toContain('<em>three</em>')
  })

  test('a homepage shows its sections', () => {
    const { html } = pageHtml(
      '---\nlayout: homepage\nsections:\n  - hero:\n      title: Come and see\n      key_highlights:\n        - title: Boats\n          description: Every day\n---\n',
    )
    expect(html).toContain('<h2>Come and see</h2>')
    expect(html).toContain('Boats')
  })
})

describe('the look of a site', () => {
  test('is read from its own files; a colour that is none is not taken', () => {
    const look = readSiteLook({
      config:
        'title: Bay\ncolors:\n  primary-color: "#123456"\n  secondary-color: "red;} body{display:none"\n',
      navigation: 'logo: /images/l.png\nlinks:\n  - title: About\n    collection: about\n',
      footer: 'faq: /faq/\n',
    })
    expect(look.colours).toEqual({ primary: '#123456', secondary: '#484848' })
    expect(look.menu.map(({ title }) => title)).toEqual(['About'])
    expect(look.footer).toEqual(['FAQ'])
  })

  test('broken files give a plain look', () => {
    const look = readSiteLook({ config: 'a: [', navigation: '- 1', footer: '\t' })
    expect(look.menu).toEqual([])
  })

  test('words of the site cannot end the page’s own tags', () => {
    const words = '</style><script>x</script>"'
    const look = readSiteLook({
      config: `title: '${words}'`,
      navigation: `links:\n  - title: '${words}'`,
    })
    const html = previewPage({
      look,
      title: words,
      crumbs: [words],
      side: [],
      body: '',
      css: previewCss,
      mediaUrl,
    })
    expect(html).not.toContain('<script')
    expect(html.match(/<\/style>/g)).toHaveLength(1)
  })
})
