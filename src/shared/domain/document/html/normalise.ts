import { Fragment, type Node } from 'prosemirror-model'
import { documentSchema } from '../schema.ts'

const { hardBreak, codeBlock } = documentSchema.nodes

/** HTML cannot hold double spaces, nor spaces at the edges of a block and around line breaks. */
function normaliseInline(content: Fragment): Fragment {
  const out: Node[] = []
  let swallow = true
  const trimEnd = () => {
    const last = out.at(-1)
    if (!last?.isText || !last.text?.endsWith(' ')) return
    const text = last.text.slice(0, -1)
    if (text === '') out.pop()
    else out[out.length - 1] = documentSchema.text(text, last.marks)
  }
  content.forEach((child) => {
    if (!child.isText) {
      if (child.type === hardBreak) trimEnd()
      swallow = child.type === hardBreak
      out.push(child)
      return
    }
    let text = (child.text ?? '').replace(/[ \t\r\n\f]+/g, ' ')
    if (swallow && text.startsWith(' ')) text = text.slice(1)
    if (text === '') return
    swallow = text.endsWith(' ')
    out.push(documentSchema.text(text, child.marks))
  })
  trimEnd()
  return Fragment.from(out)
}

/** The document as its file can hold it: what saving and opening again gives back. */
export function normaliseForHtml(node: Node): Node {
  if (node.type === codeBlock || node.isLeaf) return node
  if (node.isTextblock) return node.copy(normaliseInline(node.content))
  const children: Node[] = []
  let changed = false
  node.forEach((child) => {
    const next = normaliseForHtml(child)
    changed ||= next !== child
    children.push(next)
  })
  return changed ? node.copy(Fragment.from(children)) : node
}
