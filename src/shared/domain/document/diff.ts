import { Fragment, type Node } from 'prosemirror-model'
import { alignChildren, wordSimilarity } from './align.ts'
import { sameNode, structuralHash } from './hash.ts'
import { diffSequences } from './sequence-diff.ts'

/** A stretch of a text block's content. `nodes` are texts and inline atoms with their marks, ready to be drawn. */
export interface WordSegment {
  readonly kind: 'same' | 'added' | 'removed'
  readonly nodes: readonly Node[]
}

/**
 * One block of a comparison, in reading order of the new document; removed blocks stand where they were.
 * `changed` blocks carry either word segments (text blocks) or the comparison of their children (containers), or
 * neither where the block as a whole is different (a picture, a frame, locked code).
 */
export type BlockDiff =
  | { readonly kind: 'same'; readonly now: Node }
  | { readonly kind: 'added'; readonly now: Node }
  | { readonly kind: 'removed'; readonly was: Node }
  /** Unchanged, but at another place. `here` is true at its new place, false where it was. */
  | { readonly kind: 'moved'; readonly now: Node; readonly was: Node; readonly here: boolean }
  | {
      readonly kind: 'changed'
      readonly was: Node
      readonly now: Node
      /** Its kind or attributes changed: a heading's level, a picture's address, a list's start. */
      readonly reshaped: boolean
      readonly words: readonly WordSegment[] | null
      readonly children: readonly BlockDiff[] | null
    }

/** How many blocks differ, by kind; a block inside a changed container counts, not the container. */
export interface DiffCounts {
  readonly added: number
  readonly removed: number
  readonly moved: number
  readonly changed: number
}

interface Piece {
  readonly node: Node
  readonly key: string
  readonly space: boolean
}

const wordOrSpace = /\s+|[\p{L}\p{N}\p{M}_'’]+|[^\s\p{L}\p{N}\p{M}_'’]/gu

function piecesOf(block: Node): Piece[] {
  const out: Piece[] = []
  block.forEach((child) => {
    if (!child.isText) {
      out.push({ node: child, key: structuralHash(child), space: false })
      return
    }
    const marks = child.marks.map((m) => m.type.name + JSON.stringify(m.attrs)).join()
    for (const { 0: word, index } of (child.text ?? '').matchAll(wordOrSpace))
      out.push({
        node: child.cut(index, index + word.length),
        key: `${word}|${marks}`,
        space: word.trim() === '',
      })
  })
  return out
}

interface Run {
  kind: WordSegment['kind']
  pieces: Piece[]
}

function runsOf(was: readonly Piece[], now: readonly Piece[]): Run[] {
  const runs: Run[] = []
  let [a, b] = [0, 0]
  const keys = [was.map((p) => p.key), now.map((p) => p.key)] as const
  for (const { kind, length } of diffSequences(...keys)) {
    const pieces = kind === 'removed' ? was.slice(a, a + length) : now.slice(b, b + length)
    runs.push({ kind, pieces })
    if (kind !== 'added') a += length
    if (kind !== 'removed') b += length
  }
  return runs
}

/** A lone space between two changes is no island worth showing: it joins them, so that whole phrases are marked. */
function joinIslands(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  let removed: Piece[] = []
  let added: Piece[] = []
  const flush = () => {
    if (removed.length > 0) out.push({ kind: 'removed', pieces: removed })
    if (added.length > 0) out.push({ kind: 'added', pieces: added })
    removed = []
    added = []
  }
  runs.forEach((run, i) => {
    if (run.kind === 'removed') removed.push(...run.pieces)
    else if (run.kind === 'added') added.push(...run.pieces)
    else if (
      run.pieces.every((p) => p.space) &&
      removed.length > 0 &&
      added.length > 0 &&
      i < runs.length - 1
    ) {
      removed.push(...run.pieces)
      added.push(...run.pieces)
    } else {
      flush()
      out.push(run)
    }
  })
  flush()
  return out
}

/** Compares the content of two text blocks by words, marks included. */
function diffWords(was: Node, now: Node): readonly WordSegment[] {
  return joinIslands(runsOf(piecesOf(was), piecesOf(now))).map(({ kind, pieces }) => ({
    kind,
    nodes: Fragment.fromArray(pieces.map((p) => p.node)).content,
  }))
}

const childrenOf = (node: Node): readonly Node[] => node.content.content
const isContainer = (node: Node) => !node.isTextblock && !node.isLeaf

/** Below this share of common words two paragraphs are not versions of one another. */
const leastAlike = 0.2

function areVersions(was: Node, now: Node): boolean {
  if (!was.isTextblock || !now.isTextblock) return was.type === now.type
  if (was.textContent.trim() === '' || now.textContent.trim() === '') return was.type === now.type
  return wordSimilarity(was, now) >= leastAlike
}

