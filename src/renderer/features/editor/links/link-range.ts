import type { Mark } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { isSafeAddress } from '../schema/parse-rules.ts'
import { markTypeOf } from '../schema/type-of.ts'

/** What a link dialog works on: a stretch of text, and the link that is there already. */
export interface LinkRange {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly href: string | null
}

/** Attributes that new links get beside their address. */
export interface LinkForm {
  readonly target: string | null
  readonly rel: string | null
}

/** How a page's own editor writes links: Isomer opens every one in a new tab. */
export const linkForms = {
  isomer: { target: '_blank', rel: 'noopener noreferrer nofollow' },
  plain: { target: null, rel: null },
} as const satisfies Readonly<Record<string, LinkForm>>

function linkAround(state: EditorState): { from: number; to: number; mark: Mark } | null {
  const type = markTypeOf(state.schema, 'link')
  const { $from, to, empty } = state.selection
  const { parent } = $from
  const start = $from.start()
  let found: { from: number; to: number; mark: Mark } | null = null
  let at = start
  parent.forEach((child) => {
    const mark = type.isInSet(child.marks)
    const end = at + child.nodeSize
    if (mark && found?.to === at && found.mark.eq(mark)) found = { ...found, to: end }
    else if (mark && !(found && found.from <= $from.pos && found.to >= to))
      found = { from: at, to: end, mark }
    at = end
  })
  const link = found as { from: number; to: number; mark: Mark } | null
  if (!link || link.from > $from.pos || link.to < to) return null
  return empty && (link.from === $from.pos || link.to === to) && link.from === link.to ? null : link
}

/** The link around the selection as a whole, else the selection. */
export function linkRange(state: EditorState): LinkRange {
  const link = linkAround(state)
  const { from, to } = link ?? state.selection
  const text = state.doc.textBetween(from, to, ' ')
  return { from, to, text, href: link ? String(link.mark.attrs.href ?? '') : null }
}

/** Whether a link may stand where the selection is. */
export function canLink(state: EditorState): boolean {
  const { $from, $to } = state.selection
  return (
    $from.sameParent($to) &&
    $from.parent.inlineContent &&
    $from.parent.type.allowsMarkType(markTypeOf(state.schema, 'link'))
  )
}

/** Links a stretch of text; new words replace the old ones only where they differ. */
export function setLink(
  range: LinkRange,
  to: { readonly href: string; readonly text: string },
  form: LinkForm,
): Command {
  return (state, dispatch) => {
    if (!isSafeAddress(to.href)) return false
    const type = markTypeOf(state.schema, 'link')
    const words = to.text || to.href
    const tr = state.tr
    if (words !== range.text) tr.insertText(words, range.from, range.to)
    const end = words === range.text ? range.to : range.from + words.length
    const old = range.href === null ? null : linkAt(state, range, type.name)
    const mark = type.create(old ? { ...old.attrs, href: to.href } : { ...form, href: to.href })
    tr.removeMark(range.from, end, type).addMark(range.from, end, mark)
    tr.setSelection(TextSelection.create(tr.doc, end)).removeStoredMark(type)
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

function linkAt(state: EditorState, { from, to }: LinkRange, name: string): Mark | null {
  let found: Mark | null = null
  state.doc.nodesBetween(from, to, (node) => {
    found ??= node.marks.find((mark) => mark.type.name === name) ?? null
  })
  return found
}

/** Takes a link away; its words stay. */
export function removeLink({ from, to }: LinkRange): Command {
  return (state, dispatch) => {
    const type = markTypeOf(state.schema, 'link')
    dispatch?.(state.tr.removeMark(from, to, type).removeStoredMark(type))
    return true
  }
}
