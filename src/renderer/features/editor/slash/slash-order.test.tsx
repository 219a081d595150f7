import { expect, test } from 'vitest'
import { showTools } from '../testing/show-tools.tsx'
import { SlashMenu } from './slash-menu.tsx'

const kinds = [
  ['h', 'heading("Title words")'],
  ['num', 'orderedList(listItem(paragraph("Title words")))'],
  ['quo', 'blockquote(paragraph("Title words"))'],
  ['div', 'horizontalRule'],
] as const

test('what is typed right behind Enter stays in order and in its block, forty times', async () => {
  const page = await showTools('<p>First</p>\n<p>Last</p>', (editor) => (
    <SlashMenu editor={editor} />
  ))
  for (let round = 0; round < 40; round++) {
    const [typed, made] = kinds[round % kinds.length] ?? kinds[0]
    page.behind('First')
    await page.keys(`{Enter}/${typed}{Enter}Title words`)
    const { doc } = page.editor.state
    expect([round, doc.child(1).toString()]).toEqual([round, made])
    // Behind a divider the words go on in the next paragraph.
    const next = typed === 'div' ? 'Title wordsLast' : doc.child(2).textContent
    expect([round, doc.child(2).textContent]).toEqual([round, next])
    page.editor.view.dispatch(
      page.editor.state.tr
        .delete(doc.child(0).nodeSize, doc.content.size)
        .insert(
          doc.child(0).nodeSize,
          page.editor.schema.node('paragraph', null, [page.editor.schema.text('Last')]),
        ),
    )
  }
})
