import type { RepoPath } from '../repo-path.ts'
import type { SiteProfile } from '../site/site-profile.ts'
import type { Control } from './field-kind.ts'
import { fieldLabel } from './field-label.ts'
import { type KnownKey, knownKeys, type PageType, pageType } from './known-keys.ts'

/** One front-matter key as a reader gives it; the document's `FrontEntry` fits. */
export interface FieldEntry {
  readonly key: string
  readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'empty' | 'list' | 'map'
  readonly value: unknown
  /** The value as written in the file. */
  readonly source: string
  /** Whether the value can be changed without touching other bytes. */
  readonly editable: boolean
  /** Whether what is inside of a list or map can be changed one by one. */
  readonly open?: boolean
}

/** One field of the Details form. */
export interface FieldDescription {
  readonly key: string
  readonly label: string
  readonly control: Control
  readonly hint: string | null
  /** Characters the site shows; a count is shown beside the label. */
  readonly maxLength: number | null
  readonly required: boolean
  /** Whether the site's profile knows the key. */
  readonly known: boolean
  /** Kept as it is: shown, not edited in the form. */
  readonly locked: boolean
  readonly canRemove: boolean
  readonly choices: readonly string[] | null
  /** The value is the page's file name too. */
  readonly isFileName: boolean
  /** The plain value, for the control's `show`; the written text for `source` controls. */
  readonly value: unknown
  /** The list or map whose own values are edited one by one; null for every other field. */
  readonly inner: Inner | null
}

/** A list or map of front matter as plain data. */
export type Inner = readonly unknown[] | { readonly [key: string]: unknown }

/** A known key the page does not have yet. */
export type AddableField = Omit<FieldDescription, 'value' | 'inner'>

/** What the form is made from. */
export interface FieldsInput {
  readonly profile: SiteProfile
  readonly path: RepoPath
  readonly entries: readonly FieldEntry[]
}

const imageEnd = /\.(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|tiff?|ico)$/i
const documentEnd = /\.(?:pdf|docx?|xlsx?|pptx?|csv|zip)$/i
const webAddress = /^https?:\/\/\S+$/i

function controlOfText(key: string, value: string): Control {
  const path = value.trim()
  if (path.includes('\n') || path.length > 80) return webAddress.test(path) ? 'url' : 'multiline'
  if (imageEnd.test(path) && !/\s{2}/.test(path)) return webAddress.test(path) ? 'url' : 'image'
  if (documentEnd.test(path)) return webAddress.test(path) ? 'url' : 'document'
  if (webAddress.test(path)) return 'url'
  if (path === '' && /(?:^|_)(?:image|thumbnail|banner|photo)$/i.test(key)) return 'image'
  return 'text'
}

const isSingle = (value: unknown) => value === null || typeof value !== 'object'

function controlOfList({ key, value, editable }: FieldEntry): Control {
  if (!Array.isArray(value) || !value.every(isSingle)) return 'source'
  // What stands for a value elsewhere (`*name`) has none of its own to be shown.
  if (!editable && value.includes(null)) return 'source'
  return /^(?:tags|categories|keywords|topics)$/i.test(key) ? 'tags' : 'list'
}

/** The control that a value's own kind asks for. */
function controlOfValue(entry: FieldEntry): Control {
  if (!entry.editable && entry.kind !== 'list') return 'source'
  switch (entry.kind) {
    case 'number':
    case 'boolean':
    case 'date':
      return entry.kind
    case 'list':
      return controlOfList(entry)
    case 'map':
      return 'source'
    case 'text':
    case 'empty':
      return controlOfText(entry.key, typeof entry.value === 'string' ? entry.value : '')
  }
}

/** A known key's control, unless the value is of a shape that control cannot hold. */
function controlOf(entry: FieldEntry, known: KnownKey | undefined): Control {
  const own = controlOfValue(entry)
  if (!known || own === 'source') return own
  const wantsList = known.control === 'tags' || known.control === 'list'
  if (entry.kind === 'list') return wantsList ? known.control : own
  if (wantsList && entry.kind !== 'empty') return own
  return known.control
}

