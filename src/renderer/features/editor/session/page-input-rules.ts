import {
  InputRule,
  inputRules,
  textblockTypeInputRule,
  wrappingInputRule,
} from '@tiptap/pm/inputrules'
import type { Schema } from '@tiptap/pm/model'
import { type Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import { toggleList } from '../commands/list-commands.ts'
import { nodeTypeOf } from '../schema/type-of.ts'
import { formatOf } from './page-format.ts'

const marks: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\s)\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, 'bold'],
  [/(?:^|[\s(])_([^_\s](?:[^_]*[^_\s])?)_$/, 'italic'],
  [/(?:^|[\s(])\*([^*\s](?:[^*]*[^*\s])?)\*$/, 'italic'],
  [/(?:^|\s)~~([^~\s](?:[^~]*[^~\s])?)~~$/, 'strike'],
  [/(?:^|\s)`([^`]+)`$/, 'code'],
]

/** `**word**` and its like: the signs go, the mark comes. */
const markRule = (pattern: RegExp, name: string) =>
  new InputRule(pattern, (state, match, start, end) => {
    const type = state.schema.marks[name]
    const words = match[1] ?? ''
    if (!type || !state.doc.resolve(start).parent.type.allowsMarkType(type)) return null
    const from = start + match[0].indexOf(words) - signs(match[0], words)
    const tr = state.tr
    tr.replaceWith(from, end, state.schema.text(words, [type.create()]))
    return tr.removeStoredMark(type)
  })

/** How many signs stand before the words. */
const signs = (whole: string, words: string) => {
  const before = whole.slice(0, whole.indexOf(words))
  return before.length - before.replace(/[*_~`]+$/, '').length
}

/** As many signs as Markdown has for the level; in HTML pages the headings begin below the title, as Isomer’s do. */
const headingRule = (schema: Schema) =>
  new InputRule(/^(#{1,6})\s$/, (state, match, start, end) => {
    const $start = state.doc.resolve(start)
    const signs = (match[1] ?? '').length
    const level = formatOf(state) === 'markdown' ? signs : signs + 1
    const heading = nodeTypeOf(schema, 'heading')
    const [around, index] = [$start.node(-1), $start.index(-1)]
    if (level > 6 || !around.canReplaceWith(index, $start.indexAfter(-1), heading)) return null
    return state.tr.delete(start, end).setBlockType(start, start, heading, { level })
  })

/** `[ ] ` makes tasks of a paragraph or of the list it stands in. */
const taskRule = new InputRule(/^\[ ?\]\s$/, (state, _match, start, end) => {
  const tr = state.tr.delete(start, end)
  const listed = toggleList('taskList')(state.apply(tr), (own) => {
    for (const step of own.steps) tr.step(step)
    tr.setSelection(Selection.fromJSON(tr.doc, own.selection.toJSON()))
  })
  return listed ? tr : null
})

const rulesFor = (schema: Schema) => [
  headingRule(schema),
  taskRule,
  textblockTypeInputRule(/^```$/, nodeTypeOf(schema, 'codeBlock')),
  wrappingInputRule(/^\s*[-*+]\s$/, nodeTypeOf(schema, 'bulletList')),
  wrappingInputRule(
    /^(\d{1,9})[.)]\s$/,
    nodeTypeOf(schema, 'orderedList'),
    (match) => ({ start: Number(match[1]) }),
    (match, node) => node.childCount + Number(node.attrs.start) === Number(match[1]),
  ),
  wrappingInputRule(/^\s*>\s$/, nodeTypeOf(schema, 'blockquote')),
  new InputRule(/^(?:---|\*\*\*)$/, (state, _match, start, end) => {
    const $start = state.doc.resolve(start)
    const { parent } = $start
    // Words that follow stay words: only a paragraph of nothing else becomes a line.
    if ($start.depth < 1 || parent.type.name !== 'paragraph') return null
    if (parent.content.size !== end - start) return null
    const { schema: own } = state
    const line = own.node('horizontalRule')
    const [around, index] = [$start.node(-1), $start.index(-1)]
    if (!around.canReplaceWith(index, index + 1, line.type)) return null
    const at = $start.before()
    const tr = state.tr.replaceWith(at, $start.after(), [line, own.node('paragraph')])
    return tr.setSelection(TextSelection.create(tr.doc, at + line.nodeSize + 1))
  }),
  ...marks.map(([pattern, name]) => markRule(pattern, name)),
]

/** What Markdown writers expect to happen as they type. */
export function pageInputRules(schema: Schema): Plugin {
  return inputRules({ rules: rulesFor(schema) })
}
