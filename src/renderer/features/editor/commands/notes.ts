import type { Node } from '@tiptap/pm/model'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { formatOf } from '../session/page-format.ts'
import { insertBlock } from './insert-block.ts'

/** The number behind the highest one there is; footnotes with names of their own do not count. */
function nextLabel(doc: Node): string {
  let highest = 0
  doc.descendants((node) => {
    if (node.type.name === 'footnoteReference' || node.type.name === 'footnoteDefinition')
      highest = Math.max(highest, Number.parseInt(String(node.attrs.label), 10) || 0)
  })
  return String(highest + 1)
}

/** A mark at the caret and its note at the end of the page, with the caret in it. Markdown only. */
export const insertFootnote: Command = (state, dispatch) => {
  const { $from, to } = state.selection
  const mark = state.schema.nodes.footnoteReference
  if (!mark || formatOf(state) !== 'markdown' || !$from.parent.inlineContent) return false
  if (!$from.parent.canReplaceWith($from.index(), $from.index(), mark)) return false
  if (!dispatch) return true
  const { schema, tr } = state
  const label = nextLabel(state.doc)
  tr.insert(to, mark.create({ label }))
  const end = tr.doc.content.size
  tr.insert(end, schema.node('footnoteDefinition', { label }, [schema.node('paragraph')]))
  dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 2)).scrollIntoView())
  return true
}

/** A list of terms and what they mean; Isomer's editor would not keep it. */
export const insertDefinitions: Command = (state, dispatch) =>
  formatOf(state) !== 'isomer' &&
  insertBlock((schema) =>
    schema.node('definitionList', null, [
      schema.node('definitionTerm'),
      schema.node('definitionDescription', null, [schema.node('paragraph')]),
    ]),
  )(state, dispatch)
