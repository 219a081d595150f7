import { undo } from '@tiptap/pm/history'
import { expect, test } from 'vitest'
import { expectEdit, onPage } from '../testing/expect-edit.ts'
import { pasteInto } from '../testing/paste-into.ts'
import { looksLikeMarkdown } from './read-markdown.ts'

const link = (href: string, words: string) =>
  `<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${words}</a>`

const pasted = async (text: string, more: Readonly<Record<string, string>> = {}) => {
  const page = await onPage('<p>Before</p>\n<p></p>')
  page.behind('Before')
  await page.keys('{ArrowDown}')
  pasteInto(page, { 'text/plain': text, ...more })
  const body = await page.body()
  page.run(undo)
  expect(await page.body()).toBe('<p>Before</p>\n<p></p>')
  return body.replace('<p>Before</p>\n', '')
}

test('lines become paragraphs, addresses links', async () => {
  expect(await pasted('one\r\ntwo, see https://example.org/a?b=1.\n\nthree')).toBe(
    `<p>one</p>\n<p>two, see ${link('https://example.org/a?b=1', 'https://example.org/a?b=1')}.</p>\n<p>three</p>`,
  )
})

test('an address over words becomes their link', () =>
  expectEdit(
    '<p>See  the\ntide times today</p>',
    (page) => {
      page.mark('tide times')
      pasteInto(page, { 'text/plain': 'https://example.org/tides ' })
    },
    `<p>See  the\n${link('https://example.org/tides', 'tide\ntimes')} today</p>`,
  ))

test('an address over an address takes its place', () =>
  expectEdit(
    '<p>https://a.example/</p>',
    (page) => {
      page.mark('https://a.example/')
      pasteInto(page, { 'text/plain': 'https://b.example/' })
    },
    `<p>${link('https://b.example/', 'https://b.example/')}</p>`,
  ))

const markdown =
  '# Tides\n\nThe **bay** and a [link](https://example.org/).\n\n- one\n- two\n\n```js\nlet a\n```\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n'

test('Markdown becomes blocks', async () => {
  expect(await pasted(markdown)).toBe(
    `<h1>Tides</h1>\n<p>The <strong>bay</strong> and a ${link('https://example.org/', 'link')}.</p>\n<ul data-tight="true" class="tight">\n<li>\n<p>one</p>\n</li>\n<li>\n<p>two</p>\n</li>\n</ul>\n<pre><code class="language-js">let a</code></pre>\n<table style="minWidth: 50px">\n<colgroup>\n<col>\n<col>\n</colgroup>\n<tbody>\n<tr>\n<th rowspan="1" colspan="1">\n<p>a</p>\n</th>\n<th rowspan="1" colspan="1">\n<p>b</p>\n</th>\n</tr>\n<tr>\n<td rowspan="1" colspan="1">\n<p>1</p>\n</td>\n<td rowspan="1" colspan="1">\n<p>2</p>\n</td>\n</tr>\n</tbody>\n</table>`,
  )
})

test('code of other pages in Markdown is words, not code', async () => {
  expect(
    await pasted(
      '# A\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![y](data:image/svg+xml,x)\n\n<iframe src="https://evil.example/"></iframe>\n\n<b onclick="x()">bold</b>\n',
    ),
  ).not.toMatch(/<script|<iframe|javascript:|data:image|onclick="/)
})

test('as plain text nothing is read into it', async () => {
  const page = await onPage('<p></p>')
  page.editor.view.focus()
  page.editor.view.pasteText('# no **heading**\nhttps://example.org/')
  expect(await page.body()).toBe('<p># no **heading**</p>\n<p>https://example.org/</p>')
})

test('what a code editor copied is text, not its colours', async () => {
  expect(
    await pasted('## Two\n\nwords', {
      'text/html': '<div style="color:#ccc;white-space:pre"><div><span>## Two</span></div></div>',
      'vscode-editor-data': '{"version":1}',
    }),
  ).toBe('<h2>Two</h2>\n<p>words</p>')
})

test.each([
  ['# comment\nls -la', false],
  ['1. June is a holiday', false],
  ['a * b * c', false],
  ['- Anna\n- Ben', true],
  ['see [here](/x/)', true],
  ['**Note** this', true],
  ['2 ** 3 ** 4', false],
  ['# Title', true],
])('%j is Markdown: %s', (text, is) => expect(looksLikeMarkdown(text)).toBe(is))

test('in a paragraph, words join and keep the rest', () =>
  expectEdit(
    '<p>First  line\nhere</p>',
    (page) => {
      page.behind('First')
      pasteInto(page, { 'text/html': '<p>and <b>last</b></p>' })
    },
    '<p>Firstand <strong>last</strong>  line\nhere</p>',
  ))