function describeKey(known: KnownKey): AddableField {
  return {
    key: known.key,
    label: fieldLabel(known.key),
    control: known.control,
    hint: known.hint ?? null,
    maxLength: known.maxLength ?? null,
    required: known.required ?? false,
    known: true,
    locked: known.locked ?? false,
    canRemove: !(known.required ?? false) && !(known.locked ?? false),
    choices: known.choices ?? null,
    isFileName: known.isFileName ?? false,
  }
}

function describeEntry(entry: FieldEntry, known: KnownKey | undefined): FieldDescription {
  const base = describeKey(known ?? { key: entry.key, control: 'text' })
  const control = controlOf(entry, known)
  const value = control === 'source' ? entry.source : entry.value
  const inner = control === 'source' && entry.open && isInner(entry.value) ? entry.value : null
  return {
    ...base,
    control,
    value,
    inner,
    known: known !== undefined,
    locked: base.locked || control === 'source',
    isFileName: base.isFileName && control === 'text',
    canRemove: base.canRemove && control !== 'source',
  }
}

/** Whether a value holds other values. */
export const isInner = (value: unknown): value is Inner =>
  value !== null && typeof value === 'object'

function kindOfInner(value: unknown): FieldEntry['kind'] {
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'number' || typeof value === 'boolean')
    return typeof value === 'number' ? 'number' : 'boolean'
  if (typeof value !== 'string') return 'empty'
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text'
}

/** The field of a value inside of a list or map: a single value, or a list of single values. */
export function describeInner(key: string, value: unknown): FieldDescription {
  const entry = { key, kind: kindOfInner(value), value, source: '', editable: true }
  return { ...describeEntry(entry, undefined), canRemove: false }
}

/** Whether a value has a field of its own; others hold values that have. */
export const isField = (value: unknown): boolean =>
  !isInner(value) ||
  (Array.isArray(value) && value.length > 0 && value.every((one) => !isInner(one)))

/** What an item of a list is called: by its title or first words, or by its only key. */
export function itemLabel(value: unknown): string {
  if (!isInner(value) || Array.isArray(value)) return ''
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only && isInner(only[1])) {
    const within = itemLabel(only[1])
    return within ? `${fieldLabel(only[0])}: ${within}` : fieldLabel(only[0])
  }
  const named = ['title', 'name', 'label', 'heading', 'text', 'days'].map(
    (key) => entries.find(([own]) => own === key)?.[1],
  )
  const words = [...named, ...entries.map(([, one]) => one)].find(
    (one) => typeof one === 'string' && one.trim() !== '',
  )
  return typeof words === 'string'
    ? words
        .trim()
        .replace(/<[^>]*>/g, '')
        .slice(0, 80)
    : ''
}

/** The last entry of each key: of a repeated key only that one counts. */
function lastEntries(entries: readonly FieldEntry[]): FieldEntry[] {
  return [...new Map(entries.map((entry) => [entry.key, entry] as const)).values()]
}

function typeOf(input: FieldsInput): PageType {
  const layout = input.entries.findLast((entry) => entry.key === 'layout')?.value
  return pageType(input.path, typeof layout === 'string' ? layout : undefined)
}

/**
 * The Details form of a page: the keys its profile knows in the profile's order, then the page's other keys in the
 * file's order. Only keys the page has; see `addableFields` for the rest.
 */
export function describeFields(input: FieldsInput): FieldDescription[] {
  const known = knownKeys(input.profile, typeOf(input))
  const places = new Map(known.map((entry, place) => [entry.key, { entry, place }] as const))
  const placed = lastEntries(input.entries).map((entry) => {
    const hit = places.get(entry.key)
    return { field: describeEntry(entry, hit?.entry), place: hit?.place ?? known.length }
  })
  return placed.sort((a, b) => a.place - b.place).map(({ field }) => field)
}

/** Known keys that the page does not have and may get, in the form's order. */
export function addableFields(input: FieldsInput): AddableField[] {
  const present = new Set(input.entries.map((entry) => entry.key))
  return knownKeys(input.profile, typeOf(input))
    .filter((known) => known.canAdd && !known.locked && !present.has(known.key))
    .map(describeKey)
}
