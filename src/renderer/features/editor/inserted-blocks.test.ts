import { describe, expect, test } from 'vitest'
import { insertBlock } from './commands/insert-block.ts'
import { frameAddress } from './frames/frame-address.ts'
import { changeImage, insertImage } from './images/image-commands.ts'
import { linkForms, linkRange, removeLink, setLink } from './links/link-range.ts'
import { expectEdit, run } from './testing/expect-edit.ts'

const body = '<p>First  line\nhere</p>\n<p>Second line</p>'
const isomerLink = (href: string, words: string) =>
  `<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${words}</a>`

describe('links', () => {
  test('a new link has Isomer’s form', () =>
    expectEdit(
      body,
      (page) => {
        page.mark('Second')
        const range = linkRange(page.editor.state)
        run(page, setLink(range, { href: '/plan/', text: range.text }, linkForms.isomer))
      },
      `<p>First  line\nhere</p>\n<p>${isomerLink('/plan/', 'Second')} line</p>`,
    ))
  test('changing an address keeps the words and every other attribute', () =>
    expectEdit(
      '<p>See <a class="k" href="/a/">this <strong>page</strong></a> now</p>',
      (page) => {
        page.behind('pag')
        const range = linkRange(page.editor.state)
        expect(range).toMatchObject({ text: 'this page', href: '/a/' })
        run(page, setLink(range, { href: '/b/', text: range.text }, linkForms.isomer))
      },
      '<p>See <a class="k" href="/b/">this <strong>page</strong></a> now</p>',
    ))
  test('a link goes, its words stay', () =>
    expectEdit(
      '<p>See <a href="/a/">this page</a> now</p>',
      (page) => {
        page.behind('this')
        run(page, removeLink(linkRange(page.editor.state)))
      },
      '<p>See this page now</p>',
    ))
  test('links that would run programs are refused', async () => {
    await expectEdit(
      body,
      (page) => {
        page.mark('Second')
        const range = linkRange(page.editor.state)
        const command = setLink(range, { href: 'java\tscript:x', text: 'x' }, linkForms.plain)
        expect(page.run(command)).toBe(false)
      },
      body,
    )
  })
})

describe('images and frames', () => {
  const image = (alt: string) =>
    `<div class="isomer-image-wrapper">\n<img style="width: 100%" height="auto" width="100%" alt="${alt}" src="/images/a.jpg">\n</div>`
  test('a new image has Isomer’s wrapper', () =>
    expectEdit(
      body,
      (page) => {
        page.behind('here')
        run(page, insertImage({ src: '/images/a.jpg', alt: 'A pier' }))
      },
      `<p>First  line\nhere</p>\n${image('A pier')}\n<p>Second line</p>`,
    ))
  test('a new alt text changes nothing else', () =>
    expectEdit(
      `<p>a</p>\n${image('A pier')}`,
      (page) => {
        page.pick('image')
        run(page, changeImage({ alt: 'A pier at dusk' }))
      },
      `<p>a</p>\n${image('A pier at dusk')}`,
    ))
  test('a frame', () =>
    expectEdit(
      '<p>a</p>',
      (page) => {
        page.behind('a')
        const read = frameAddress('https://youtu.be/abcDEF12345')
        if (read.kind !== 'frame') throw new Error(read.words)
        run(
          page,
          insertBlock((s) => s.node('iframe', { src: read.src })),
        )
      },
      '<p>a</p>\n<div class="iframe-wrapper">\n<iframe height="315" width="560" allowfullscreen="true" frameborder="0" src="https://www.youtube.com/embed/abcDEF12345"></iframe>\n</div>',
    ))
  test.each([
    [
      '<iframe width="5" src="https://form.gov.sg/abc" onload="x()"></iframe>',
      'https://form.gov.sg/abc',
    ],
    ['//player.vimeo.com/video/1', 'https://player.vimeo.com/video/1'],
    ['https://vimeo.com/123456', 'https://player.vimeo.com/video/123456'],
    ['http://example.org/', null],
    ['javascript:alert(1)', null],
    ['words', null],
  ])('%s is read as %s', (typed, src) => {
    const read = frameAddress(typed)
    expect(read.kind === 'frame' ? read.src : null).toBe(src)
  })
})
