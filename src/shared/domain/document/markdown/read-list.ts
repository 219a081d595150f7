import type { List, ListItem, Paragraph, RootContent } from 'mdast'
import type { Node } from 'prosemirror-model'
import { NotHeld } from '../html/reader.ts'
import { documentSchema } from '../schema.ts'
import { prefixBelow } from './prefix.ts'
import { type Kids, type MarkdownReader, makeNode, placeIn, refAt } from './reader.ts'

interface ListAt {
  readonly node: List
  readonly prefix: string
  readonly flow: (list: readonly RootContent[], prefix: string) => Kids
}

const taskMark = /^\[([ xX])\](?:[ \t]+|(?=\r?\n|$))/

/** The box of a to-do item, `[ ] ` or `[x] `; null for any other item. */
function taskOf(reader: MarkdownReader, item: ListItem): string | null {
  const [first] = item.children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (text?.type !== 'text') return null
  const [s, e] = placeIn(text)
  return taskMark.exec(reader.text.slice(s, e))?.[0] ?? null
}

/** Takes the box off the item's first line. */
function withoutTask(item: ListItem, box: string): void {
  const paragraph = item.children[0] as Paragraph
  const text = paragraph.children[0] as Paragraph['children'][number] & { type: 'text' }
  text.value = text.value.slice(box.length).trimStart()
  for (const node of [paragraph, text])
    if (node.position) {
      const offset = (node.position.start.offset ?? 0) + box.length
      node.position = { ...node.position, start: { ...node.position.start, offset } }
    }
}

/** The place of an item whose first line is empty. */
function emptyItem(reader: MarkdownReader, s: number, prefix: string): Kids {
  const marker = /^(?:[-+*]|\d+[.)])(?:[ \t]+\[[ xX]\])?[ \t]?/.exec(reader.text.slice(s, s + 40))
  const at = s + (marker?.[0].length ?? 1)
  const empty = documentSchema.nodes.paragraph.create()
  reader.refs.set(empty, { ...refAt([at, at], prefix), text: true })
  return { kids: [empty], ranges: [[at, at]] }
}

function readItem(
  reader: MarkdownReader,
  item: ListItem,
  { list, box }: { list: ListAt; box: string | null },
): Node {
  const [s] = placeIn(item)
  const [first] = item.children
  const marker = /^(?:[-+*]|\d+[.)])/.exec(reader.text.slice(s, s + 12))?.[0] ?? '-'
  const start = first ? placeIn(first)[0] : s + marker.length + 1
  const isBelow = first && reader.text.slice(s, start).includes('\n')
  const inner = isBelow
    ? prefixBelow(reader.text, s) + ' '.repeat(marker.length + 1)
    : prefixBelow(reader.text, first ? start : s) + (first ? '' : ' '.repeat(marker.length + 1))
  if (box !== null) withoutTask(item, box)
  let kids = list.flow(item.children, inner)
  if (kids.kids.length === 0) {
    if (item.children.length > 0) throw new NotHeld('List')
    kids = emptyItem(reader, s, inner)
  }
  const [os, ce] = [kids.ranges[0]?.[0] ?? s, kids.ranges.at(-1)?.[1] ?? s]
  const tight = !item.spread && !list.node.spread
  const ref = { ...refAt([s, ce], list.prefix), ...kids, os, ce, inner, tight }
  if (box === null) return makeNode(reader, { type: 'listItem', content: kids.kids, ref })
  const checked = /x/i.test(box)
  return makeNode(reader, { type: 'taskItem', attrs: { checked }, content: kids.kids, ref })
}

/** Reads a list; one whose every item has a box is a to-do list. */
export function readList(reader: MarkdownReader, at: ListAt): Node {
  const { node, prefix } = at
  const boxes = node.children.map((item) => taskOf(reader, item))
  const isTasks = !node.ordered && boxes.every((box) => box !== null)
  const kids: Kids = { kids: [], ranges: [] }
  node.children.forEach((item, i) => {
    const made = readItem(reader, item, { list: at, box: isTasks ? (boxes[i] ?? null) : null })
    const ref = reader.refs.get(made)
    kids.kids.push(made)
    kids.ranges.push([ref?.s ?? 0, ref?.e ?? 0])
  })
  const [s, end] = placeIn(node)
  const e = Math.max(end, kids.ranges.at(-1)?.[1] ?? end)
  const marker = /^(?:[-+*]|\d+([.)]))/.exec(reader.text.slice(s, s + 12))
  if (node.ordered) reader.style.count('delimiter', marker?.[1] ?? '.')
  else reader.style.count('bullet', marker?.[0] ?? '-')
  const ref = { ...refAt([s, e], prefix), ...kids }
  if (isTasks) return makeNode(reader, { type: 'taskList', content: kids.kids, ref })
  if (!node.ordered) return makeNode(reader, { type: 'bulletList', content: kids.kids, ref })
  const attrs = { start: node.start ?? 1 }
  return makeNode(reader, { type: 'orderedList', attrs, content: kids.kids, ref })
}
