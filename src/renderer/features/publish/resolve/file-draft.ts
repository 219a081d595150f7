import {
  type ClashChoice,
  type ClashSection,
  clashSections,
  joinSections,
  type Section,
} from '../../../../shared/domain/clash/clash-sections.ts'
import { keysOf } from '../../../../shared/domain/clash/page-pieces.ts'
import { fieldLabel } from '../../../../shared/domain/fields/field-label.ts'
import type { Clash } from '../../../../shared/ipc/publish-calls.ts'

/** One thing to decide: a place in a file, or the file as a whole. */
export interface Place {
  /** Apart from the file's other places. */
  readonly id: string
  readonly label: string
  readonly section: ClashSection | null
  readonly canKeepBoth: boolean
}

/** A file that both sides changed, with what has to be decided about it. */
export interface FileDraft {
  readonly clash: Clash
  readonly sections: readonly Section[]
  readonly places: readonly Place[]
  /** Changes of both sides that fit together by themselves. */
  readonly fitted: number
}

const isPage = (path: string) => /\.(md|markdown|mkd|html?)$/i.test(path)
const headings = /<h[1-6][^>]*>([\s\S]*?)<\/h[1-6]>|^#{1,6}[ \t]+(.+)$/gim

/** The words of a piece of source, without its tags. */
export function plainWords(source: string): string {
  return source
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}

function lastHeading(text: string): string | null {
  const last = [...text.matchAll(headings)].at(-1)
  return last ? plainWords(last[1] ?? last[2] ?? '') || null : null
}

function labelOf(section: ClashSection, before: string, clash: Clash): string {
  if (section.part === 'details') {
    const keys = keysOf(section.mine || section.theirs || section.base)
    return keys.length > 0 ? keys.map(fieldLabel).join(', ') : 'Details'
  }
  if (section.part === 'lines') return `Line ${before.split('\n').length}`
  return lastHeading(before) ?? clash.title
}

/** Finds the places of a clash; where the file has to be taken as a whole, it is one place. */
export function draftOf(clash: Clash): FileDraft {
  const { base, mine, theirs } = clash
  const whole: FileDraft = {
    clash,
    sections: [],
    places: [{ id: 'file', label: clash.title, section: null, canKeepBoth: false }],
    fitted: 0,
  }
  if (clash.binary || mine === null || theirs === null) return whole
  const sections = clashSections({ base: base ?? '', mine, theirs }, isPage(clash.path))
  const places: Place[] = []
  let before = ''
  let fitted = 0
  for (const section of sections) {
    if (section.kind === 'clash') {
      const label = labelOf(section, before, clash)
      places.push({
        id: `place ${places.length}`,
        label,
        section,
        canKeepBoth: section.canKeepBoth,
      })
      before += section.mine
    } else {
      before += section.text
      fitted += section.changes
    }
  }
  return { clash, sections, places, fitted }
}

export interface Decided {
  readonly path: string
  readonly choice: ClashChoice
  readonly text: string | null
}

/** What is to be done with a file once all its places are decided; null while one is not. */
export function decisionOf(
  draft: FileDraft,
  choices: readonly (ClashChoice | null)[],
): Decided | null {
  const { clash, sections } = draft
  const { path } = clash
  if (sections.length === 0) {
    const [choice = null] = choices
    return choice === null ? null : { path, choice, text: null }
  }
  const text = joinSections(sections, choices)
  if (text === null) return null
  if (text === clash.mine) return { path, choice: 'mine', text: null }
  if (text === clash.theirs) return { path, choice: 'theirs', text: null }
  return { path, choice: 'both', text }
}
