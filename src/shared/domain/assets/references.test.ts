import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basesOf } from './bases-of.ts'
import { mentionFinder } from './find-mentions.ts'
import { referencesAmong } from './find-references.ts'
import { planFiles } from './plan-files.ts'
import { resolveMention } from './resolve-mention.ts'
import { siteFacts } from './site-facts.ts'

const find = mentionFinder()
const config =
  'url: https://www.agency.gov.sg\nstaging: https://agency-staging.netlify.app\nbaseurl: /site\n'
const remote = 'github.com/isomerpages/agency'

/** What a text becomes when one file gets another path. */
function moved(
  text: string,
  { from, to, page = 'pages/a.md', permalink = '/about/' }: Move,
): string {
  const facts = siteFacts({ paths: [from, page, 'images/other.png'], config, cname: null, remote })
  const { plan, lost } = planFiles({
    summary: 'Rename',
    files: [{ from, to, content: null }],
    facts,
    find,
    texts: [{ path: page, text, permalink }],
  })
  expect(lost).toEqual([])
  const write = plan.changes.find(({ kind }) => kind === 'write')
  return write?.kind === 'write' ? String(write.content) : text
}
interface Move {
  readonly from: string
  readonly to: string
  readonly page?: string
  readonly permalink?: string | null
}

const harbour = { from: 'images/Our harbour & bay.jpg', to: 'images/harbour.jpg' }
const plain = { from: 'images/a.png', to: 'images/new/b c.png' }

