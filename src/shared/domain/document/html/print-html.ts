import type { Mark, Node } from 'prosemirror-model'
import { endTag, escapeText, startTag } from './bag.ts'
import { asBox } from './equal-forms.ts'
import {
  frameTag,
  marksWritten,
  pictureTag,
  tagOfMarkUse,
  tagOfNode,
  wrapperTag,
} from './open-tag.ts'
import { taskTags } from './task-tags.ts'
import { tokenize } from './tokens.ts'

/** How new HTML is laid out in a file. */
export interface PrintStyle {
  readonly eol: string
  /** Break a line at the next space from this column on; 0 for never. */
  readonly wrapFrom: number
  /** The source of a block that stood in the page before, so that it keeps its bytes in a new container. */
  readonly known?: (node: Node) => string | null
}

function printLeaf(node: Node): string {
  if (node.isText) return escapeText(node.text ?? '')
  if (node.type.name === 'imageInline') return startTag(pictureTag(node))
  if (node.type.name === 'opaqueInline') return String(node.attrs.source)
  if (node.type.name === 'footnoteReference') return escapeText(`[^${node.attrs.label}]`)
  return startTag(tagOfNode(node))
}

/** Prints the inline content of a text block on one line. */
export function printInline(block: Node): string {
  let out = ''
  const open: Mark[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) out += endTag(tagOfMarkUse(open.pop() as Mark))
  }
  block.forEach((child) => {
    const marks = marksWritten(child)
    let depth = 0
    while (depth < open.length && marks[depth] && open[depth]?.eq(marks[depth] as Mark)) depth++
    closeTo(depth)
    for (const mark of marks.slice(depth)) {
      out += startTag(tagOfMarkUse(mark))
      open.push(mark)
    }
    out += printLeaf(child)
  })
  closeTo(0)
  return out
}

/** Lays inline HTML out as Isomer does: a line ends at the first space behind the limit, and before `<br>`. */
export function wrapInline(html: string, style: PrintStyle, column: number): string {
  let out = ''
  let at = column
  for (const token of tokenize(html)) {
    if (token.key === ' ') {
      const breaks = style.wrapFrom > 0 && at >= style.wrapFrom
      out += breaks ? style.eol : ' '
      at = breaks ? 0 : at + 1
    } else if (token.key.startsWith('<br')) {
      out += (out === '' ? '' : style.eol) + token.raw.trim()
      at = 4
    } else {
      out += token.raw
      at += token.raw.length
    }
  }
  return out
}

function printPicture(node: Node, style: PrintStyle): string {
  const isImage = node.type.name === 'image'
  const tag = isImage ? pictureTag(node) : frameTag(node)
  const inner = startTag(tag) + (isImage ? '' : endTag(tag))
  const wrap = wrapperTag(node)
  if (!wrap) return inner
  const gap = wrap.tag === 'a' ? '' : style.eol
  return startTag(wrap) + gap + inner + gap + endTag(wrap)
}

function printCodeBlock(node: Node, style: PrintStyle): string {
  const tag = tagOfNode(node)
  const code = escapeText(node.textContent).replace(/\n/g, style.eol)
  // The parser drops a line end directly behind `<pre>`.
  const lead = !tag.inner && /^\r?\n/.test(code) ? style.eol : ''
  return startTag(tag) + lead + code + endTag(tag)
}

function printTableInner(node: Node, style: PrintStyle): string {
  let columns = 0
  node.firstChild?.forEach((cell) => {
    columns += Number(cell.attrs.colspan)
  })
  const { eol } = style
  return `${eol}<colgroup>${`${eol}<col>`.repeat(columns)}${eol}</colgroup>${eol}<tbody>${printChildren(node, style)}${eol}</tbody>`
}

function printChildren(node: Node, style: PrintStyle): string {
  let out = ''
  node.forEach((child) => {
    out += style.eol + (style.known?.(child) ?? printBlock(child, style))
  })
  return out
}

function printTextBlock(node: Node, style: PrintStyle): string {
  const tag = tagOfNode(node)
  // Spaces at the edges of a block mean nothing in HTML; a paragraph split at a space begins with one.
  const inner = wrapInline(printInline(node), style, tag.tag.length + 2).replace(/^ +| +$/g, '')
  // Isomer's printer puts the end tag on its own line behind an inline tag.
  const gap = tag.tag === 'p' && inner.endsWith('>') ? style.eol : ''
  return startTag(tag) + inner + gap + endTag(tag)
}

/** Isomer's printer breaks no lines in a card that is a link. */
const styleInside = (tag: string, style: PrintStyle): PrintStyle =>
  tag === 'a' ? { ...style, eol: '', wrapFrom: 0 } : style

/** Prints a block anew, in the form in which Isomer saves it: one line per block tag, no indent. */
export function printBlock(node: Node, style: PrintStyle): string {
  switch (node.type.name) {
    case 'opaque':
      return String(node.attrs.source)
    case 'horizontalRule':
      return startTag(tagOfNode(node))
    case 'image':
    case 'iframe':
      return printPicture(node, style)
    case 'codeBlock':
      return printCodeBlock(node, style)
    default:
  }
  if (node.isTextblock) {
    const box = asBox(node)
    return box ? printBlock(box, style) : printTextBlock(node, style)
  }
  if (node.type.name === 'detailsContent' && node.attrs.bare)
    return printChildren(node, style).slice(style.eol.length)
  const tag = tagOfNode(node)
  if (node.type.name === 'taskItem') {
    const { open, close } = taskTags(tag, node, style.eol)
    return open + printChildren(node, style) + close
  }
  const inside = styleInside(tag.tag, style)
  const inner =
    node.type.name === 'table' ? printTableInner(node, inside) : printChildren(node, inside)
  return startTag(tag) + inner + inside.eol + endTag(tag)
}
