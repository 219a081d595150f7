import { undo } from '@tiptap/pm/history'
import { NodeSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { userEvent, page as window } from 'vitest/browser'
import '../../../styles/base.css'
import '../../../styles/tokens.css'
import '../page-body.css'
import { expectEdit, onPage } from '../testing/expect-edit.ts'
import type { WrittenPage } from '../testing/write-page.ts'
import { editLockedSource } from './locked-view.ts'
import { replaceSource } from './replace-source.ts'

const html = '<p>one</p>\n<!-- .card -->\n<p>two</p>'
const markdown = 'one\n\n<script>\nlet a = 1\n</script>\n\ntwo'

function placeOf(page: WrittenPage): number {
  let place = -1
  page.editor.state.doc.descendants((node, pos) => {
    if (place < 0 && node.type.name === 'opaque') place = pos
  })
  return place
}

function replace(page: WrittenPage, source: string): void {
  const replaced = replaceSource(page.editor.state, placeOf(page), source)
  if ('problem' in replaced) throw new Error(replaced.problem)
  page.editor.view.dispatch(replaced.tr)
}

async function problemOf(body: string, source: string, variant?: 'markdown'): Promise<string> {
  const page = await onPage(body, variant)
  const replaced = replaceSource(page.editor.state, placeOf(page), source)
  return 'problem' in replaced ? replaced.problem : 'none'
}

describe('the source of a locked block', () => {
  test('is changed and nothing else; undo brings it back', async () => {
    await expectEdit(
      html,
      (page) => replace(page, '<!-- .card-end -->'),
      html.replace('.card', '.card-end'),
    )
    const page = await onPage(markdown, 'markdown')
    replace(page, '<script>\nlet a = 2\n</script>')
    expect(await page.body()).toBe(markdown.replace('1', '2'))
    page.run(undo)
    expect(await page.body()).toBe(markdown)
  })

  test('becomes blocks to write in where the editor can hold it', async () => {
    const wanted = html.replace(
      '<!-- .card -->',
      '<p>three</p>\n<ul>\n<li>\n<p>four</p>\n</li>\n</ul>',
    )
    const page = await onPage(html)
    replace(page, '<p>three</p>\n<ul>\n<li><p>four</p></li>\n</ul>')
    expect(await page.body()).toBe(wanted)
    expect(placeOf(page)).toBe(-1)
  })

  test('is refused where it would take in or break what is around it', async () => {
    for (const source of ['<!-- open', '<div><p>a</p>', '</div>', '<script>let a', '<table><tr>'])
      expect(await problemOf(html, source), source).not.toBe('none')
    for (const source of ['<!-- open', '<script>\nlet a', '```\nopen'])
      expect(await problemOf(markdown, source, 'markdown'), source).not.toBe('none')
    expect(await problemOf(html, '  \n')).toMatch(/Delete the block/)
    expect(await problemOf(html, 'words')).toMatch(/outside of any element/)
  })
})

describe('on the page', () => {
  const area = () => window.getByRole('textbox', { name: 'Source of the locked block' })
  const button = (name: string) => window.getByRole('button', { name, exact: true })

  test('a locked block says what it is and opens its source', async () => {
    const page = await onPage(html)
    await expect
      .element(window.getByRole('group', { name: 'Comment, kept exactly as it is' }))
      .toBeVisible()
    await userEvent.click(button('Edit source'))
    await expect.element(area()).toHaveFocus()
    await userEvent.keyboard('{Control>}a{/Control}<div>')
    await userEvent.click(button('Use this source'))
    await expect.element(window.getByRole('alert')).toHaveTextContent(/Close everything it opens/)
    await userEvent.keyboard('{Control>}a{/Control}<!-- here -->{Control>}{Enter}{/Control}')
    await expect.element(area()).not.toBeInTheDocument()
    expect(await page.body()).toBe(html.replace('.card', 'here'))
  })

  test('by keyboard, and left again without a change', async () => {
    const page = await onPage(html)
    const { state, view } = page.editor
    view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, placeOf(page))))
    expect(page.run(editLockedSource)).toBe(true)
    await expect.element(area()).toHaveFocus()
    await userEvent.keyboard('other{Escape}')
    await expect.element(area()).not.toBeInTheDocument()
    expect(page.editor.view.hasFocus()).toBe(true)
    expect(await page.body()).toBe(html)
  })

  test('what there is to see of it is shown without anything that acts', async () => {
    const hostile =
      '<p>one</p>\n<custom-box onclick="alert(1)"><b>Seen</b><img src=x onerror=alert(1)><script>alert(1)</script></custom-box>\n<p>two</p>'
    const page = await onPage(hostile)
    const shown = page.editor.view.dom.querySelector('.page-locked-preview')
    if (placeOf(page) >= 0) {
      expect(shown?.textContent).toContain('Seen')
      expect(shown?.querySelector('script, img, [onclick], [onerror]')).toBeNull()
    }
    expect(await page.body()).toBe(hostile)
  })
})
