import type { Command, EditorState } from '@tiptap/pm/state'
import { closest } from '../commands/ancestors.ts'

/** Something about a block that is one word or number. */
export interface BlockValue {
  readonly title: string
  readonly label: string
  readonly hint: string
  readonly node: string
  readonly attr: string
  /** The value of what was typed, or why it cannot be one. */
  read(typed: string): { readonly value: unknown } | { readonly problem: string }
}

export const blockValues = {
  language: {
    title: 'Language of the code',
    label: 'Language',
    hint: 'Colours the code on the site, such as js, python or html. Empty for none.',
    node: 'codeBlock',
    attr: 'language',
    read: (typed) =>
      /^[\w+#.-]{0,40}$/.test(typed.trim())
        ? { value: typed.trim() || null }
        : { problem: 'One word of letters, digits, +, # and dots.' },
  },
  'list-start': {
    title: 'First number',
    label: 'Begin the list with',
    hint: 'Goes on from a list above, for example.',
    node: 'orderedList',
    attr: 'start',
    read: (typed) =>
      /^\d{1,6}$/.test(typed.trim())
        ? { value: Number(typed) }
        : { problem: 'A whole number, such as 4.' },
  },
} as const satisfies Readonly<Record<string, BlockValue>>

/** What the block around the selection says now. */
export function shownValue(state: EditorState, { node, attr }: BlockValue): string {
  return String(closest(state, [node])?.node.attrs[attr] ?? '')
}

export function setBlockValue({ node, attr }: BlockValue, value: unknown): Command {
  return (state, dispatch) => {
    const place = closest(state, [node])
    if (!place) return false
    dispatch?.(state.tr.setNodeAttribute(place.pos, attr, value))
    return true
  }
}