/** A text, a move, and the text after it. */
const forms = [
  // Raw and encoded, in Markdown, HTML, YAML.
  ['![x](/images/Our harbour & bay.jpg)', harbour, '![x](/images/harbour.jpg)'],
  ['![x](/images/Our%20harbour%20%26%20bay.jpg "T")', harbour, '![x](/images/harbour.jpg "T")'],
  ['![x](</images/Our harbour & bay.jpg>)', harbour, '![x](</images/harbour.jpg>)'],
  ['<img src="/images/Our harbour &amp; bay.jpg">', harbour, '<img src="/images/harbour.jpg">'],
  [
    "<img src='/images/Our%20harbour%20&amp;%20bay.jpg'>",
    harbour,
    "<img src='/images/harbour.jpg'>",
  ],
  ['<img src=/images/a.png>', plain, '<img src=/images/new/b%20c.png>'],
  ['image: /images/Our harbour & bay.jpg\n', harbour, 'image: /images/harbour.jpg\n'],
  ['image: images/a.png\n', plain, 'image: images/new/b%20c.png\n'],
  ["image: '/images/a.png' # note", plain, "image: '/images/new/b%20c.png' # note"],
  [
    'image: >-\n  /images/Our harbour\n  & bay.jpg\nnext: 1',
    harbour,
    'image: >-\n  /images/harbour.jpg\nnext: 1',
  ],
  ['- /images/a.png', plain, '- /images/new/b%20c.png'],
  // Several in one value, styles, scripts.
  [
    '<img srcset="/images/a.png 1x, /images/other.png 2x,/images/a.png 3x">',
    plain,
    '<img srcset="/images/new/b%20c.png 1x, /images/other.png 2x,/images/new/b%20c.png 3x">',
  ],
  ['background: url(/images/a.png);', plain, 'background: url(/images/new/b%20c.png);'],
  ["a{b:url( '/images/a.png' )}", plain, "a{b:url( '/images/new/b%20c.png' )}"],
  [String.raw`{"i":"\/images\/a.png"}`, plain, String.raw`{"i":"\/images\/new\/b%20c.png"}`],
  [
    '<div style="background:url(&quot;/images/a.png&quot;)">',
    plain,
    '<div style="background:url(&quot;/images/new/b%20c.png&quot;)">',
  ],
  // From elsewhere: full addresses of the site, of its staging version, of its repository.
  [
    '[x](https://www.agency.gov.sg/images/a.png?v=1#p)',
    plain,
    '[x](https://www.agency.gov.sg/images/new/b%20c.png?v=1#p)',
  ],
  [
    '[x](http://agency.gov.sg/images/a.png)',
    plain,
    '[x](http://agency.gov.sg/images/new/b%20c.png)',
  ],
  ['[x](//AGENCY.gov.sg/images/a.png/)', plain, '[x](//AGENCY.gov.sg/images/new/b%20c.png/)'],
  [
    'https://agency-staging.netlify.app/images/a.png',
    plain,
    'https://agency-staging.netlify.app/images/new/b%20c.png',
  ],
  [
    '<img src="https://raw.githubusercontent.com/isomerpages/agency/staging/images/a.png">',
    plain,
    '<img src="https://raw.githubusercontent.com/isomerpages/agency/staging/images/new/b%20c.png">',
  ],
  // Templates and the folder the site is served under.
  [
    '<img src="{{ site.baseurl }}/images/a.png">',
    plain,
    '<img src="{{ site.baseurl }}/images/new/b%20c.png">',
  ],
  ["{{ '/images/a.png' | relative_url }}", plain, "{{ '/images/new/b%20c.png' | relative_url }}"],
  ['{% link images/a.png %}', plain, '{% link images/new/b%20c.png %}'],
  ['<a href="/site/images/a.png">', plain, '<a href="/site/images/new/b%20c.png">'],
  // Relative to the page's address, and to its file.
  ['<img src="../images/a.png">', plain, '<img src="../images/new/b%20c.png">'],
  ['<img src="../../../images/a.png">', plain, '<img src="../../../images/new/b%20c.png">'],
  [
    '<img src="./images/a.png">',
    { ...plain, permalink: '/' },
    '<img src="./images/new/b%20c.png">',
  ],
  [
    '![](a.png)',
    { from: 'docs/a.png', to: 'img/b.png', page: 'docs/x.md', permalink: null },
    '![](../img/b.png)',
  ],
  [
    '![](a.png)',
    { from: 'docs/a.png', to: 'docs/b.png', page: 'docs/x.md', permalink: null },
    '![](b.png)',
  ],
  // Both in one text; comments and code follow too.
  [
    '<!-- /images/a.png --> `/images/a.png`',
    plain,
    '<!-- /images/new/b%20c.png --> `/images/new/b%20c.png`',
  ],
  // Names that need care.
  [
    '![](/images/Grüße.png)',
    { from: 'images/Grüße.png', to: 'images/Größe.png' },
    '![](/images/Gr%C3%B6%C3%9Fe.png)'.replace('%C3%9F', 'ß'),
  ],
  [
    '![](/images/Gr%C3%BC%C3%9Fe.png)',
    { from: 'images/Gru\u0308ße.png', to: 'images/g.png' },
    '![](/images/g.png)',
  ],
  [
    '![](/images/a_b\\(1\\).png)',
    { from: 'images/a_b(1).png', to: 'images/a.png' },
    '![](/images/a.png)',
  ],
  [
    '![](/images/100%25.png)',
    { from: 'images/100%.png', to: 'images/50%.png' },
    '![](/images/50%25.png)',
  ],
  [
    '![](/images/a%20b.png)',
    { from: 'images/a%20b.png', to: 'images/ab.png' },
    '![](/images/ab.png)',
  ],
  [
    "i: '/images/Anna''s.png'",
    { from: "images/Anna's.png", to: 'images/annas.png' },
    "i: '/images/annas.png'",
  ],
  [
    '/images/a.jpg copy.png',
    { from: 'images/a.jpg copy.png', to: 'images/c.png' },
    '/images/c.png',
  ],
  [
    '![](/images/Graphics /a.png)',
    { from: 'images/Graphics /a.png', to: 'images/Graphics /b c.png' },
    '![](/images/Graphics /b c.png)',
  ],
] as const

describe('each way of writing an address is found, and kept', () => {
  test.each(forms)('%s', (text, move, expected) => {
    expect(moved(text, move)).toBe(expected)
  })

  test.each([
    'https://elsewhere.example/images/a.png',
    'https://raw.githubusercontent.com/others/agency/staging/images/a.png',
    '//cdn.example/images/a.png',
    '/images/a.png.bak /images/a.pngs /images/xa.png /more/images/a.png',
    '/images/A.png',
    'the file a.png',
    '/images/a.png-large',
  ])('%s is no reference', (text) => {
    expect(moved(text, plain)).toBe(text)
  })
})

