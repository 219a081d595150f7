import type { RepoPath } from '../repo-path.ts'
import type { Unit } from './decode-units.ts'
import type { Reference } from './resolve-mention.ts'

/** What a reference becomes: new text for a part of it. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Means the same in every text a path can stand in. */
const safe = /[A-Za-z0-9\-_.~!$*+=:@/]/
/** Never written as it is: it would end the path. */
const ending = /[?#%]/
/** May end the address, depending on what else is in the text: kept only where it stood before. */
const risky = /[()[\]'"<>&`\\{}|,;]/g

const encoded = (character: string) =>
  encodeURIComponent(character).replace(
    /[()'!*~]/g,
    (other) => `%${other.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const riskOf = (text: string) => (text.match(risky) ?? []).join('')

/** How each unusual character was written in the address so far. */
function spellingsOf(units: readonly Unit[]): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>()
  for (const { character, written } of units) {
    const known = spellings.get(character)
    // Of a space at a line's end and one inside, the plain one.
    if (known === undefined || /\n/.test(known)) spellings.set(character, written)
  }
  return spellings
}

function writeSegment(name: string, units: readonly Unit[], plainly: boolean): string {
  const spellings = spellingsOf(units)
  const old = units.map(({ character }) => character).join('')
  const sameRisk = riskOf(name) === riskOf(old.slice(old.lastIndexOf('/') + 1))
  return [...name]
    .map((character) => {
      if (safe.test(character)) return character
      const written = spellings.get(character)
      if (plainly || written === undefined || written.includes('\n')) return encoded(character)
      if (ending.test(character) && written === character) return encoded(character)
      const asIs = written === character && character.search(risky) >= 0
      return asIs && !sameRisk ? encoded(character) : written
    })
    .join('')
}

/** The new path as seen from the folder that the written one starts from. */
function pathFrom(anchor: string, path: RepoPath): readonly string[] {
  const own = path.split('/')
  if (anchor === '') return own
  const above = anchor.split('/')
  const shared = sharedParts(above, own)
  return [...above.slice(shared).map(() => '..'), ...own.slice(shared)]
}

function sharedParts(one: readonly string[], two: readonly string[]): number {
  const differ = one.findIndex((part, i) => part !== two[i])
  return differ < 0 ? one.length : differ
}

/**
 * Makes a reference lead to another path, written in the way it was: what both paths share stays untouched, characters
 * that stood in it are written as before, new unusual ones percent-encoded. `plainly`: all unusual ones are.
 */
export function redirect(reference: Reference, path: RepoPath, plainly = false): Edit {
  const { units, pathStart, end, anchor } = reference
  const slashes = units.flatMap(({ character }, i) => (character === '/' ? [i] : []))
  const text = units.map(({ character }) => character).join('')
  const parts = pathFrom(anchor, path)
  const old = text.split('/')
  // The last parts differ at least in being last.
  const most = Math.min(old.length, parts.length) - 1
  const shared = Math.min(sharedParts(old, parts), most)
  const first = shared === 0 ? 0 : (slashes[shared - 1] ?? -1) + 1
  const start = pathStart + (units[first]?.at ?? 0) - (units[0]?.at ?? 0)
  const slash = units.find(({ character }) => character === '/')?.written ?? '/'
  const written = parts.slice(shared).map((part) => writeSegment(part, units, plainly))
  return { start, end, text: written.join(slash) }
}