/** For each new child the old index of itself or, where it has no partner, of the next one that has. */
function partnersAhead(alignment: readonly number[], end: number): number[] {
  const out = [...alignment]
  let ahead = end
  for (let i = out.length - 1; i >= 0; i--) {
    if ((out[i] ?? -1) >= 0) ahead = out[i] as number
    out[i] = ahead
  }
  return out
}

class Comparison {
  readonly #moved: ReadonlyMap<string, { was: Node; now: Node }>

  constructor(was: Node, now: Node) {
    this.#moved = movedBlocks(was, now)
  }

  children(was: Node, now: Node): BlockDiff[] {
    const [before, after] = [childrenOf(was), childrenOf(now)]
    const alignment = alignChildren(after, before, (node) => this.#moved.has(structuralHash(node)))
    const out: BlockDiff[] = []
    const upTo = partnersAhead(alignment, before.length)
    let next = 0
    after.forEach((node, i) => {
      // What was removed is shown before what came in its place.
      const until = upTo[i] ?? before.length
      for (; next < until; next++) out.push(this.#single(before[next] as Node, false))
      const old = before[alignment[i] ?? -1]
      if (!old) {
        out.push(this.#single(node, true))
        return
      }
      next++
      if (areVersions(old, node) || sameNode(old, node)) out.push(this.pair(old, node))
      else out.push(this.#single(old, false), this.#single(node, true))
    })
    for (; next < before.length; next++) out.push(this.#single(before[next] as Node, false))
    return out
  }

  pair(was: Node, now: Node): BlockDiff {
    if (sameNode(was, now)) return { kind: 'same', now }
    const reshaped =
      was.type !== now.type || JSON.stringify(was.attrs) !== JSON.stringify(now.attrs)
    const words = was.isTextblock && now.isTextblock ? diffWords(was, now) : null
    const children =
      was.type === now.type && isContainer(was) && isContainer(now) ? this.children(was, now) : null
    return { kind: 'changed', was, now, reshaped, words, children }
  }

  #single(node: Node, here: boolean): BlockDiff {
    const moved = this.#moved.get(structuralHash(node))
    if (moved) return { kind: 'moved', ...moved, here }
    return here ? { kind: 'added', now: node } : { kind: 'removed', was: node }
  }
}

const isWorthFollowing = (node: Node) =>
  node.isBlock && (node.isAtom || node.textContent.trim().length > 3)

function placesOf(doc: Node): Map<string, { node: Node; place: string }[]> {
  const places = new Map<string, { node: Node; place: string }[]>()
  const walk = (parent: Node, path: string) => {
    parent.forEach((node, _, i) => {
      if (!node.isBlock) return
      const key = structuralHash(node)
      if (isWorthFollowing(node)) {
        const known = places.get(key)
        if (known) known.push({ node, place: `${path}/${i}` })
        else places.set(key, [{ node, place: `${path}/${i}` }])
      }
      if (!node.isTextblock) walk(node, `${path}/${i}`)
    })
  }
  walk(doc, '')
  return places
}

/** Blocks that occur once in each document. Whether one of them moved shows when it is found without a partner. */
function movedBlocks(was: Node, now: Node): Map<string, { was: Node; now: Node }> {
  const before = placesOf(was)
  const moved = new Map<string, { was: Node; now: Node }>()
  for (const [key, [place, ...more]] of placesOf(now)) {
    const old = before.get(key)
    if (place && more.length === 0 && old?.length === 1 && old[0])
      moved.set(key, { was: old[0].node, now: place.node })
  }
  return moved
}

/**
 * Compares two documents block by block and, inside changed text blocks, word by word. Unchanged blocks are
 * listed too, so that a view can show or fold what lies around a change. Never throws; linear but for what changed.
 */
export function diffDocuments(was: Node, now: Node): readonly BlockDiff[] {
  return new Comparison(was, now).children(was, now)
}

/** Counts a comparison's differences for a line such as “2 changed, 1 added”. */
export function countDiff(blocks: readonly BlockDiff[]): DiffCounts {
  const counts = { added: 0, removed: 0, moved: 0, changed: 0 }
  const visit = (block: BlockDiff): void => {
    if (block.kind === 'same') return
    const shown = block.kind === 'moved' ? block.here : isShown(block)
    if (shown) counts[block.kind]++
    if (block.kind === 'changed') block.children?.forEach(visit)
  }
  blocks.forEach(visit)
  return counts
}

/** A container whose children alone differ is no change of its own. */
const isShown = (block: BlockDiff) =>
  block.kind !== 'changed' || block.children === null || block.reshaped
