import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { blockStarts, checkSaved, openPage, savePage } from './page.ts'
import { documentSchema } from './schema.ts'

const { nodes } = documentSchema
const front = '---\ntitle: A page\n---\n'

const words = (text: string) => nodes.paragraph.create(null, documentSchema.text(text))

/** The page's text after an edit of its document. */
function saved(text: string, edit: (tr: Transform) => void): string {
  const page = openPage(text)
  if (!page.doc) throw new Error(page.refusal ?? 'no document')
  const tr = new Transform(page.doc)
  edit(tr)
  const result = savePage(page, { doc: tr.doc })
  if (result.kind !== 'saved') throw new Error(result.reason)
  expect(checkSaved(result.text, tr.doc)).toBeNull()
  return result.text
}

/** Puts a block behind the last one. */
const append = (tr: Transform, node: ReturnType<typeof words>) =>
  tr.insert(tr.doc.content.size, node)

describe('the language of a body', () => {
  const kinds: readonly (readonly [string, string, string])[] = [
    ['html', '', '<p>One</p>\n<p>Two</p>'],
    ['markdown', '', '# One\n\nTwo *three*.\n'],
    ['mixed', '', '# One\n\n<div>\n\n<p>Two</p>\n\n</div>\n'],
    ['mixed', '', '<p>One</p>\n\nWords outside of it.\n'],
    ['html', 'variant: tiptap\n', '<p>One</p>'],
    ['mixed', 'variant: tiptap\n', '<p>One</p>\n\n## Two\n'],
    ['none', '', '\n\n'],
  ]
  test.each(kinds)('%s %j %j', (kind, variant, body) => {
    const page = openPage(`---\ntitle: x\n${variant}---\n${body}`)
    expect(page.kind).toBe(kind)
    expect(page.refusal).toBeNull()
    expect(page.doc).not.toBeNull()
  })
})

describe('new blocks', () => {
  test('are Markdown on a Markdown page', () => {
    const text = saved(`${front}# One\n\nTwo.\n`, (tr) => append(tr, words('Three.')))
    expect(text).toBe(`${front}# One\n\nTwo.\n\nThree.\n`)
  })

  test('are HTML on a page of Isomer’s editor, even beside words outside of elements', () => {
    const head = '---\ntitle: x\nvariant: tiptap\n---\n'
    const text = saved(`${head}<p>One</p>\n\nLoose.`, (tr) => append(tr, words('New')))
    expect(text).toBe(`${head}<p>One</p>\n\nLoose.\n\n<p>New</p>`)
  })

  test('are Markdown in an empty page', () => {
    expect(saved(front, (tr) => tr.insert(1, documentSchema.text('First *words*')))).toBe(
      `${front}First \\*words\\*`,
    )
  })

  test('that Markdown cannot hold are written as HTML', () => {
    const cell = nodes.tableCell.create({ colspan: 2 }, words('wide'))
    const table = nodes.table.create(null, nodes.tableRow.create(null, cell))
    const text = saved(`${front}One\n`, (tr) => append(tr, table))
    expect(text).toContain('<td colspan="2">\n<p>wide</p>')
  })
})

test('front matter, byte-order mark and line ends stay', () => {
  const source = `\uFEFF${front.replace(/\n/g, '\r\n')}One  \r\ntwo\r\n\r\n* three\r\n`
  const text = saved(source, (tr) => tr.insert(2, documentSchema.text('x')))
  expect(text.startsWith('\uFEFF---\r\n')).toBe(true)
  expect(text.replace(/\r\n/g, '')).not.toContain('\n')
})

test('an undone edit gives the file back to the byte', () => {
  const source = `${front}One *two*  three.\n\n\n1) four\n2) five`
  const page = openPage(source)
  if (!page.doc) throw new Error('no document')
  const tr = new Transform(page.doc).insert(1, documentSchema.text('x'))
  const undone = new Transform(tr.doc).delete(1, 2).doc
  expect(savePage(page, { doc: undone })).toMatchObject({ text: source })
})

test('a page that cannot be put together at all keeps its words for the draft', () => {
  const page = openPage(`${front}<p>One</p>`)
  if (!page.doc) throw new Error('no document')
  let deep = words('Deep words')
  for (let i = 0; i < 4000; i++) deep = nodes.blockquote.create(null, deep)
  const result = savePage(page, { doc: page.doc.copy(page.doc.content.addToEnd(deep)) })
  expect(result.kind).toBe('refused')
  expect(result.kind === 'refused' && result.text).toBe(`${front}One\n\nDeep words`)
})

test('each block says where it begins in the text, behind its gap', () => {
  const bodies = [
    '<p>One</p><p>Two</p>\r\n<h2>Three</h2>',
    '\n# One\n\nTwo\n\n<div>\n\nThree\n\n</div>\n',
  ]
  for (const lead of [front, `\uFEFF${front}`, ''])
    for (const body of bodies) {
      const text = lead + body
      const page = openPage(text)
      const starts = blockStarts(page)
      expect(starts).toHaveLength(page.doc?.childCount ?? -1)
      expect(starts.map((start) => text.slice(start, start + 2))).toEqual(
        body.startsWith('<') ? ['<p', '<p', '<h'] : ['# ', 'Tw', '<d'],
      )
    }
  expect(blockStarts(openPage('---\ntitle: x\n---\n'))).toEqual([])
})
