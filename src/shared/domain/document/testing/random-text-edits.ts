import { Fragment, Slice } from 'prosemirror-model'
import { canJoin, canSplit, type Transform } from 'prosemirror-transform'
import { documentSchema } from '../schema.ts'
import { allNodes, filledBlocks, inside, textBlocks } from './find-blocks.ts'
import type { Random } from './random.ts'

const { nodes, marks } = documentSchema

const words = [
  'zebra',
  'a b',
  'R&D',
  '1 < 2',
  '"x"',
  'é',
  ' ',
  'x_y*z',
  'end.',
  '\u00a0',
  "it's",
  '日本',
  '<b>',
]

function insertText(tr: Transform, random: Random) {
  const block = random.pick(allNodes(tr.doc, (n) => n.isTextblock))
  if (!block) return false
  const at = inside(block, random)
  const text = random.pick(words) ?? 'x'
  tr.insert(
    at,
    documentSchema.text(
      text,
      block.node.type === nodes.codeBlock ? [] : tr.doc.resolve(at).marks(),
    ),
  )
  return true
}

function deleteText(tr: Transform, random: Random) {
  const block = random.pick(filledBlocks(tr.doc))
  if (!block) return false
  const from = inside(block, random)
  tr.delete(from, Math.min(from + 1 + random.below(30), block.pos + 1 + block.node.content.size))
  return true
}

function deleteAcross(tr: Transform, random: Random) {
  const first = random.pick(filledBlocks(tr.doc))
  if (!first) return false
  const from = inside(first, random)
  tr.deleteRange(from, Math.min(from + 1 + random.below(400), tr.doc.content.size))
  return true
}

function split(tr: Transform, random: Random) {
  const block = random.pick(filledBlocks(tr.doc))
  if (!block) return false
  const at = inside(block, random)
  const depth = tr.doc.resolve(block.pos).parent.type === nodes.listItem ? 2 : 1
  if (!canSplit(tr.doc, at, depth)) return false
  tr.split(at, depth)
  return true
}

function join(tr: Transform, random: Random) {
  const at = random.pick(allNodes(tr.doc, (n) => n.isBlock).filter((f) => canJoin(tr.doc, f.pos)))
  if (!at) return false
  tr.join(at.pos)
  return true
}

function mark(tr: Transform, random: Random) {
  const block = random.pick(filledBlocks(tr.doc))
  if (!block) return false
  const [a, b] = [inside(block, random), inside(block, random)]
  const type = random.pick([marks.bold, marks.italic, marks.underline, marks.code, marks.highlight])
  if (!type || a === b) return false
  const [from, to] = [Math.min(a, b), Math.max(a, b)]
  if (random.below(3) === 0) tr.removeMark(from, to, type)
  else if (block.node.type.allowsMarkType(type)) tr.addMark(from, to, type.create())
  return tr.docChanged
}

function link(tr: Transform, random: Random) {
  const block = random.pick(
    filledBlocks(tr.doc).filter((f) => f.node.type.allowsMarkType(marks.link)),
  )
  if (!block) return false
  const [a, b] = [inside(block, random), inside(block, random)]
  if (a === b) return false
  const href = random.pick(['/about/', 'https://example.org/?a=1&b=2', 'mailto:a@b.c', ''])
  tr.addMark(Math.min(a, b), Math.max(a, b), marks.link.create({ href }))
  return true
}

function heading(tr: Transform, random: Random) {
  const block = random.pick(
    textBlocks(tr.doc).filter(
      (f) => f.node.type === nodes.paragraph || f.node.type === nodes.heading,
    ),
  )
  if (!block) return false
  const level = random.below(7)
  const end = block.pos + block.node.nodeSize
  if (level === 0) tr.setBlockType(block.pos, end, nodes.paragraph)
  else tr.setBlockType(block.pos, end, nodes.heading, { level })
  return tr.docChanged
}

function lineBreak(tr: Transform, random: Random) {
  const block = random.pick(filledBlocks(tr.doc))
  if (!block) return false
  tr.insert(inside(block, random), nodes.hardBreak.create())
  return true
}

function pasteSlice(tr: Transform, random: Random) {
  const source = random.pick(filledBlocks(tr.doc))
  const target = random.pick(filledBlocks(tr.doc))
  if (!source || !target) return false
  const from = inside(source, random)
  const slice = tr.doc.slice(from, Math.min(from + random.below(200), tr.doc.content.size))
  tr.replaceRange(inside(target, random), inside(target, random), slice)
  return tr.docChanged
}

function typeOver(tr: Transform, random: Random) {
  const block = random.pick(filledBlocks(tr.doc))
  if (!block) return false
  const from = inside(block, random)
  const to = Math.min(from + 1 + random.below(10), block.pos + 1 + block.node.content.size)
  const text = documentSchema.text(
    'typed',
    block.node.type === nodes.codeBlock ? [] : tr.doc.resolve(from).marks(),
  )
  tr.replace(from, to, new Slice(Fragment.from(text), 0, 0))
  return true
}

/** Edits of text, by name. */
export const textEdits = {
  insertText,
  typeOver,
  deleteText,
  deleteAcross,
  split,
  join,
  mark,
  link,
  heading,
  lineBreak,
  pasteSlice,
}
