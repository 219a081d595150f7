import { describe, expect, test } from 'vitest'
import { openPage, savePage } from '../page.ts'
import { documentSchema } from '../schema.ts'
import { saveHtmlGated } from './gate.ts'
import { openHtmlBody } from './open-html.ts'

const { nodes } = documentSchema
const paragraph = (text: string) => nodes.paragraph.create(null, documentSchema.text(text))

describe('the last gate', () => {
  test('closes what the source left open when a block comes behind it', () => {
    const opened = openHtmlBody('<p>One</p>\n<div><p>Two')
    const doc = opened.doc.copy(opened.doc.content.addToEnd(paragraph('Three')))
    const { text, holds } = saveHtmlGated(opened, doc)
    expect(holds).toBe(true)
    expect(text).toBe('<p>One</p>\n<div><p>Two</div>\n<p>Three</p>')
  })

  test('gives text without tags its tags when it stays alone between other things in a line', () => {
    const opened = openHtmlBody('Loose words\n<hr>\n{% include a.html %}')
    const doc = opened.doc.copy(opened.doc.content.cut(0, 13).append(opened.doc.content.cut(14)))
    expect(doc.childCount).toBe(2)
    const { text, holds } = saveHtmlGated(opened, doc)
    expect(holds).toBe(true)
    expect(text).toContain('<p>Loose words</p>')
  })

  test('locks a style that was never closed together with all that it reaches', () => {
    const { doc } = openHtmlBody(
      '<p>Before</p><p>open <strong>bold<p>bold too</strong></p><p>After</p>',
    )
    expect(doc.content.content.map((n) => n.type.name)).toEqual([
      'paragraph',
      'opaque',
      'paragraph',
    ])
  })

  test('refuses what HTML cannot hold, with a reason and the words kept', () => {
    const page = openPage('<a href="/x"><div><p>Card</p></div></a>\n<p>Text</p>\n')
    const box = page.doc?.firstChild
    if (!page.doc || !box) throw new Error('not opened')
    const nested = box.copy(box.content.addToEnd(box))
    const saved = savePage(page, { doc: page.doc.copy(page.doc.content.replaceChild(0, nested)) })
    expect(saved).toMatchObject({ kind: 'refused', reason: expect.stringContaining('link') })
    expect(saved.kind === 'refused' && saved.text).toContain('<p>Text</p>')
  })
})
