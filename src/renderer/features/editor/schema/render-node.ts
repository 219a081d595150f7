import type { DOMOutputSpec, Mark, Node } from '@tiptap/pm/model'
import { markClasses, nodeClasses, withClasses } from './site-classes.ts'

/*
 * How nodes and marks look in the editor. This is a picture of the page, never what is saved: nothing of a
 * document's `bag` (the attributes its source had) reaches the DOM but its classes, renamed, so no handler or style of
 * a page can act here.
 */

type Draw = (node: Node) => DOMOutputSpec

/** Inline elements without behaviour, drawn as themselves. */
const plainInline = /^(?:abbr|big|cite|dfn|ins|kbd|q|samp|small|span|time|var)$/

const cell = (tag: string): Draw => {
  return (node) => {
    const attrs: Record<string, string> = {}
    if (node.attrs.colspan !== 1) attrs.colspan = String(node.attrs.colspan)
    if (node.attrs.rowspan !== 1) attrs.rowspan = String(node.attrs.rowspan)
    if (/^(?:left|right|center)$/.test(String(node.attrs.align)))
      attrs.style = `text-align: ${node.attrs.align}`
    return [tag, attrs, 0]
  }
}

const codeLanguage = (node: Node) =>
  node.attrs.language ? { 'data-language': String(node.attrs.language) } : {}

const drawings: Readonly<Record<string, Draw>> = {
  paragraph: () => ['p', 0],
  heading: (node) => [`h${node.attrs.level}`, 0],
  bulletList: () => ['ul', 0],
  orderedList: (node) => [
    'ol',
    node.attrs.start === 1 ? {} : { start: String(node.attrs.start) },
    0,
  ],
  listItem: () => ['li', 0],
  taskList: () => ['ul', { 'data-type': 'taskList' }, 0],
  taskItem: (node) => [
    'li',
    { 'data-type': 'taskItem', 'data-checked': String(node.attrs.checked) },
    0,
  ],
  blockquote: () => ['blockquote', 0],
  codeBlock: (node) => ['pre', codeLanguage(node), ['code', 0]],
  horizontalRule: () => ['div', { class: 'page-rule' }, ['hr']],
  image: (node) => ['img', pictureAttributes(node)],
  iframe: (node) => ['div', { 'data-frame': String(node.attrs.src ?? '') }],
  table: () => ['table', ['tbody', 0]],
  tableRow: () => ['tr', 0],
  tableCell: cell('td'),
  tableHeader: cell('th'),
  detailGroup: (node) => [
    'div',
    { class: 'page-accordion', 'data-colour': String(node.attrs.colour) },
    0,
  ],
  details: () => ['div', { class: 'page-details', 'data-type': 'details' }, 0],
  detailsSummary: () => ['div', { class: 'page-summary', 'data-type': 'detailsSummary' }, 0],
  detailsContent: () => [
    'div',
    { class: 'page-details-content', 'data-type': 'detailsContent' },
    0,
  ],
  cards: () => ['div', { class: 'page-cards' }, 0],
  card: (node) => [
    'div',
    { class: 'page-card', ...(node.attrs.href === null ? {} : { 'data-href': node.attrs.href }) },
    0,
  ],
  cardImage: () => ['div', { class: 'page-card-image' }, 0],
  cardBody: () => ['div', { class: 'page-card-body' }, 0],
  cardText: (node) => [
    'div',
    { class: `page-card-text page-card-${node.attrs.role}`, 'data-role': node.attrs.role },
    0,
  ],
  htmlBox: (node) => ['div', { class: 'page-box', 'data-tag': String(node.attrs.tag) }, 0],
  opaque: (node) => ['pre', { 'data-locked': String(node.attrs.label) }, String(node.attrs.source)],
  definitionList: () => ['dl', 0],
  definitionTerm: () => ['dt', 0],
  definitionDescription: () => ['dd', 0],
  footnoteDefinition: (node) => [
    'div',
    { class: 'page-footnote', 'data-label': String(node.attrs.label) },
    0,
  ],
  footnoteReference: (node) => [
    'sup',
    { class: 'page-footnote-mark', title: `Footnote ${node.attrs.label}` },
    String(node.attrs.label),
  ],
  hardBreak: () => ['br'],
  imageInline: (node) => ['img', { ...pictureAttributes(node), class: 'page-image-inline' }],
  opaqueInline: (node) => [
    'code',
    { class: 'page-locked-inline', title: String(node.attrs.label) },
    String(node.attrs.source),
  ],
}

function pictureAttributes(node: Node): Record<string, string> {
  const out: Record<string, string> = { alt: String(node.attrs.alt ?? '') }
  if (node.attrs.src) out['data-src'] = String(node.attrs.src)
  if (node.attrs.title) out.title = String(node.attrs.title)
  return out
}

/** A node without a drawing of its own still shows what it holds. */
const drawUnknown: Draw = (node) => {
  const tag = node.isInline ? 'span' : 'div'
  return node.isLeaf ? [tag, { 'data-kind': node.type.name }] : [tag, 0]
}

/** The DOM of a node in the editor. */
export function renderNode(node: Node): DOMOutputSpec {
  return withClasses((drawings[node.type.name] ?? drawUnknown)(node), nodeClasses(node))
}

const markTags: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
  highlight: 'mark',
  code: 'code',
}

/** The DOM of a mark in the editor. */
export const renderMark = (mark: Mark): DOMOutputSpec =>
  withClasses(drawMark(mark), markClasses(mark))

/** Links carry their address for the eye only; clicks never navigate. */
function drawMark(mark: Mark): DOMOutputSpec {
  if (mark.type.name === 'link')
    return [
      'a',
      {
        class: 'page-link',
        'data-href': String(mark.attrs.href ?? ''),
        title: String(mark.attrs.href ?? ''),
      },
      0,
    ]
  if (mark.type.name === 'htmlMark') {
    const tag = String(mark.attrs.tag)
    return [plainInline.test(tag) ? tag : 'span', { 'data-tag': tag }, 0]
  }
  return [markTags[mark.type.name] ?? 'span', 0]
}
