import { expect, test } from 'vitest'
import { openPage, savePage } from '../page.ts'
import { documentSchema } from '../schema.ts'

const front = '---\ntitle: T\nvariant: tiptap\n---\n'
const item = (checked: boolean, text: string) =>
  `<li data-checked="${checked}" data-type="taskItem">\n<label><input type="checkbox"${checked ? ' checked="checked"' : ''}><span></span></label>\n<div>\n<p>${text}</p>\n</div>\n</li>`
const list = (...items: string[]) => `<ul data-type="taskList">\n${items.join('\n')}\n</ul>`

function edited(body: string, change: (json: string) => string): string {
  const page = openPage(front + body)
  if (!page.doc) throw new Error(page.refusal ?? 'no document')
  const doc = documentSchema.nodeFromJSON(JSON.parse(change(JSON.stringify(page.doc.toJSON()))))
  const saved = savePage(page, { doc })
  if (saved.kind !== 'saved') throw new Error(saved.reason)
  return saved.text.slice(front.length)
}

test('Isomer’s boxes are read as boxes, and every byte stays', () => {
  const body = list(item(true, 'a  b'), item(false, 'c'))
  const { doc } = openPage(front + body)
  expect(doc?.toString()).toBe(
    'doc(taskList(taskItem(paragraph("a b")), taskItem(paragraph("c"))))',
  )
  expect(doc?.firstChild?.children.map((task) => task.attrs.checked)).toEqual([true, false])
  expect(edited(body, (json) => json)).toBe(body)
})

test('a word changes that word, a tick its item only', () => {
  const body = list(item(true, 'a  b'), item(false, 'c'))
  expect(edited(body, (json) => json.replace('a b', 'a d'))).toBe(body.replace('a  b', 'a  d'))
  expect(edited(body, (json) => json.replace('"checked":false', '"checked":true'))).toBe(
    list(
      item(true, 'a  b'),
      item(true, 'c').replace(
        '<input type="checkbox" checked="checked">',
        '<input checked="checked" type="checkbox">',
      ),
    ),
  )
  expect(edited(body, (json) => json.replace('"checked":true', '"checked":false'))).toBe(
    list(item(false, 'a  b'), item(false, 'c')),
  )
})

test('items without a box in the source keep to that', () => {
  const body =
    '<ul data-type="taskList">\n<li data-type="taskItem" data-checked="false"><p>a</p></li>\n</ul>'
  expect(edited(body, (json) => json.replace('"checked":false', '"checked":true'))).toBe(
    body.replace('false', 'true'),
  )
})
