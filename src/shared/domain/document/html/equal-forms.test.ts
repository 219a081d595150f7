import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { documentSchema } from '../schema.ts'
import { withoutNestedItems } from './equal-forms.ts'
import { saveHtmlGated } from './gate.ts'
import { openHtmlBody } from './open-html.ts'

const { nodes, marks } = documentSchema
const words = (text: string) => nodes.paragraph.create(null, documentSchema.text(text))
const box = (tag: string, ...content: Node[]) =>
  nodes.htmlBox.create({ tag, bag: { tag, attrs: [] } }, content)

/** What is written below a first line, and whether it reads back as the document. */
function written(...blocks: Node[]) {
  const opened = openHtmlBody('<p>First</p>\n')
  const doc = opened.doc.copy(opened.doc.content.append(nodes.doc.create(null, blocks).content))
  const { text, holds } = saveHtmlGated(opened, doc)
  return { text: text.replace(/\s+/g, ''), holds }
}

test('an item right inside an item is what it holds', () => {
  const list = nodes.orderedList.create(null, nodes.listItem.create(null, box('li', words('One'))))
  const { text, holds } = written(list)
  expect(holds).toBe(true)
  expect(text.match(/<li>/g)).toHaveLength(1)
  expect(text).toContain('<li><p>One</p></li>')
})

test('a document without such items is the very same one', () => {
  const { doc } = openHtmlBody('<ul><li><p>a</p><ul><li>b</li></ul></li></ul><div><li>c</li></div>')
  expect(withoutNestedItems(doc)).toBe(doc)
})

test.each(['ol', 'ul'])('an %s box of items alone is a list', (tag) => {
  const { text, holds } = written(box(tag, box('li', words('One')), box('li', words('Two'))))
  expect(holds).toBe(true)
  expect(text).toContain(`<${tag}><li><p>One</p></li><li><p>Two</p></li></${tag}>`)
})

test('a picture alone in a box that is a link is a linked picture', () => {
  const bag = { tag: 'a', attrs: [['href', '/x/']] }
  const picture = openHtmlBody('<img src="/images/a.png">').doc.firstChild as Node
  const link = nodes.htmlBox.create({ tag: 'a', bag }, picture)
  expect(written(link)).toEqual({
    text: '<p>First</p><ahref="/x/"><imgsrc="/images/a.png"></a>',
    holds: true,
  })
})

test('a line that is all in one block element is written as that element', () => {
  const centred = marks.htmlMark.create({ tag: 'center', bag: { tag: 'center', attrs: [] } })
  const line = nodes.paragraph.create(null, documentSchema.text('Middle', [centred]))
  expect(written(line)).toEqual({
    text: '<p>First</p><center><p>Middle</p></center>',
    holds: true,
  })
})
