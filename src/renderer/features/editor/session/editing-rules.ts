import type { Mark, Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** The link that covers all of a range; null where it does not, or two links meet. */
function linkOver(doc: Node, from: number, to: number): Mark | null {
  let link: Mark | null = null
  let whole = true
  doc.nodesBetween(from, to, (node) => {
    if (!node.isInline) return true
    const own = node.marks.find((mark) => mark.type.name === 'link') ?? null
    if (!own || (link && !own.eq(link))) whole = false
    link ??= own
    return false
  })
  return whole ? link : null
}

/** At the end of code, the caret can step out of it without a space. */
function leaveCode(state: EditorState) {
  const { $head, empty } = state.selection
  const code = state.schema.marks.code
  if (!empty || !code || $head.nodeAfter || !code.isInSet(state.storedMarks ?? $head.marks()))
    return null
  return state.tr.removeStoredMark(code)
}

/** The link whose words are being typed anew, and where the next letter goes. */
interface Retyped {
  readonly link: Mark
  readonly at: number
}

const retypedKey = new PluginKey<Retyped | null>('retypedLink')

/** Words typed over a link, or its first word, stay the link: every letter of them, until the caret goes elsewhere. */
function typeOverLink(
  view: EditorView,
  { from, to, text }: { from: number; to: number; text: string },
) {
  const { state } = view
  const going = retypedKey.getState(state)
  const link =
    from === to ? (going?.at === from ? going.link : null) : linkOver(state.doc, from, to)
  if (!link) return false
  const end = from + text.length
  const tr = state.tr.insertText(text, from, to).addMark(from, end, link)
  view.dispatch(tr.setMeta(retypedKey, { link, at: end } satisfies Retyped).scrollIntoView())
  return true
}

/** How typing behaves at the edges of links and code. */
export function editingRules(): Plugin {
  return new Plugin<Retyped | null>({
    key: retypedKey,
    state: {
      init: () => null,
      apply: (tr, now) => {
        const begun = tr.getMeta(retypedKey) as Retyped | undefined
        return begun ?? (tr.docChanged || tr.selectionSet ? null : now)
      },
    },
    props: {
      handleTextInput: (view, from, to, text) => typeOverLink(view, { from, to, text }),
      handleKeyDown(view, event) {
        if (event.key !== 'ArrowRight' || event.shiftKey || event.altKey) return false
        const tr = leaveCode(view.state)
        if (tr) view.dispatch(tr)
        return tr !== null
      },
    },
  })
}
