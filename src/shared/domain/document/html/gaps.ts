import type { Node } from 'prosemirror-model'
import type { Ref } from '../ref.ts'
import { tagOfNode } from './open-tag.ts'
import { isSpace } from './tree.ts'

/*
 * What stands between the children of a container: white space, comments, and tags that are no nodes (`<tbody>`,
 * `<colgroup>`, stray end tags). It is the file's layout, and stays where the children stay.
 */

/** The gap before child `k`; behind the last one where `k` is their number. */
export function gapOf(src: string, ref: Ref, k: number): string {
  const from = k === 0 ? ref.os : (ref.ranges[k - 1]?.[1] ?? ref.os)
  const to = k === ref.kids.length ? ref.ce : (ref.ranges[k]?.[0] ?? ref.ce)
  return src.slice(from, to)
}

/** The gaps `from`…`to` with the children between them dropped: tags in them stay, white space melts into one. */
export function gapsOf(src: string, ref: Ref, [from, to]: readonly [number, number]): string {
  if (from === to) return gapOf(src, ref, from)
  const all: string[] = []
  for (let k = from; k <= to; k++) all.push(gapOf(src, ref, k))
  if (all.every(isSpace)) return (from === 0 ? all[0] : all.at(-1)) ?? ''
  return all.reduce((left, gap) => left.replace(/[ \t\r\n]+$/, '') + gap)
}

/** The white space that stands most often between the children; null where there is none. */
export function commonGap(src: string, ref: Ref): string | null {
  const counts = new Map<string, number>()
  for (let i = 1; i < ref.ranges.length; i++) {
    const gap = src.slice(ref.ranges[i - 1]?.[1] ?? 0, ref.ranges[i]?.[0] ?? 0)
    if (isSpace(gap)) counts.set(gap, (counts.get(gap) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** A gap without its tags: what is left of it where everything around is closed properly. */
export const withoutTags = (gap: string): string => gap.replace(/<\/?[a-zA-Z][^>]*>/g, '')

const optionalEnds = new Set(['p', 'li', 'td', 'th', 'tr', 'tbody', 'dd', 'dt'])

/** An element that the source never closes would swallow what follows it: the end tags it then needs. */
export function missingEnds(refs: ReadonlyMap<Node, Ref>, old: Node): string {
  let ends = ''
  let node: Node | undefined = old
  while (node) {
    const ref = refs.get(node)
    if (!ref?.implied) break
    const { tag } = tagOfNode(node)
    if (!optionalEnds.has(tag)) ends = `</${tag}>${ends}`
    node = ref.kids.at(-1)
  }
  return ends
}
