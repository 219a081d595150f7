import { undo } from '@tiptap/pm/history'
import { NodeSelection, Selection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { onPage } from './testing/expect-edit.ts'

const blocks = {
  paragraph: '<p class="k">a  b\nc</p>',
  heading: '<h2 id="h">a</h2>',
  list: '<ul>\n<li>a</li>\n</ul>',
  quote: '<blockquote>\n<p>a</p>\n</blockquote>',
  code: '<pre><code>a</code></pre>',
  table: '<table>\n<tbody>\n<tr>\n<td>\n<p>a</p>\n</td>\n</tr>\n</tbody>\n</table>',
  image:
    '<div class="isomer-image-wrapper">\n<img style="width: 60%;" height="auto" width="100%" alt="a" src="/a.png">\n</div>',
  frame: '<div class="iframe-wrapper">\n<iframe src="https://form.gov.sg/a"></iframe>\n</div>',
  divider: '<hr>',
  locked: '<script async src="https://x.example/e.js"></script>',
  box: '<section class="k">\n<p>a</p>\n</section>',
}

test.each(Object.entries(blocks))(
  'Alt and arrows move a %s, Ctrl+D doubles it, undo brings every byte back',
  async (_name, source) => {
    const body = `<p>before</p>\n${source}\n<p>behind</p>`
    const page = await onPage(body)
    const { editor } = page
    const select = () => {
      const { doc, tr } = editor.state
      const at = doc.child(0).nodeSize
      const near = doc.child(1).isLeaf
        ? NodeSelection.create(doc, at)
        : Selection.near(doc.resolve(at + 1))
      editor.view.dispatch(tr.setSelection(near))
      editor.view.focus()
    }
    select()
    const whole = editor.state.doc.child(1)
    // In lists and tables the keys are for the item and the row; the whole is moved by its handle.
    const isWhole = !['bulletList', 'table'].includes(whole.type.name)
    await page.keys('{Alt>}{ArrowDown}{/Alt}')
    expect(await page.body()).toBe(isWhole ? `<p>before</p>\n<p>behind</p>\n${source}` : body)
    await page.keys('{Alt>}{ArrowUp}{/Alt}')
    expect(await page.body()).toBe(body)
    select()
    await page.keys('{Control>}d{/Control}')
    const twice = await page.body()
    if (isWhole) expect(twice).toBe(`<p>before</p>\n${source}\n${source}\n<p>behind</p>`)
    else expect(twice).not.toBe(body)
    while (page.run(undo));
    expect(await page.body()).toBe(body)
  },
)
