import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { documentSchema } from '../schema.ts'
import { saveMarkdownBody } from './ladder.ts'
import { openMarkdownBody } from './open-markdown.ts'

const { nodes, marks } = documentSchema
const words = (text: string) => nodes.paragraph.create(null, documentSchema.text(text))
const item = (text: string) => nodes.listItem.create(null, words(text))

/** The body after an edit. */
function edited(body: string, edit: (tr: Transform) => void): string {
  const opened = openMarkdownBody(body)
  const tr = new Transform(opened.doc)
  edit(tr)
  const saved = saveMarkdownBody(opened, tr.doc)
  expect(saved.holds).toBe(true)
  return saved.text
}

interface Place {
  readonly pos: number
  readonly node: Node
}

/** The first node of a kind, or the one at a place in that order. */
function find(doc: Node, name: string, index = 0): Place {
  const found: Place[] = []
  doc.descendants((node, pos) => {
    if (node.type.name === name) found.push({ node, pos })
  })
  const place = found.at(index)
  if (!place) throw new Error(`no ${name}`)
  return place
}

const behind = ({ pos, node }: Place) => pos + node.nodeSize

/** Where words stand in a document. */
function at(doc: Node, text: string): readonly [number, number] {
  let found = -1
  doc.descendants((node, pos) => {
    const i = node.isText ? (node.text ?? '').indexOf(text) : -1
    if (i >= 0 && found < 0) found = pos + i
  })
  return [found, found + text.length]
}

const mark = (tr: Transform, text: string, type: 'bold' | 'italic' | 'code' | 'underline') =>
  tr.addMark(...at(tr.doc, text), marks[type].create())

describe('new text follows the file', () => {
  test('its signs for bold and italic', () => {
    const body = 'Some __bold__ and _italic_ words here.\n'
    expect(edited(body, (tr) => mark(tr, 'words', 'bold'))).toContain('__words__ here')
    expect(edited(body, (tr) => mark(tr, 'words', 'italic'))).toContain('_words_ here')
  })

  test('tags where signs cannot stand', () => {
    expect(edited('foobar\n', (tr) => mark(tr, 'oba', 'bold'))).toMatch(/^fo(\*\*oba\*\*|<strong>)/)
    expect(edited('one two\n', (tr) => mark(tr, 'two', 'underline'))).toBe('one <u>two</u>\n')
  })

  test('code with backticks in it', () => {
    const text = edited('a \\`b\\` c\n', (tr) => mark(tr, '`b`', 'code'))
    expect(text).toBe('a `` `b` `` c\n')
  })

  test('its bullets, numbers and the space between items', () => {
    const add = (tr: Transform) => tr.insert(behind(find(tr.doc, 'listItem', -1)), item('new'))
    expect(edited('* one\n* two\n', add)).toBe('* one\n* two\n* new\n')
    expect(edited('+ one\n\n+ two\n', add)).toBe('+ one\n\n+ two\n\n+ new\n')
    expect(edited('3) one\n4) two', add)).toBe('3) one\n4) two\n5) new')
    expect(edited('1. one\n1. two\n', add)).toBe('1. one\n1. two\n1. new\n')
    expect(edited('> - one\n> - two\n', add)).toBe('> - one\n> - two\n> - new\n')
  })

  test('its line breaks', () => {
    const add = (tr: Transform) => tr.insert(at(tr.doc, 'four')[0], nodes.hardBreak.create())
    expect(edited('one\\\ntwo\n\nthree four\n', add)).toContain('three\\\nfour')
    expect(edited('one  \ntwo\n\nthree four\n', add)).toContain('three  \nfour')
    expect(edited('one<br>two\n\nthree four\n', add)).toContain('three<br>four')
  })

  test('attribute lists, or a tag where the file has none', () => {
    const link = (tr: Transform) =>
      tr.addMark(...at(tr.doc, 'here'), marks.link.create({ href: '/x/', target: '_blank' }))
    expect(edited('go here\n\nh\n{: .a}\n', link)).toContain('go [here](/x/){:target="_blank"}')
    expect(edited('go here\n', link)).toBe('go <a href="/x/" target="_blank">here</a>\n')
  })

  test('the line ends of the file', () => {
    const text = edited('one\r\n\r\ntwo\r\n', (tr) =>
      tr.insert(tr.doc.content.size, words('three')),
    )
    expect(text).toBe('one\r\n\r\ntwo\r\n\r\nthree\r\n')
  })
})