const character = fc.constantFrom(..."ab1-_.~ ()&'+,;=@%#üß日😀")
const name = fc
  .array(character, { minLength: 1, maxLength: 12 })
  .map((c) => c.join('').trim())
  .filter((n) => n !== '' && !n.startsWith('.') && !n.endsWith('.'))
const assetPath = fc
  .tuple(fc.array(name, { maxLength: 2 }), name)
  .map(([folders, own]) => ['images', ...folders, `${own}.png`].join('/'))
const frames: readonly ((address: string) => string)[] = [
  (a) =>
    `# Words\n\n![alt](/${encodeURI(a)
      .replace(/[#()']/g, encodeURIComponent)
      .replace(/[()']/g, (c) => `%${c.charCodeAt(0).toString(16)}`)})\n`,
  (a) => `<p><img src="/${a.replaceAll('%', '%25').replaceAll('&', '&amp;')}" alt=""></p>`,
  (a) => `---\nimage: '/${a.replaceAll('%', '%25').replaceAll("'", "''")}'\n---\n`,
  (a) => JSON.stringify({ a: `/${a.replaceAll('%', '%25')}` }).replaceAll('/', '\\/'),
  (a) =>
    `<a href="https://www.agency.gov.sg/${a.split('/').map(encodeURIComponent).join('/')}?x=1">`,
]

test('a reference leads to the new place in every frame, and back again to the old one', () => {
  fc.assert(
    fc.property(assetPath, assetPath, fc.nat(frames.length - 1), (from, to, which) => {
      fc.pre(from.normalize('NFC') !== to.normalize('NFC'))
      const text = frames[which]?.(from) ?? ''
      const leads = (path: string, own: string) =>
        referencesAmong(find(own), {
          facts: siteFacts({ paths: [path], config, cname: null, remote }),
          bases: basesOf('pages/a.md', '/about/'),
        }).map((reference) => reference.path)
      fc.pre(leads(from, text).length === 1)
      const there = moved(text, { from, to })
      expect(leads(to, there)).toEqual([to])
      expect(leads(from, moved(there, { from: to, to: from }))).toEqual([from])
    }),
    { numRuns: 1500 },
  )
})

test('every generated reference is found where it was written with care', () => {
  fc.assert(
    fc.property(assetPath, (path) => {
      const text = `<a href="/${path.split('/').map(encodeURIComponent).join('/')}">`
      expect(moved(text, { from: path, to: 'images/z/z.png' })).toContain('/images/z/z.png"')
    }),
    { numRuns: 500 },
  )
})

test('what is no path of the site is told as broken, or only as a name', () => {
  const facts = siteFacts({ paths: ['images/a.png'], config, cname: null, remote })
  const place = { facts, bases: basesOf('a.md', '/a/') }
  const resolved = (text: string) => find(text).map((mention) => resolveMention(mention, place))
  expect(resolved('![](/images/gone.png)')).toMatchObject([
    { path: null, wanted: 'images/gone.png', start: 4 },
  ])
  expect(resolved('image: /images/my gone.png')).toMatchObject([{ wanted: 'images/my gone.png' }])
  expect(resolved('![](https://other.example/gone.png)')).toMatchObject([{ path: undefined }])
  const wanted = 'images/x/My (book) & co.webp'
  for (const text of [
    '<img src="/images/x/My%20%28book%29%20%26%20co.webp">',
    '<img src="/images/x/My (book) &amp; co.webp">',
    '![](/images/x/My%20%28book%29%20&%20co.webp)',
  ])
    expect(resolved(text)).toMatchObject([{ path: null, wanted }])
  expect(resolved('[a](/images/b) and gone.png')).toMatchObject([{ path: undefined }])
  expect(resolved('folder + "a.png"')).toMatchObject([
    { path: undefined, names: expect.arrayContaining(['a.png']) },
  ])
})

test('a long text of one line is read in time that grows with its length', () => {
  const text = "x '(/images/a.png,".repeat(60_000)
  expect(find(text)).toHaveLength(60_000)
})
