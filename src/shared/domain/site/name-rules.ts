import { slugOf } from './slug.ts'

/**
 * What is wrong with a value, as one sentence for its editor. A `problem` must be solved before saving; a `warning`
 * may stay, because the site already holds such a value or still works with it.
 */
export interface Finding {
  readonly level: 'problem' | 'warning'
  readonly text: string
}

/** What a value is checked against. */
export interface NameContext {
  /** The value as it stands in the site; undefined for a new one. Unchanged values only get warnings. */
  readonly existing?: string | undefined
  /** Names or addresses already in use beside it, the value's own not among them. */
  readonly taken?: Iterable<string> | undefined
}

// The forbidden characters and lengths are those of Isomer's own checks (isomer.md 1.10).
const forbiddenInTitle = /[~%^*_+\-./\\;{}[\]"<>`]/
const forbiddenInFile = /[~%^?*+#/\\;{}[\]"<>`]/
const storableOnWindows = /[:?|*"<>\\]|[. ]$/
const permalinkForm = /^(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)+\/?$/

function settle(texts: readonly (string | null)[], value: string, context: NameContext): Finding[] {
  const level = context.existing === value ? 'warning' : 'problem'
  return texts.filter((text) => text !== null).map((text) => ({ level, text }))
}

function lengthText(what: string, value: string, [least, most]: readonly [number, number]) {
  const length = [...value].length
  if (length < least) return `${what} needs at least ${least} characters.`
  if (length > most)
    return `${what} is ${length - most} characters longer than the ${most} allowed.`
  return null
}

function forbiddenText(what: string, value: string, forbidden: RegExp): string | null {
  const hit = forbidden.exec(value)
  return hit ? `${what} cannot hold “${hit[0]}”, because it is also a file name.` : null
}

function startText(what: string, value: string): string | null {
  return /^[._#~]/.test(value) ? `${what} cannot begin with “${value.charAt(0)}”.` : null
}

function isTaken(value: string, taken: Iterable<string> | undefined): boolean {
  const key = value.toLowerCase()
  for (const other of taken ?? []) if (other.toLowerCase() === key) return true
  return false
}

/** Checks a page's title, which in Isomer is its file name too. */
export function validateTitle(value: string, context: NameContext = {}): Finding[] {
  const what = 'The title'
  const title = value.trim()
  if (title === '') return settle(['A page needs a title.'], value, context)
  const findings = settle(
    [
      lengthText(what, title, [4, 100]),
      startText(what, title) ?? forbiddenText(what, title, forbiddenInTitle),
      isTaken(title, context.taken) ? 'Another page here has this title.' : null,
    ],
    value,
    context,
  )
  return findings.length === 0 ? windowsWarning(title) : findings
}

function windowsWarning(title: string): Finding[] {
  const hit = storableOnWindows.exec(title)
  if (!hit) return []
  return [
    {
      level: 'warning',
      text: `Windows cannot store a file name with “${hit[0].trim() || 'a space at its end'}”.`,
    },
  ]
}

function permalinkFormText(value: string): string | null {
  if (permalinkForm.test(value)) return null
  if (!value.startsWith('/')) return 'A permalink begins with “/”.'
  if (/[A-Z]/.test(value)) return 'A permalink is written in lower case.'
  if (/\s/.test(value)) return 'A permalink cannot hold spaces. Use “-” between words.'
  if (value.includes('//')) return 'A permalink cannot hold “//”.'
  return 'A permalink holds letters, digits and single hyphens between slashes.'
}

/** Checks a page's address on the site. */
export function validatePermalink(value: string, context: NameContext = {}): Finding[] {
  const permalink = value.trim()
  if (permalink === '') return settle(['A page needs a permalink.'], value, context)
  if (permalink === '/') return []
  const findings = settle(
    [lengthText('The permalink', permalink, [4, 100]), permalinkFormText(permalink)],
    value,
    context,
  )
  const key = permalink.replace(/\/+$/, '')
  const others = [...(context.taken ?? [])].map((other) => other.replace(/\/+$/, ''))
  if (!isTaken(key, others)) return findings
  return [...findings, ...settle(['Another page has this permalink.'], value, context)]
}

/** Checks the name of a folder inside a collection. */
export function validateSubFolderName(value: string, context: NameContext = {}): Finding[] {
  const what = 'The folder name'
  const name = value.trim()
  return settle(
    [
      lengthText(what, name, [2, 30]),
      startText(what, name) ?? forbiddenText(what, name, forbiddenInTitle),
      isTaken(name, context.taken) ? 'There is already a folder of this name here.' : null,
    ],
    value,
    context,
  )
}

const reservedFolders = 'data includes site layouts files images misc pages'.split(' ')

/** Checks the name of a collection, resource room or category; it is stored as its slug. */
export function validateFolderSlug(value: string, context: NameContext = {}): Finding[] {
  const slug = slugOf(value)
  const isPlain = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value.trim().toLowerCase().replace(/\s+/g, '-'))
  return settle(
    [
      lengthText('The folder name', value.trim(), [2, 30]),
      isPlain ? null : 'A folder name holds letters, digits, spaces and single hyphens.',
      reservedFolders.includes(slug) ? `The site needs the name “${slug}” for itself.` : null,
      isTaken(slug, context.taken) ? 'There is already a folder of this name.' : null,
    ],
    value,
    context,
  )
}

/** Checks the file name of an image or document, ending included. */
export function validateFileName(value: string, context: NameContext = {}): Finding[] {
  const what = 'The file name'
  const dots = value.split('.').length - 1
  const findings = settle(
    [
      lengthText(what, value, [6, 100]),
      forbiddenText(what, value, forbiddenInFile),
      dots === 1 ? null : 'A file name has exactly one dot, before its ending.',
      /^[a-z0-9]/i.test(value) ? null : 'A file name begins with a letter or a digit.',
      isTaken(value, context.taken) ? 'There is already a file of this name here.' : null,
    ],
    value,
    context,
  )
  return findings.length === 0 ? windowsWarning(value) : findings
}

/** Checks a date; `today` is `YYYY-MM-DD`. */
export function validateDate(value: string, today: string, context: NameContext = {}): Finding[] {
  const date = value.trim()
  if (!isRealDay(date)) return settle(['A date is written like 2026-03-09.'], value, context)
  if (date > today) return settle(['The date lies in the future.'], value, context)
  return []
}

/** Whether a text is a real day written `YYYY-MM-DD`. */
export function isRealDay(date: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  if (year === undefined) return false
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return made.toISOString().slice(0, 10) === date
}

/** The permalink Isomer gives a new page: `/` + slug + `/`. */
export function defaultPermalink(title: string): string {
  return `/${slugOf(title)}/`
}

/** The first free of “Example Title”, “Example Title 1”, … */
export function defaultTitle(taken: Iterable<string>): string {
  const names = new Set([...taken].map((name) => name.toLowerCase()))
  for (let i = 0; ; i++) {
    const title = i === 0 ? 'Example Title' : `Example Title ${i}`
    if (!names.has(title.toLowerCase())) return title
  }
}
