import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import './outline-panel.css'

interface OutlineRow {
  readonly level: number
  readonly text: string
  readonly pos: number
}

const outlines = new WeakMap<Node, readonly OutlineRow[]>()

/** The headings of a document, once per document. */
function outlineOf(doc: Node): readonly OutlineRow[] {
  const known = outlines.get(doc)
  if (known) return known
  const rows: OutlineRow[] = []
  doc.descendants((node, pos) => {
    if (node.type.name === 'heading')
      rows.push({ level: Number(node.attrs.level), text: node.textContent, pos })
    return !node.isTextblock
  })
  outlines.set(doc, rows)
  return rows
}

const sameRows = (a: readonly OutlineRow[], b: readonly OutlineRow[] | null) =>
  b !== null &&
  a.length === b.length &&
  a.every((row, i) => row.text === b[i]?.text && row.level === b[i]?.level && row.pos === b[i]?.pos)

function jump(editor: Editor, pos: number): void {
  const { tr, doc } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(pos + 1))).scrollIntoView())
  editor.view.focus()
}

/** The headings of the page; a click leads there. */
export function OutlinePanel({ editor }: { readonly editor: Editor }) {
  const rows = useEditorState({
    editor,
    selector: (s) => outlineOf(s.editor.state.doc),
    equalityFn: sameRows,
  })
  if (rows.length === 0)
    return <p className="outline-empty">Headings of this page will be listed here.</p>
  return (
    <nav aria-label="Outline">
      <ul className="outline">
        {rows.map((row) => (
          <li key={row.pos}>
            <button
              type="button"
              style={{ paddingLeft: 8 + 14 * (row.level - 1) }}
              onClick={() => jump(editor, row.pos)}
            >
              {row.text || 'Empty heading'}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
