import { undo } from '@tiptap/pm/history'
import { expect, test } from 'vitest'
import { onPage } from '../testing/expect-edit.ts'
import { pasteInto } from '../testing/paste-into.ts'

const body = '# Title\n\nFirst  line  \nhere\n\n* a\n* b\n\nLast\n'

test('what is pasted into a Markdown page is Markdown', async () => {
  const page = await onPage(body, 'markdown')
  page.behind('Last')
  await page.keys('{Enter}')
  pasteInto(page, {
    'text/html':
      '<h2>Times</h2><p>Open <b>daily</b>, see <a href="https://example.org/" target="_blank">the map</a></p><ol><li>one</li><li>two</li></ol><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>',
  })
  expect(await page.body()).toBe(
    `${body}\n## Times\n\nOpen **daily**, see [the map](https://example.org/)\n\n1. one\n2. two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n`,
  )
  while (page.run(undo));
  expect(await page.body()).toBe(body)
})

test('Markdown text, too, in the page’s own habits', async () => {
  const page = await onPage(body, 'markdown')
  page.behind('Last')
  await page.keys('{Enter}')
  pasteInto(page, { 'text/plain': '## Times\n\n- one\n- two' })
  expect(await page.body()).toBe(`${body}\n## Times\n\n* one\n* two\n`)
})
