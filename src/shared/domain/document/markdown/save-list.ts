import type { Node } from 'prosemirror-model'
import { alignChildren } from '../align.ts'
import { sameNode } from '../hash.ts'
import { commonGap } from '../html/gaps.ts'
import { documentSchema } from '../schema.ts'
import type { MarkdownRef } from './markdown-ref.ts'
import { indented } from './prefix.ts'
import { printItem } from './print-block.ts'
import type { MarkdownSaver, Rung } from './save-markdown.ts'
import type { Version } from './save-text.ts'

const { orderedList, taskItem } = documentSchema.nodes

/** Writes a changed list into its source, item by item. */
export function saveList(saver: MarkdownSaver, { now, ref, rung }: Version): string | null {
  if (now.content.content.some((item) => item.attrs.bag)) return null
  const items = now.content.content
  const alignment = alignChildren(items, ref.kids)
  const usual = commonGap(saver.opened.src, ref) ?? `${saver.opened.eol}${ref.prefix}`
  const numbers = new Numbers(saver, now, ref)
  let previous = -1
  let out = ''
  for (const [i, item] of items.entries()) {
    const k = alignment[i] ?? -1
    const old = ref.kids[k]
    const oldRef = old && saver.opened.refs.get(old)
    if (i > 0) out += gapBefore(saver, ref, { k, previous, usual })
    const marker = numbers.next(oldRef ?? null)
    out +=
      old && oldRef
        ? savedItem(saver, { now: item, was: old, ref: oldRef, rung }, marker)
        : freshItem(saver, item, {
            marker,
            prefix: ref.prefix,
            tight: !/\n[ \t>]*\r?\n/.test(usual),
            rung,
          })
    previous = old ? k : -2
  }
  saver.count('container')
  const first = ref.ranges[0]?.[0] ?? ref.s
  const last = ref.ranges.at(-1)?.[1] ?? ref.e
  return saver.slice(ref.s, first) + out + saver.slice(last, ref.e)
}

interface Between {
  readonly k: number
  readonly previous: number
  readonly usual: string
}

/** What stands between two items: as it was where they were neighbours, else what is usual in this list. */
function gapBefore(
  saver: MarkdownSaver,
  ref: MarkdownRef,
  { k, previous, usual }: Between,
): string {
  if (k <= 0 || k !== previous + 1) return usual
  return saver.slice(ref.ranges[k - 1]?.[1] ?? 0, ref.ranges[k]?.[0] ?? 0)
}

function savedItem(saver: MarkdownSaver, version: Version, marker: string): string {
  const { now, was, ref, rung } = version
  const source = saver.slice(ref.s, ref.os)
  const rest = source.replace(/^(?:[-+*]|\d+[.)])/, '')
  if (sameNode(now, was)) return marker + saver.slice(ref.s + source.length - rest.length, ref.e)
  const box =
    now.type === taskItem ? rest.replace(/\[[ xX]\]/, now.attrs.checked ? '[x]' : '[ ]') : rest
  return (
    marker +
    (now.attrs.checked === was.attrs.checked ? rest : box) +
    saver.flow(now, ref, rung) +
    saver.slice(ref.ce, ref.e)
  )
}

interface Fresh {
  readonly marker: string
  readonly prefix: string
  readonly tight: boolean
  readonly rung: Rung
}

function freshItem(
  saver: MarkdownSaver,
  item: Node,
  { marker, prefix, tight, rung }: Fresh,
): string {
  saver.count('new')
  const text = printItem(item, saver.style(rung), { marker: `${marker} `, tight })
  return indented(text, prefix, saver.opened.eol)
}

/** The signs of a list's items: those of the source, and for new ones what goes on from the one before. */
class Numbers {
  private readonly saver: MarkdownSaver
  private readonly list: Node
  private readonly sign: string
  private readonly steps: boolean
  private last: number | null = null

  constructor(saver: MarkdownSaver, list: Node, ref: MarkdownRef) {
    this.saver = saver
    this.list = list
    const markers = ref.kids.map((kid) => this.written(saver.opened.refs.get(kid) ?? ref))
    this.sign = markers[0] ?? '-'
    this.steps =
      markers.length < 2 || Number.parseInt(markers[1] ?? '', 10) !== Number.parseInt(this.sign, 10)
  }

  private written(ref: MarkdownRef): string {
    return /^(?:[-+*]|\d+[.)])/.exec(this.saver.slice(ref.s, ref.s + 12))?.[0] ?? '-'
  }

  next(ref: MarkdownRef | null): string {
    if (this.list.type !== orderedList) return ref ? this.written(ref) : this.sign
    const bag = this.list.attrs.bag
    const start = Number(this.list.attrs.start)
    const written = ref && Number.parseInt(this.written(ref), 10)
    const wanted = this.last === null ? start : this.last + (this.steps ? 1 : 0)
    const number = this.last === null && !bag ? start : (written ?? wanted)
    this.last = number
    const end = ref ? this.written(ref).slice(-1) : this.sign.slice(-1)
    return ref && written === number ? this.written(ref) : `${number}${end}`
  }
}
