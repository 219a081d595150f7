import type { Node } from 'prosemirror-model'
import { structuralHash } from '../hash.ts'
import type { Ref } from '../ref.ts'
import type { OpenedMarkdown } from './markdown-ref.ts'
import { dedented } from './prefix.ts'

type Source = () => string | null

/** Parts of a container that are no blocks by themselves. */
const partOnly =
  /^(?:doc|listItem|taskItem|table(?:Row|Cell|Header)|definition(?:Term|Description)|details\w+|card\w*)$/

/** The source of every block of a page by its structure, so that moved and pasted blocks keep their bytes. */
export class SourcePool {
  private readonly opened: OpenedMarkdown
  private sources: Map<string, Source> | null = null

  constructor(opened: OpenedMarkdown) {
    this.opened = opened
  }

  /** A block's source without the prefix of its container; null where it is new or has no source of its own. */
  sourceOf(node: Node): string | null {
    if (partOnly.test(node.type.name)) return null
    this.sources ??= this.collect()
    return this.sources.get(structuralHash(node))?.() ?? null
  }

  private collect(): Map<string, Source> {
    const sources = new Map<string, Source>()
    const note = (node: Node, source: Source) => {
      if (!node.isBlock || partOnly.test(node.type.name)) return
      const key = structuralHash(node)
      if (!sources.has(key)) sources.set(key, source)
    }
    const { src, refs } = this.opened
    for (const [node, ref] of refs) {
      if (ref.form === 'cell' || ref.s === ref.e || ref.form === 'indented') continue
      if (!ref.island) note(node, () => dedented(src.slice(ref.s, ref.e), ref.prefix)?.text ?? null)
      else if (ref.island.index === 0) noteIsland(ref.island.opened, note)
    }
    return sources
  }
}

function noteIsland(
  opened: { readonly src: string; readonly refs: ReadonlyMap<Node, Ref> },
  note: (node: Node, source: Source) => void,
) {
  for (const [node, ref] of opened.refs)
    if (!ref.implicit && !ref.implied && ref.s < ref.e)
      note(node, () => opened.src.slice(ref.s, ref.e))
}
