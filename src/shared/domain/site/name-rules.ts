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
      text: `Isomer’s editor names the file by its title, and Windows cannot store a name with “${hit[0].trim() || 'a space at its end'}”.`,
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

/** Checks a date; `today` is `YYYY-MM-DD`. */
export function validateDate(value: string, today: string, context: NameContext = {}): Finding[] {
  const date = value.trim()
  if (!isRealDay(date)) return settle(['A date is written like 2026-03-09.'], value, context)
  if (date > today) return settle(['The date lies in the future.'], value, context)
  return []
}

/** Whether a text is a real day written `YYYY-MM-DD`. */
function isRealDay(date: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? []
  if (year === undefined) return false
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return made.toISOString().slice(0, 10) === date
}
