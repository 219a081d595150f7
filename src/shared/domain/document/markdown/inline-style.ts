import type { FileStyle } from './file-style.ts'
import type { Definitions } from './markdown-ref.ts'

/** How inline content is to be written. */
export interface InlineStyle {
  readonly file: FileStyle
  readonly definitions: Definitions
  /** A line end with the prefix of the line behind it; null where there can be none (headings, cells). */
  readonly newline: string | null
  readonly cell: boolean
  readonly escapeAll: boolean
  /** Marks as HTML tags: `<strong>` for what stars cannot say. */
  readonly tags: boolean
}