describe('a change of a block changes only what says it', () => {
  test('a heading’s level', () => {
    const level = (value: number) => (tr: Transform) =>
      tr.setNodeAttribute(find(tr.doc, 'heading').pos, 'level', value)
    expect(edited('##  Two ##\ntext\n', level(3))).toBe('###  Two ##\ntext\n')
    expect(edited('Two  words\n---\n\ntext\n', level(3))).toBe('### Two  words\n\ntext\n')
  })

  test('the box of a task and the start of a list', () => {
    const check = (tr: Transform) =>
      tr.setNodeAttribute(find(tr.doc, 'taskItem').pos, 'checked', true)
    expect(edited('-  [ ]  one\n- [x] two\n', check)).toBe('-  [x]  one\n- [x] two\n')
    const start = (tr: Transform) =>
      tr.setNodeAttribute(find(tr.doc, 'orderedList').pos, 'start', 5)
    expect(edited('1. one\n2. two\n', start)).toMatch(/^5\. one\n/)
  })

  test('a cell and a row of a table', () => {
    const table = '| A   | B |\n|:----|---|\n| one | 2 |\n| x   |   |\n'
    const type = (tr: Transform) => tr.insert(at(tr.doc, 'one')[1], documentSchema.text('|s'))
    expect(edited(table, type)).toBe(table.replace('one', 'one\\|s'))
    const remove = (tr: Transform) => {
      const { pos, node } = find(tr.doc, 'tableRow', 1)
      tr.delete(pos, pos + node.nodeSize)
    }
    expect(edited(table, remove)).toBe(table.replace('| one | 2 |\n', ''))
  })

  test('the address of a reference link, whose definition stays', () => {
    const body = 'See [the text][t].\n\n[t]: /old/ "T"\n'
    const text = edited(body, (tr) => {
      const [from, to] = at(tr.doc, 'the text')
      tr.removeMark(from, to).addMark(from, to, marks.link.create({ href: '/new/' }))
    })
    expect(text).toBe('See [the text](/new/).\n\n[t]: /old/ "T"\n')
  })

  test('the words beside a block’s attribute list', () => {
    const type = (tr: Transform) => tr.insert(at(tr.doc, 'words')[0], documentSchema.text('new '))
    expect(edited('{: .a}\nSome words.\n{: #b}\n', type)).toContain('Some new words.\n{: #b}')
  })
})

describe('blocks that move', () => {
  test('keep their source, also into a list or quote', () => {
    const body = 'One *two*  &amp;\nthree.\n\n> quoted\n'
    const text = edited(body, (tr) => {
      const first = find(tr.doc, 'paragraph').node
      tr.insert(behind(find(tr.doc, 'paragraph', 1)), first).delete(0, first.nodeSize)
    })
    expect(text).toBe('> quoted\n>\n> One *two*  &amp;\n> three.\n')
  })

  test('do not run into a list of the same kind', () => {
    const list = nodes.bulletList.create(null, item('new'))
    expect(edited('- one\n', (tr) => tr.insert(tr.doc.content.size, list))).toBe('- one\n\n* new\n')
  })
})

describe('text that looks like signs', () => {
  const typed = [
    '# no heading',
    '1. no list',
    '- no list',
    '> no quote',
    '*no* _emphasis_ **at** all',
    '[no](link) ![no](picture)',
    '<b>no tag</b> &amp; no entity',
    '{{ no.template }} {% none %}',
    '{: .no-list}',
    '| no | table |',
    '$$no$$ `code` ~~here~~',
    ': no definition',
    '::: none',
    '***',
    '---',
    '```',
    '[^1]: no note',
    '*[abc]: no abbreviation',
    'ends with a backslash \\',
  ]
  test.each(typed)('%s', (text) => {
    const body = 'Before.\n\nAfter.\n'
    const saved = edited(body, (tr) => tr.insert(behind(find(tr.doc, 'paragraph')), words(text)))
    const { doc } = openMarkdownBody(saved)
    expect(doc.childCount).toBe(3)
    expect(doc.child(1).type.name).toBe('paragraph')
    expect(doc.child(1).textContent).toBe(text)
  })
})
