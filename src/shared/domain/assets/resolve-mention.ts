import type { RepoPath } from '../repo-path.ts'
import { decodeUnits, type Unit } from './decode-units.ts'
import type { Mention } from './find-mentions.ts'
import type { SiteFacts } from './site-facts.ts'

/** A mention that surely leads to a file of the site. */
export interface Reference {
  readonly path: RepoPath
  /** Where the address begins and ends in the text. */
  readonly start: number
  readonly end: number
  /** The characters of the path behind any host, base and dots. */
  readonly units: readonly Unit[]
  /** Where `units` begin in the text. */
  readonly pathStart: number
  /** The folder that the written path starts from, `` for the site's top. */
  readonly anchor: string
  /** For a relative address: which of the bases it starts from; null for others. */
  readonly base: number | null
}

/** An address that leads to no file although it is one of this site. */
export interface BrokenReference {
  readonly path: null
  readonly start: number
  readonly end: number
  /** The path it would have. */
  readonly wanted: string
}

/** A name that stands in a text, but leads nowhere by itself. */
export interface MentionedName {
  readonly path: undefined
  readonly names: readonly string[]
}

/** What an address in one text starts from. */
export interface Place {
  readonly facts: SiteFacts
  /** Folders that relative addresses may start from, the likeliest first: of the page's address, of its file. */
  readonly bases: readonly string[]
}

const textOf = (units: readonly Unit[]) => units.map(({ character }) => character).join('')

interface Target {
  readonly path: string
  /** How many characters of the candidate stand before the path. */
  readonly skip: number
  readonly anchor: string
  readonly base: number | null
}

