import { describe, expect, test } from 'vitest'
import { changeFrame } from './frames/change-frame.ts'
import { addCardImage, removeCardImage } from './images/card-image.ts'
import { insertImage } from './images/image-commands.ts'
import { setBlockLink } from './links/block-link.ts'
import { expectEdit, onPage, run } from './testing/expect-edit.ts'
import { blockValues, setBlockValue, shownValue } from './values/block-values.ts'

const picture =
  '<img style="width: 100%" height="auto" width="100%" alt="A pier" src="/images/a.jpg">'
const wrapped = `<div class="isomer-image-wrapper">\n${picture}\n</div>`
const body = (title: string, link = '') =>
  `<div class="isomer-card-body">\n<div class="isomer-card-title">${title}</div>\n<div class="isomer-card-description">text</div>${link}\n</div>`
const plain = (inside: string) => `<div class="isomer-card">\n${inside}\n</div>`
const grid = (...cards: string[]) => `<div class="isomer-card-grid">\n${cards.join('\n')}\n</div>`
const one = plain(body('one'))

describe('the link of a card', () => {
  test('comes with words for it, as Isomer writes them, and goes with them', async () => {
    const page = await onPage(grid(one, plain(body('two'))))
    page.behind('two')
    run(page, setBlockLink('/plan/'))
    const linked = `<a rel="noopener noreferrer nofollow" href="/plan/" class="isomer-card">${body('two', '<div class="isomer-card-link">This is a link for your card</div>')}</a>`
    expect(await page.body()).toBe(grid(one, linked.replaceAll('\n', '')))
    run(page, setBlockLink(null))
    expect(await page.body()).toBe(grid(one, plain(body('two'))))
  })
  test('changes nothing but its address', () => {
    const linked = (href: string) =>
      grid(
        `<a rel="noopener noreferrer nofollow" href="${href}" class="isomer-card">${body('two', '\n<div class="isomer-card-link">More</div>')}</a>`,
      )
    return expectEdit(
      linked('/a/'),
      (page) => {
        page.behind('two')
        run(page, setBlockLink('/b/'))
      },
      linked('/b/'),
    )
  })
  test('runs no programs', async () => {
    const page = await onPage(grid(one))
    page.behind('one')
    expect(page.run(setBlockLink('javascript:alert(1)'))).toBe(false)
  })
})

describe('the link of a picture', () => {
  const linked = `<a class="isomer-image-wrapper" href="/plan/">${picture}</a>`
  test('takes the place of its wrapper', () =>
    expectEdit(
      `<p>a</p>\n${wrapped}\n<p>b</p>`,
      (page) => {
        page.pick('image')
        run(page, setBlockLink('/plan/'))
      },
      `<p>a</p>\n${linked}\n<p>b</p>`,
    ))
  test('leaves the wrapper behind when it goes', () =>
    expectEdit(
      `<p>a</p>\n${linked}\n<p>b</p>`,
      (page) => {
        page.pick('image')
        run(page, setBlockLink(null))
      },
      `<p>a</p>\n${wrapped}\n<p>b</p>`,
    ))
})

describe('the picture of a card', () => {
  const pictured = plain(`<div class="isomer-card-image">\n${wrapped}\n</div>\n${body('two')}`)
  test('stands at its top, in Isomer’s form', () =>
    expectEdit(
      grid(one, plain(body('two'))),
      (page) => {
        page.behind('two')
        run(page, insertImage({ src: '/images/a.jpg', alt: 'A pier' }))
        expect(page.run(addCardImage({ src: '/images/b.jpg', alt: '' }))).toBe(false)
      },
      grid(one, pictured),
    ))
  test('goes alone', () =>
    expectEdit(
      grid(one, pictured),
      (page) => {
        page.behind('two')
        run(page, removeCardImage)
      },
      grid(one, plain(body('two'))),
    ))
})

test('a frame shows another address and keeps the rest as it was', () => {
  const frame = (src: string) =>
    `<p>a</p>\n<div class="iframe-wrapper">\n<iframe height="700" width="99%" frameborder="0" src="${src}"></iframe>\n</div>`
  return expectEdit(
    frame('https://www.youtube.com/embed/one'),
    (page) => {
      page.pick('iframe')
      run(page, changeFrame({ src: 'https://form.gov.sg/two' }))
    },
    frame('https://form.gov.sg/two'),
  )
})

describe('one word or number', () => {
  const list = (open: string) => `${open}\n<li>\n<p>one</p>\n</li>\n</ol>`
  test('a numbered list begins elsewhere', () =>
    expectEdit(
      list('<ol data-tight="true" class="tight">'),
      (page) => {
        page.behind('one')
        run(page, setBlockValue(blockValues['list-start'], 4))
        expect(shownValue(page.editor.state, blockValues['list-start'])).toBe('4')
      },
      list('<ol start="4" data-tight="true" class="tight">'),
    ))
  test('code has a language', () =>
    expectEdit(
      '<pre><code>let  a</code></pre>',
      (page) => {
        page.behind('let')
        run(page, setBlockValue(blockValues.language, 'js'))
      },
      '<pre><code class="language-js">let  a</code></pre>',
    ))
  test('code in Markdown, too', async () => {
    const page = await onPage('```\nlet  a\n```\n', 'markdown')
    page.behind('let')
    run(page, setBlockValue(blockValues.language, 'js'))
    expect(await page.body()).toBe('```js\nlet  a\n```\n')
  })
  test.each([
    ['list-start', 'x', false],
    ['list-start', ' 12 ', true],
    ['language', 'c++', true],
    ['language', 'a b', false],
    ['language', '"><script>', false],
  ] as const)('%s: %s', (name, typed, fits) => {
    expect('value' in blockValues[name].read(typed)).toBe(fits)
  })
})
