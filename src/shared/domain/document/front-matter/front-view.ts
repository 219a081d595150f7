/** A value of front matter as plain data. */
export type FrontValue =
  | string
  | number
  | boolean
  | null
  | readonly FrontValue[]
  | { readonly [key: string]: FrontValue }

/** One key of a page's front matter, as the details form sees it. */
export interface FrontEntry {
  readonly key: string
  readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'empty' | 'list' | 'map'
  /** A plain value; dates as they are written. */
  readonly value: FrontValue
  /** The value as written, for values that a form cannot show. */
  readonly source: string
  /** Whether `setFrontValue` can change it. */
  readonly editable: boolean
  /** Whether what is inside of a list or map can be changed one by one. */
  readonly open: boolean
  /** The same key stands in the block more than once; the last one counts. */
  readonly repeated: boolean
}

/** The language of a front matter block. */
export type FrontFormat = 'none' | 'yaml' | 'toml' | 'json'

/** A front matter block as the details form shows it. */
export interface FrontView {
  readonly format: FrontFormat
  readonly entries: readonly FrontEntry[]
  /** Why there is no form, in words; null where there is one. */
  readonly problem: string | null
}