/** Follows `.`, `..` and doubled slashes from a folder; `..` at the top stays there, as in browsers. */
export function follow(folder: string, written: string): string {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of written.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function absoluteTargets(candidate: string, { facts }: Place): readonly Target[] {
  const scheme = /^(?:https?:)?\/\//i.exec(candidate)?.[0].length ?? 0
  const rest = candidate.slice(scheme)
  const lower = rest.toLowerCase()
  return facts.origins
    .filter((origin) => lower.startsWith(origin))
    .map((origin) => ({
      path: rest.slice(origin.length),
      skip: scheme + origin.length,
      anchor: '',
      base: null,
    }))
}

function rootTargets(candidate: string, { facts }: Place): readonly Target[] {
  const slashes = /^\/+/.exec(candidate)?.[0].length ?? 0
  const plain = { path: candidate.slice(slashes), skip: slashes, anchor: '', base: null }
  const base = `${facts.baseUrl}/`
  if (base === '/' || !candidate.startsWith(base)) return [plain]
  return [plain, { path: candidate.slice(base.length), skip: base.length, anchor: '', base: null }]
}

function relativeTargets(candidate: string, { bases }: Place): readonly Target[] {
  const dots = /^(?:\.\.?\/+)*/.exec(candidate)?.[0] ?? ''
  return bases.map((folder, base) => ({
    path: candidate.slice(dots.length),
    skip: dots.length,
    anchor: follow(folder, dots),
    base,
  }))
}

const nameCharacter = /[\p{L}\p{N}_.~%/:\\-]/u
const strong = /["'(<=]/
const selfEvident = /^(?:\/|\.\.?\/|https?:\/\/)/i

/** Whether an address may begin at a unit, by what stands before it. */
function mayBegin(units: readonly Unit[], index: number): boolean {
  const own = textOf(units.slice(index, index + 8))
  const before = units[index - 1]?.character ?? ''
  if (selfEvident.test(own)) return !nameCharacter.test(before)
  if (!/^[\p{L}\p{N}_@([-]/u.test(own)) return false
  if (before === '' || strong.test(before)) return true
  if (before !== ' ') return false
  return /[:,-]/.test(units[index - 2]?.character ?? '') || endsWithLink(units, index - 1)
}

/** Jekyll's `{% link images/a.png %}`. */
const endsWithLink = (units: readonly Unit[], end: number): boolean =>
  /%-? *link$/.test(textOf(units.slice(Math.max(0, end - 8), end)))

function targetsOf(candidate: string, place: Place): readonly Target[] {
  if (/^(?:https?:)?\/\//i.test(candidate)) return absoluteTargets(candidate, place)
  if (candidate.startsWith('/')) return rootTargets(candidate, place)
  return /^[a-z][a-z0-9+.-]*:/i.test(candidate) ? [] : relativeTargets(candidate, place)
}

const split = (unit: Unit): readonly Unit[] =>
  [...unit.written].map((character, i) => ({ character, written: character, at: unit.at + i }))

/** The ways to read an address: percent signs and doubled apostrophes may stand for themselves in a name. */
function readingsOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const doubtful = [/^%../, /^''$/].filter((form) =>
    units.some(({ written }) => form.test(written)),
  )
  const literal = doubtful.map((form) =>
    units.flatMap((unit) => (form.test(unit.written) ? split(unit) : [unit])),
  )
  return [units, ...literal]
}

interface Candidate {
  readonly mention: Mention
  readonly units: readonly Unit[]
  readonly index: number
}

function resolveAt({ mention, units, index }: Candidate, place: Place): Reference | null {
  const own = units.slice(index)
  for (const spelling of readingsOf(own))
    for (const { path, skip, anchor, base } of targetsOf(textOf(spelling), place)) {
      const file = place.facts.files.get(follow(anchor, path).normalize('NFC'))
      const first = file === undefined ? -1 : unitAfter(spelling, skip)
      if (file === undefined || first < 0) continue
      return {
        path: file,
        start: mention.at + (own[0]?.at ?? 0),
        end: mention.at + mention.window.length,
        units: spelling.slice(first),
        pathStart: mention.at + (spelling[first]?.at ?? 0),
        anchor,
        base,
      }
    }
  return null
}

/** The unit that begins behind so many characters. */
function unitAfter(units: readonly Unit[], skip: number): number {
  let length = 0
  return units.findIndex(({ character }) => {
    length += character.length
    return length > skip
  })
}

const strongBefore = /["'(<]/
/** Between the beginning of an address and its end: then they belong to two different things. */
const parted = /[{}<>"]/
/** The same outside of quotes, which hold an address with brackets and spaces together. */
const partedInText = /\)\s|\]\(/

function isParted(units: readonly Unit[], before: string): boolean {
  const written = units.map((unit) => unit.written).join('')
  return parted.test(written) || (!/["']/.test(before) && partedInText.test(written))
}

/** The nearest beginning of an address of this site, for one that leads to no file. */
function brokenAt(candidates: readonly Candidate[], place: Place): BrokenReference | null {
  for (const { units, index, mention } of candidates.toReversed()) {
    const own = units.slice(index)
    const text = textOf(own)
    if (!selfEvident.test(text)) continue
    const before = units[index - 1]?.character ?? ''
    if (isParted(own, before)) return null
    const spaced = before === ' ' && /[:-]/.test(units[index - 2]?.character ?? '')
    const target = targetsOf(text, place)[0]
    // In plain words, or behind a template that decides where it leads.
    if (!target || !(strongBefore.test(before) || spaced)) return null
    return {
      path: null,
      start: mention.at + (units[index]?.at ?? 0),
      end: mention.at + mention.window.length,
      wanted: follow(target.anchor, target.path),
    }
  }
  return null
}

function namesOf(units: readonly Unit[]): readonly string[] {
  const text = textOf(units)
  const name = text.slice(text.lastIndexOf('/') + 1)
  const starts = [...name.matchAll(/[\s"'(=,:;>[{}|+]+/g)].map(
    ({ index, 0: run }) => index + run.length,
  )
  return [name, ...starts.map((start) => name.slice(start))]
}

/** Which file of the site a mention leads to; the longest address that leads to one counts. */
export function resolveMention(
  mention: Mention,
  place: Place,
): Reference | BrokenReference | MentionedName {
  const units = decodeUnits(mention.window)
  const candidates: Candidate[] = []
  for (let index = 0; index < units.length; index++)
    if (mayBegin(units, index)) candidates.push({ mention, units, index })
  for (const candidate of candidates) {
    const found = resolveAt(candidate, place)
    if (found) return found
  }
  return brokenAt(candidates, place) ?? { path: undefined, names: namesOf(units) }
}
