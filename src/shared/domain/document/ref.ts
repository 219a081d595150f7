import type { Node } from 'prosemirror-model'

/** Where a node of an opened document stands in the source; offsets count UTF-16 units. */
export interface Ref {
  /** The whole element, and the inside of its tags: `s <= os <= ce <= e`. */
  readonly s: number
  readonly e: number
  readonly os: number
  readonly ce: number
  /** Child nodes and their ranges, in order, disjoint, inside `os`…`ce`; what lies between is a gap. */
  readonly kids: readonly Node[]
  readonly ranges: readonly (readonly [number, number])[]
  /** Its inline content lies between `os` and `ce`. */
  readonly text?: boolean
  /** A paragraph without tags of its own. */
  readonly implicit?: boolean
  /** The source has no end tag. */
  readonly implied?: boolean
}

/** A body as opened: its document, and where each node came from. */
export interface OpenedBody {
  readonly src: string
  readonly doc: Node
  readonly refs: ReadonlyMap<Node, Ref>
  readonly root: Ref
  readonly eol: string
  /** Whether lines are broken, where the body is part of a page that says; else told by its own lines. */
  readonly wraps?: boolean
}
