import type { Node } from 'prosemirror-model'
import { findWrapping, liftTarget, type Transform } from 'prosemirror-transform'
import { documentSchema } from '../schema.ts'
import { allNodes, type Edit, textBlocks } from './find-blocks.ts'
import type { Random } from './random.ts'

const { nodes } = documentSchema

/** Blocks in places where any block may stand. */
const movable = (doc: Node) =>
  allNodes(doc, (n) => n.isBlock && n.type.isInGroup('block')).filter(
    ({ pos }) => doc.resolve(pos).parent.type !== nodes.cardImage,
  )

function remove(tr: Transform, random: Random) {
  const block = random.pick(movable(tr.doc))
  if (!block || tr.doc.resolve(block.pos).parent.childCount < 2) return false
  tr.delete(block.pos, block.pos + block.node.nodeSize)
  return true
}

function removePart(tr: Transform, random: Random) {
  const part = random.pick(
    allNodes(tr.doc, (n) => /^(listItem|details|card|tableRow)$/.test(n.type.name)),
  )
  if (!part || tr.doc.resolve(part.pos).parent.childCount < 2) return false
  tr.delete(part.pos, part.pos + part.node.nodeSize)
  return true
}

function place(tr: Transform, random: Random, node: Node) {
  const target = random.pick(movable(tr.doc))
  if (!target) return false
  const at = random.below(2) ? target.pos : target.pos + target.node.nodeSize
  const parent = tr.doc.resolve(at)
  if (!parent.parent.canReplaceWith(parent.index(), parent.index(), node.type)) return false
  tr.insert(at, node)
  return true
}

const duplicate: Edit = (tr, random) => {
  const block = random.pick(movable(tr.doc))
  return block ? place(tr, random, block.node) : false
}

function move(tr: Transform, random: Random) {
  const block = random.pick(movable(tr.doc))
  if (!block || tr.doc.resolve(block.pos).parent.childCount < 2) return false
  tr.delete(block.pos, block.pos + block.node.nodeSize)
  return place(tr, random, block.node)
}

function insertBlock(tr: Transform, random: Random) {
  const text = documentSchema.text('New text')
  const paragraph = nodes.paragraph.create(null, text)
  const made = random.pick([
    paragraph,
    nodes.paragraph.create(),
    nodes.heading.create({ level: 2 }, text),
    nodes.horizontalRule.create(),
    nodes.codeBlock.create({ language: 'js' }, documentSchema.text('\nif (a < b)\n  c()\n')),
    nodes.image.create({ src: '/images/a b.png', alt: 'A "picture" & more' }),
    nodes.iframe.create({ src: 'https://example.org/embed' }),
    nodes.bulletList.create(null, nodes.listItem.create(null, paragraph)),
    nodes.blockquote.create(null, [paragraph, paragraph]),
    nodes.detailGroup.create(null, [
      nodes.details.create(null, [
        nodes.detailsSummary.create(null, text),
        nodes.detailsContent.create(null, paragraph),
      ]),
    ]),
    nodes.table.create(null, [
      nodes.tableRow.create(null, [
        nodes.tableHeader.create(null, paragraph),
        nodes.tableHeader.create(null, nodes.paragraph.create()),
      ]),
      nodes.tableRow.create(null, [
        nodes.tableCell.create(null, paragraph),
        nodes.tableCell.create(null, nodes.paragraph.create()),
      ]),
    ]),
  ])
  return made ? place(tr, random, made) : false
}

function wrap(tr: Transform, random: Random) {
  const block = random.pick(textBlocks(tr.doc))
  const type = random.pick([nodes.bulletList, nodes.orderedList, nodes.blockquote, nodes.htmlBox])
  if (!block || !type) return false
  const start = tr.doc.resolve(block.pos + 1)
  const range = start.blockRange(
    tr.doc.resolve(
      Math.min(block.pos + block.node.nodeSize + random.below(2) * 40, tr.doc.content.size),
    ),
  )
  const wrapping = range && findWrapping(range, type)
  if (!range || !wrapping) return false
  tr.wrap(range, wrapping)
  return true
}

function lift(tr: Transform, random: Random) {
  const block = random.pick(textBlocks(tr.doc))
  const range = block && tr.doc.resolve(block.pos + 1).blockRange()
  const target = range ? liftTarget(range) : null
  if (!range || target === null || target === undefined) return false
  tr.lift(range, target)
  return true
}

function picture(tr: Transform, random: Random) {
  const found = random.pick(allNodes(tr.doc, (n) => /^image/.test(n.type.name)))
  if (!found) return false
  const [name, value] = random.pick([
    ['alt', 'A new "alt" & text'],
    ['src', '/images/new name.png'],
    ['width', '60%'],
    ['title', 'Shown on hover'],
    ['alt', null],
  ] as const) ?? ['alt', 'x']
  tr.setNodeAttribute(found.pos, name, value)
  return true
}

/** Edits of whole blocks, by name. */
export const blockEdits = {
  remove,
  removePart,
  duplicate,
  move,
  insertBlock,
  wrap,
  lift,
  picture,
}
