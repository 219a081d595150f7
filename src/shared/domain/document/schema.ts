import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'

/*
 * The document model of a page: a plain ProseMirror schema, without DOM, from which the editor derives its nodes.
 *
 * `bag` (on every node and mark) holds the tag and attributes as the source wrote them, `{tag, attrs}`, in source
 * order. It is null where they equal what a new node of that kind writes, so that pasted and new blocks compare
 * equal to old ones. `open`/`close` in a Markdown mark's bag are the delimiters as written.
 */
const bag = { bag: { default: null } }

const block = (spec: NodeSpec): NodeSpec => ({
  group: 'block',
  ...spec,
  attrs: { ...bag, ...spec.attrs },
})
const part = (spec: NodeSpec): NodeSpec => ({ ...spec, attrs: { ...bag, ...spec.attrs } })
const inlineAtom = (attrs: NodeSpec['attrs']): NodeSpec => ({
  group: 'inline',
  inline: true,
  atom: true,
  attrs: { ...bag, ...attrs },
})
const mark = (spec: MarkSpec = {}): MarkSpec => ({ ...spec, attrs: { ...bag, ...spec.attrs } })

const optional = { default: null }
/** Marks a card's texts may carry: a card can be a link itself, and links do not nest. */
const cardMarks = 'bold italic underline strike code subscript superscript highlight htmlMark'
const cell = {
  colspan: { default: 1 },
  rowspan: { default: 1 },
  colwidth: optional,
  align: optional,
}

const nodes = {
  doc: { content: 'block+' },
  paragraph: block({ content: 'inline*' }),
  /** `level` 1 to 6. */
  heading: block({ content: 'inline*', defining: true, attrs: { level: { default: 1 } } }),
  bulletList: block({ content: 'listItem+' }),
  orderedList: block({ content: 'listItem+', attrs: { start: { default: 1 } } }),
  listItem: part({ content: 'block+', defining: true }),
  taskList: block({ content: 'taskItem+' }),
  taskItem: part({ content: 'block+', defining: true, attrs: { checked: { default: false } } }),
  blockquote: block({ content: 'block+', defining: true }),
  codeBlock: block({
    content: 'text*',
    marks: '',
    code: true,
    defining: true,
    attrs: { language: optional },
  }),
  horizontalRule: block({ atom: true }),
  /** A picture as a block. `wrap` is the bag of the element around it (a wrapper div or a link), null for none. */
  image: block({
    atom: true,
    draggable: true,
    attrs: {
      src: optional,
      alt: optional,
      title: optional,
      width: optional,
      href: optional,
      wrap: optional,
    },
  }),
  /** A frame. `wrap` as for images. */
  iframe: block({
    atom: true,
    draggable: true,
    attrs: { src: optional, title: optional, wrap: optional },
  }),
  table: block({ content: 'tableRow+', isolating: true, tableRole: 'table' }),
  tableRow: part({ content: '(tableCell | tableHeader)*', tableRole: 'row' }),
  tableCell: part({ content: 'block+', isolating: true, tableRole: 'cell', attrs: cell }),
  tableHeader: part({ content: 'block+', isolating: true, tableRole: 'header_cell', attrs: cell }),
  /** An accordion: `colour` is `white` or `gray`. */
  detailGroup: block({
    content: 'details+',
    isolating: true,
    attrs: { colour: { default: 'white' } },
  }),
  details: block({ content: 'detailsSummary detailsContent', defining: true, isolating: true }),
  detailsSummary: part({ content: 'inline*', defining: true, isolating: true }),
  /** `bare`: the source has no element around the content. */
  detailsContent: part({ content: 'block+', defining: true, attrs: { bare: { default: false } } }),
  cards: block({ content: 'card+', isolating: true }),
  /** `href` null: a card without a link. */
  card: part({ content: '(cardImage | cardBody)+', isolating: true, attrs: { href: optional } }),
  cardImage: part({ content: 'image' }),
  cardBody: part({ content: 'cardText+' }),
  /** `role`: title, description or link. */
  cardText: part({
    content: 'inline*',
    marks: cardMarks,
    defining: true,
    attrs: { role: { default: 'title' } },
  }),
  definitionList: block({ content: '(definitionTerm | definitionDescription)+' }),
  definitionTerm: part({ content: 'inline*', defining: true }),
  definitionDescription: part({ content: 'block+', defining: true }),
  /** A footnote's text (Markdown only); `label` as between `[^` and `]`. */
  footnoteDefinition: block({
    content: 'block+',
    defining: true,
    isolating: true,
    attrs: { label: { default: '1' } },
  }),
  /** Any other element that holds blocks: div, section, figure, center … */
  htmlBox: block({ content: 'block*', defining: true, attrs: { tag: { default: 'div' } } }),
  /** Kept to the byte and shown locked; `label` says in words what it is. */
  opaque: block({
    atom: true,
    draggable: true,
    attrs: { source: { default: '' }, label: { default: 'Code' } },
  }),
  text: { group: 'inline' },
  hardBreak: { ...inlineAtom({}), linebreakReplacement: true },
  imageInline: inlineAtom({ src: optional, alt: optional, title: optional, width: optional }),
  /** The mark that points to a footnote (Markdown only). */
  footnoteReference: inlineAtom({ label: { default: '1' } }),
  opaqueInline: inlineAtom({ source: { default: '' }, label: { default: 'Code' } }),
} satisfies Record<string, NodeSpec>

const marks = {
  link: mark({
    inclusive: false,
    attrs: { href: optional, title: optional, target: optional, rel: optional },
  }),
  bold: mark(),
  italic: mark(),
  underline: mark(),
  strike: mark(),
  subscript: mark(),
  superscript: mark(),
  highlight: mark(),
  code: mark({ code: true }),
  /** Any other inline element, kept with its attributes; several may lie on one text. */
  htmlMark: mark({ excludes: '', attrs: { tag: { default: 'span' } } }),
} satisfies Record<string, MarkSpec>

export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

/** The nodes and marks as data. */
export const documentSpec: {
  readonly nodes: Readonly<Record<NodeName, NodeSpec>>
  readonly marks: Readonly<Record<MarkName, MarkSpec>>
} = { nodes, marks }

/** The schema of every page's document. */
export const documentSchema: Schema<NodeName, MarkName> = new Schema({ nodes, marks })
