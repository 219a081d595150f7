import { getSchema } from '@tiptap/core'
import type { NodeSpec } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { openPage } from '../../../../shared/domain/document/page.ts'
import { documentSchema, documentSpec } from '../../../../shared/domain/document/schema.ts'
import { carryDoc } from './carry-doc.ts'
import { tiptapExtensionsFrom } from './tiptap-extensions-from.ts'

const schema = getSchema(tiptapExtensionsFrom(documentSpec))

test('the editor has the shared nodes and marks, in the same order, with the same rules', () => {
  expect(Object.keys(schema.nodes)).toEqual(Object.keys(documentSchema.nodes))
  expect(Object.keys(schema.marks)).toEqual(Object.keys(documentSchema.marks))
  expect(schema.topNodeType.name).toBe('doc')
  for (const [name, type] of Object.entries(schema.nodes)) {
    const own = documentSchema.nodes[name as keyof typeof documentSpec.nodes]
    for (const key of [
      'content',
      'marks',
      'group',
      'inline',
      'atom',
      'isolating',
      'defining',
      'code',
      'tableRole',
      'draggable',
    ])
      expect([name, key, type.spec[key] ?? null]).toEqual([name, key, own.spec[key] ?? null])
    const defaults = (attrs: NodeSpec['attrs']) =>
      Object.fromEntries(Object.entries(attrs ?? {}).map(([key, a]) => [key, a.default]))
    expect(defaults(type.spec.attrs)).toEqual(defaults(own.spec.attrs))
  }
  for (const [name, type] of Object.entries(schema.marks)) {
    const own = documentSchema.marks[name as keyof typeof documentSpec.marks]
    for (const key of ['inclusive', 'excludes', 'group', 'code'])
      expect([name, key, type.spec[key] ?? null]).toEqual([name, key, own.spec[key] ?? null])
  }
})

const page = `---
title: T
variant: tiptap
---
<h2>One</h2><p class="x">Two <strong>three</strong> <a href="/a">four</a><br>five</p>
<ul><li><p>six</p></li></ul><table><tbody><tr><td><p>7</p></td></tr></tbody></table>
<div class="isomer-image-wrapper"><img src="/images/a.png" alt="a"></div>{% include x.html %}`

test('a document passes between both schemas unchanged, and back', () => {
  const { doc } = openPage(page)
  if (!doc) throw new Error('no document')
  const there = carryDoc(doc, schema)
  expect(there.toJSON()).toEqual(doc.toJSON())
  there.check()
  expect(carryDoc(there, documentSchema).eq(doc)).toBe(true)
  expect(schema.nodeFromJSON(doc.toJSON()).eq(there)).toBe(true)
})
