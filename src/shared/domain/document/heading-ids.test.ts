import { expect, test } from 'vitest'
import { headingsOf } from './heading-ids.ts'
import { openPage } from './page.ts'

const ids = (body: string, variant = 'markdown') =>
  headingsOf(openPage(`---\ntitle: T\nvariant: ${variant}\n---\n${body}`)).map(({ id }) => id)

test('Markdown headings have the ids that kramdown makes of their words', () => {
  expect(
    ids(
      '# What we do!\n\n## What we do\n\ntext\n\nWhat we do\n---\n\n### *Our* [role](/r/) & `code_x`\n\n## 1. Größe, 尺寸\n\n## Now -- then\n',
    ),
  ).toEqual([
    'what-we-do',
    'what-we-do-1',
    'what-we-do-2',
    'our-role--code_x',
    '1-größe-尺寸',
    'now--then',
  ])
})

test('an id that was written stays, and does not count', () => {
  expect(ids('## One\n{: #own}\n\n## One\n\n## One\n')).toEqual(['own', 'one', 'one-1'])
})

test('HTML headings have the id that was written, or none, in Markdown as well', () => {
  expect(ids('<h2>a</h2>\n<h3 id="k">b</h3>', 'tiptap')).toEqual([null, 'k'])
  expect(ids('## a\n\n<h2>a</h2>\n\n<h3 id="k">b</h3>\n\n## a\n')).toEqual(['a', null, 'k', 'a-1'])
})
