import { diffArrays } from 'diff'
import { hasHtmlBody, joinBlocks, type Piece, piecesOfPage, piecesOfText } from './page-pieces.ts'
import { type Hunk, singly } from './pair-pieces.ts'

/** What is done with one place that both sides changed. */
export type ClashChoice = 'mine' | 'theirs' | 'both'

/** A stretch of a file in which nothing has to be decided, or a place where both wrote something different. */
export type Section =
  | { readonly kind: 'settled'; readonly text: string; readonly changes: number }
  | {
      readonly kind: 'clash'
      readonly part: 'details' | 'block' | 'lines'
      readonly base: string
      readonly mine: string
      readonly theirs: string
      /** Whether both versions can stand one behind the other. */
      readonly canKeepBoth: boolean
    }
export type ClashSection = Extract<Section, { kind: 'clash' }>

export interface Versions {
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

function hunksOf(base: readonly Piece[], side: readonly Piece[]): readonly Hunk[] {
  const out: Hunk[] = []
  let [b, s] = [0, 0]
  let start: { b: number; s: number } | null = null
  const close = () => {
    if (start) out.push(...singly({ from: start.b, to: b, pieces: side.slice(start.s, s) }, base))
    start = null
  }
  for (const part of diffArrays(
    base.map((p) => p.text),
    side.map((p) => p.text),
  )) {
    const same = !part.added && !part.removed
    if (same) close()
    else start ??= { b, s }
    if (!part.added) b += part.value.length
    if (!part.removed) s += part.value.length
  }
  close()
  return out
}

const overlap = (a: Hunk, b: Hunk) =>
  a.from === b.from && a.to === b.to ? true : a.from < b.to && b.from < a.to

/** What a side has in place of the base's `[from, to)`. */
function within(hunks: readonly Hunk[], base: readonly Piece[], from: number, to: number): Piece[] {
  const out: Piece[] = []
  let at = from
  for (const hunk of hunks) {
    out.push(...base.slice(at, hunk.from), ...hunk.pieces)
    at = hunk.to
  }
  return [...out, ...base.slice(at, to)]
}

interface Group {
  from: number
  to: number
  readonly mine: Hunk[]
  readonly theirs: Hunk[]
}

/** Changes of both sides in the base's order, those that touch the same pieces together. */
function groupsOf(mine: readonly Hunk[], theirs: readonly Hunk[]): readonly Group[] {
  const all = [
    ...mine.map((hunk) => ({ hunk, side: 'mine' as const })),
    ...theirs.map((hunk) => ({ hunk, side: 'theirs' as const })),
  ].sort((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to)
  const out: Group[] = []
  for (const { hunk, side } of all) {
    const last = out.at(-1)
    if (last && overlap({ ...last, pieces: [] }, hunk)) {
      last.to = Math.max(last.to, hunk.to)
      last[side].push(hunk)
    } else {
      const group: Group = { from: hunk.from, to: hunk.to, mine: [], theirs: [] }
      group[side].push(hunk)
      out.push(group)
    }
  }
  return out
}

const joined = (pieces: readonly Piece[]) => pieces.map((p) => p.text).join('')

function sectionOf(group: Group, base: readonly Piece[]): Section {
  const mine = within(group.mine, base, group.from, group.to)
  const theirs = within(group.theirs, base, group.from, group.to)
  const was = base.slice(group.from, group.to)
  const texts = { base: joined(was), mine: joined(mine), theirs: joined(theirs) }
  if (group.mine.length === 0 || texts.mine === texts.theirs)
    return { kind: 'settled', text: texts.theirs, changes: 1 }
  if (group.theirs.length === 0) return { kind: 'settled', text: texts.mine, changes: 1 }
  const all = [...was, ...mine, ...theirs]
  const isBlock = all.every((p) => p.kind === 'block')
  const part = isBlock ? 'block' : all.some((p) => p.kind === 'line') ? 'lines' : 'details'
  const canKeepBoth = isBlock && texts.mine !== '' && texts.theirs !== ''
  return { kind: 'clash', part, ...texts, canKeepBoth }
}

function push(out: Section[], section: Section): void {
  const last = out.at(-1)
  if (section.kind === 'settled' && last?.kind === 'settled')
    out[out.length - 1] = {
      kind: 'settled',
      text: last.text + section.text,
      changes: last.changes + section.changes,
    }
  else out.push(section)
}

/**
 * Lays three versions of a text on each other, by detail and block for pages, by line for the rest. Choosing one
 * side in every clash and joining the sections gives that side's words with everything of the other that fitted.
 */
export function clashSections(versions: Versions, isPage: boolean): readonly Section[] {
  const html = isPage && hasHtmlBody(versions.mine) && hasHtmlBody(versions.theirs)
  const cut = (text: string) => (isPage ? piecesOfPage(text, html) : piecesOfText(text))
  const base = cut(versions.base)
  const groups = groupsOf(hunksOf(base, cut(versions.mine)), hunksOf(base, cut(versions.theirs)))
  const out: Section[] = []
  let at = 0
  for (const group of groups) {
    if (group.from > at)
      push(out, { kind: 'settled', text: joined(base.slice(at, group.from)), changes: 0 })
    push(out, sectionOf(group, base))
    at = group.to
  }
  if (at < base.length) push(out, { kind: 'settled', text: joined(base.slice(at)), changes: 0 })
  return out
}

/** The text of a decided place. */
function chosenText(section: ClashSection, choice: ClashChoice): string {
  if (choice === 'both')
    return joinBlocks(section.mine, section.theirs, !section.mine.trimStart().startsWith('<'))
  return section[choice]
}

/** The whole file once every clash is decided; null while one is not. `choices` are in the clashes' order. */
export function joinSections(
  sections: readonly Section[],
  choices: readonly (ClashChoice | null)[],
): string | null {
  let text = ''
  let next = 0
  for (const section of sections) {
    if (section.kind === 'settled') {
      text += section.text
      continue
    }
    const choice = choices[next++] ?? null
    if (choice === null) return null
    text += chosenText(section, choice)
  }
  return text
}
