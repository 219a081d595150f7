import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editAlts } from './edit-alts.ts'
import { imagesIn } from './image-uses.ts'

const seen = (text: string, path = 'a.md') =>
  imagesIn(path, text).map(({ src, altText }) => [text.slice(src.start, src.end), altText])

describe('images in pages', () => {
  test.each([
    ['![A boat](/images/a.png)', [['/images/a.png', 'A boat']]],
    ['![](/images/a b(1).png "Title")', [['/images/a b(1).png', null]]],
    ['![x \\] y](</images/a b.png>)', [['/images/a b.png', 'x ] y']]],
    ['<img src="/a.png">', [['/a.png', null]]],
    ["<IMG width=100% alt='' src=/a.png/>", [['/a.png/', '']]],
    ['<img alt src="/a.png" />', [['/a.png', '']]],
    ['<img alt="Tom &amp; &quot;Jo&quot;"\n  src="/a.png">', [['/a.png', 'Tom & "Jo"']]],
    ['<picture><img src="/a.png" alt="a > b"></picture>', [['/a.png', 'a > b']]],
    ['[![A](/a.png)](/b/)', [['/a.png', 'A']]],
    ['<!-- <img src="/a.png"> --> `![](b.png)`\n\n```\n![](/c.png)\n```\n', []],
    ['---\ntitle: "![](x.png)"\n---\n<script>"<img src=x.png>"</script>', []],
    ['<img src="/a.png', []],
    ['![never closed](/a.png', []],
  ])('%s', (text, expected) => expect(seen(text)).toEqual(expected))

  test('Markdown is only read in Markdown files', () => {
    expect(seen('![A](/a.png)<img src="b.png">', 'a.html')).toEqual([['b.png', null]])
  })
})

const set = (text: string, alt: string, path = 'a.md') => {
  const [image] = imagesIn(path, text)
  if (!image) throw new Error('no image')
  const src = text.slice(image.src.start, image.src.end)
  return editAlts(path, text, [{ at: image.at, src, alt }])
}

describe('setting an alt text', () => {
  test.each([
    ['![](/a.png "T")', 'A [small] boat', '![A \\[small\\] boat](/a.png "T")'],
    ['![old](/a.png)', 'New', '![New](/a.png)'],
    [
      '<img width="1" src="/a.png">',
      'Say "hi" & <b>',
      '<img width="1" alt="Say &quot;hi&quot; & &lt;b&gt;" src="/a.png">',
    ],
    ["<img alt='old' src='/a.png'>", 'new', "<img alt='new' src='/a.png'>"],
    ['<img alt src="/a.png">', 'new', '<img alt="new" src="/a.png">'],
    ['<img alt=old src="/a.png">', '', '<img alt="" src="/a.png">'],
    ['x ![](/a b.png) y', '', 'x <img alt="" src="/a b.png"> y'],
  ])('%s + %s', (text, alt, expected) => {
    expect(set(text, alt)).toEqual({ text: expected, done: 1, skipped: 0 })
  })

  test('an image that is no longer there is skipped, one that says so already is left', () => {
    const text = '![A](/a.png)'
    expect(editAlts('a.md', text, [{ at: 3, src: '/a.png', alt: 'B' }]).skipped).toBe(1)
    expect(editAlts('a.md', text, [{ at: 0, src: '/b.png', alt: 'B' }]).skipped).toBe(1)
    expect(editAlts('a.md', text, [{ at: 0, src: '/a.png', alt: 'A' }])).toEqual({
      text,
      done: 0,
      skipped: 0,
    })
  })

  test('what is written is what is read, and nothing else changes', () => {
    const page = fc.constantFrom(
      (image: string) => `# Title\n\nWords ${image} more\n`,
      (image: string) => `<div class="x">\n<p>${image}</p>\n</div>\n\n![other](/o.png)\n`,
    )
    const image = fc.constantFrom(
      '![](/a.png)',
      '![old *x*](</a b.png>)',
      '<img src="/a.png">',
      "<img class=a alt='o' src='/a.png'/>",
    )
    const words = fc.array(fc.constantFrom(...'aZ9 []()<>"\'&;#\\*_`!{}|–é日😀'), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(page, image, words, (frame, written, characters) => {
        const alt = characters.join('').replace(/\s+/g, ' ').trim()
        fc.pre(alt !== '')
        const text = frame(written)
        const before = imagesIn('a.md', text)
        const { text: next, done } = set(text, alt)
        const after = imagesIn('a.md', next)
        expect(after.length).toBe(before.length)
        if (done > 0) expect(after[0]?.altText).toBe(alt)
        const [prefix, suffix] = [text.slice(0, before[0]?.at), text.slice(before[0]?.end)]
        expect(next.startsWith(prefix)).toBe(true)
        expect(next.endsWith(suffix)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
