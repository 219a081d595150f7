import type { Node } from 'prosemirror-model'

/** How a page's body is written. `mixed` holds Markdown and HTML blocks side by side. */
export type BodyKind = 'html' | 'markdown' | 'mixed' | 'none'

/**
 * A page as opened: the source text and the editor's document made from it.
 * Immutable; saving compares a later document with this one, so nothing needs to be kept in the editor.
 */
export interface OpenedPage {
  /** The whole file: byte-order mark, front matter and body, exactly as read. */
  readonly source: string
  /** Line end of new text: the file's own majority. */
  readonly eol: '\n' | '\r\n'
  /** The front matter block with its fences, as written; `''` where there is none. */
  readonly front: string
  /** Everything behind the front matter, exactly as read. */
  readonly body: string
  readonly kind: BodyKind
  /** The document to edit; null when the page can be shown as source only, for `refusal`'s reason. */
  readonly doc: Node | null
  /** In the user's words, why the page opens in source view. */
  readonly refusal: string | null
}

/** What saving did; `rungs` counts how often it had to be coarser than a word-for-word splice. */
export type SavedPage =
  | {
      readonly kind: 'saved'
      readonly text: string
      readonly rungs: Readonly<Record<string, number>>
      /** The whole page was read again as it would be opened, and is the document: `checkSaved` has nothing to add. */
      readonly isRead: boolean
    }
  /** The document cannot be written in this page's format without loss; nothing is to be written. */
  | {
      readonly kind: 'refused'
      readonly reason: string
      /** The page as near as it can be written, to keep the user's words in a draft. */
      readonly text?: string
    }
