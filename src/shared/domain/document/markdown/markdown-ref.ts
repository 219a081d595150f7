import type { Node } from 'prosemirror-model'
import type { Bag } from '../html/bag.ts'
import type { OpenedBody, Ref } from '../ref.ts'
import type { FileStyle } from './file-style.ts'

/** A block of HTML inside Markdown, opened by itself; the line prefix of its container is taken off its lines. */
export interface Island {
  readonly opened: OpenedBody
  readonly prefix: string
  /** Which of the island's blocks this is. */
  readonly index: number
}

/** Where a node of a Markdown body stands. */
export interface MarkdownRef extends Ref {
  /** What each line after the node's first starts with: quote marks and indent of its containers. */
  readonly prefix: string
  /** The same for what it contains. */
  readonly inner: string
  /** Its place without attribute lists above and below it. */
  readonly own: readonly [number, number]
  readonly island?: Island
  /** An item of a list without empty lines. */
  readonly tight?: boolean
  readonly form?: 'atx' | 'setext' | 'fenced' | 'indented' | 'cell'
  /** The line between a table's header and body. */
  readonly delimiter?: string
}

/** What a Markdown mark's or picture's bag says beside tag and attributes. */
export interface MarkdownBag extends Bag {
  /**
   * `list`: its attributes stand in a kramdown attribute list. `auto`: `<https://…>`. The others point to a
   * definition elsewhere in the file.
   */
  readonly form?: 'list' | 'auto' | 'full' | 'collapsed' | 'shortcut'
  readonly label?: string
  /** The address and title the definition gave. */
  readonly url?: string
  readonly title?: string | null
}

/** Addresses of reference links by their folded label. */
export type Definitions = ReadonlyMap<
  string,
  { readonly url: string; readonly title: string | null }
>

/** A Markdown body as opened. */
export interface OpenedMarkdown {
  readonly src: string
  readonly doc: Node
  readonly refs: ReadonlyMap<Node, MarkdownRef>
  readonly root: MarkdownRef
  readonly eol: '\n' | '\r\n'
  readonly definitions: Definitions
  readonly style: FileStyle
  /** How blocks that are new to the page are written; HTML where the site's own editor writes HTML. */
  readonly newBlocks: 'html' | 'markdown'
}
