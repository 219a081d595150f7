import type { Node } from 'prosemirror-model'
import { alignChildren } from '../align.ts'
import { sameNode } from '../hash.ts'
import type { MarkdownRef } from './markdown-ref.ts'
import { isPlainRow, printRow } from './print-table.ts'
import type { MarkdownSaver, Rung } from './save-markdown.ts'
import type { Version } from './save-text.ts'

const columns = (table: Node) => table.firstChild?.childCount ?? 0
const aligns = (table: Node) => table.firstChild?.content.content.map((c) => c.attrs.align).join()

/** Writes a changed table into its source, row by row; null where its columns changed or Markdown cannot hold it. */
export function saveTable(saver: MarkdownSaver, { now, was, ref, rung }: Version): string | null {
  if (columns(now) !== columns(was) || aligns(now) !== aligns(was)) return null
  const rows = now.content.content
  const alignment = alignChildren(rows, ref.kids)
  const isHeld = rows.every((row, i) => {
    const old = ref.kids[alignment[i] ?? -1]
    return (old && sameNode(row, old)) || isPlainRow(row, i === 0)
  })
  if (alignment[0] !== 0 || !isHeld) return null
  const line = saver.opened.eol + ref.prefix
  let out = saver.slice(ref.s, ref.ranges[0]?.[0] ?? ref.s)
  rows.forEach((row, i) => {
    const k = alignment[i] ?? -1
    const old = ref.kids[k]
    const place = ref.ranges[k]
    const isNext = k > 0 && (alignment[i - 1] ?? -1) === k - 1
    if (i === 1 && !isNext) out += ref.delimiter ?? ''
    if (i > 0) out += isNext ? saver.slice(ref.ranges[k - 1]?.[1] ?? 0, place?.[0] ?? 0) : line
    out += old && place ? savedRow(saver, { now: row, was: old, rung }) : newRow(saver, row, rung)
  })
  if (rows.length === 1) out += ref.delimiter ?? ''
  saver.count('container')
  return out + saver.slice(ref.own[1], ref.e)
}

function newRow(saver: MarkdownSaver, row: Node, rung: Rung): string {
  saver.count('new')
  return printRow(row, saver.style(rung))
}

function savedRow(
  saver: MarkdownSaver,
  { now, was, rung }: { now: Node; was: Node; rung: Rung },
): string {
  const ref = saver.opened.refs.get(was) as MarkdownRef
  if (sameNode(now, was)) return saver.slice(ref.s, ref.e)
  if (now.childCount !== was.childCount) return newRow(saver, now, rung)
  let at = ref.s
  let out = ''
  now.content.content.forEach((cell, c) => {
    const [s, e] = ref.ranges[c] ?? [at, at]
    const [words, old] = [cell.firstChild, was.child(c).firstChild]
    out += saver.slice(at, s)
    out += words && old ? saver.block(words, old, { rung }) : saver.slice(s, e)
    at = e
  })
  return out + saver.slice(at, ref.e)
}
