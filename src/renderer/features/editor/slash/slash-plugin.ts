import type { Node } from '@tiptap/pm/model'
import {
  type Command,
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { inTurn } from '../commands/in-turn.ts'
import { fittingBlocks, type SlashBlock } from './slash-blocks.ts'

/** The list of blocks that a slash opened: what it offers now, and which of it is in hand. */
export interface SlashState {
  /** Where the slash stands. */
  readonly from: number
  readonly typed: string
  readonly blocks: readonly SlashBlock[]
  readonly current: number
}

type Change = { readonly open: number } | { readonly current: number } | { readonly close: true }

const slashKey = new PluginKey<SlashState | null>('slash')

/** The list's id and those of its rows, for what is read out while the caret stays in the page. */
export const slashListId = 'page-slash'
export const slashRowId = (place: number) => `${slashListId}-${place}`

export const slashState = (state: EditorState): SlashState | null =>
  slashKey.getState(state) ?? null

/** Whether nothing, or a space, stands before a place: addresses and fractions have slashes, too. */
function isWordStart(doc: Node, pos: number): boolean {
  const { parent, parentOffset } = doc.resolve(pos)
  return parentOffset === 0 || /\s/.test(parent.textBetween(parentOffset - 1, parentOffset))
}

/** What stands between the slash and the caret; null where the caret has gone elsewhere. */
function typedBehind({ doc, selection }: EditorState, from: number): string | null {
  const { $from, empty } = selection
  if (!(selection instanceof TextSelection) || !empty || from >= $from.pos) return null
  if (from < $from.start() || !isWordStart(doc, from)) return null
  const text = doc.textBetween(from, $from.pos, ' ', '\ufffc')
  return /^\/(?!\s)[^\ufffc]{0,30}$/.test(text) ? text.slice(1) : null
}

function opened(state: EditorState, from: number, before: SlashState | null): SlashState | null {
  const typed = typedBehind(state, from)
  if (typed === null) return null
  if (before?.typed === typed) return { ...before, from }
  return { from, typed, blocks: fittingBlocks(state, typed), current: 0 }
}

function applied(tr: Transaction, now: SlashState | null, state: EditorState): SlashState | null {
  const change = tr.getMeta(slashKey) as Change | undefined
  if (change && 'close' in change) return null
  if (change && 'open' in change) return opened(state, change.open, null)
  if (!now) return null
  if (change) return { ...now, current: change.current }
  if (!tr.docChanged && !tr.selectionSet) return now
  return opened(state, tr.mapping.map(now.from, -1), now)
}

const tell = (view: EditorView, change: Change) =>
  view.dispatch(view.state.tr.setMeta(slashKey, change).setMeta('addToHistory', false))

const writable: readonly string[] = ['paragraph', 'heading']

/** Types the slash, and opens the list where it begins a word. */
function typeSlash(view: EditorView, from: number, to: number): boolean {
  const { state } = view
  const { parent } = state.doc.resolve(from)
  if (from !== to || !writable.includes(parent.type.name)) return false
  if (!isWordStart(state.doc, from)) return false
  const tr = state.tr.insertText('/', from)
  view.dispatch(tr.setMeta(slashKey, { open: from } satisfies Change).scrollIntoView())
  return true
}

/** Takes away what was typed, with the space that led to it. */
const removeTyped =
  (slash: number): Command =>
  (state, dispatch) => {
    const from = state.doc.resolve(slash).parentOffset === 0 ? slash : slash - 1
    dispatch?.(state.tr.delete(from, state.selection.from))
    return true
  }

/** Begins the block in hand, or another one, in place of the slash. */
export function chooseBlock(view: EditorView, place?: number): boolean {
  const now = slashState(view.state)
  const block = now?.blocks[place ?? now.current]
  if (!now || !block) return false
  tell(view, { close: true })
  return inTurn(removeTyped(now.from), block.run)(view.state, view.dispatch, view)
}

function onKey(view: EditorView, event: KeyboardEvent): boolean {
  const now = slashState(view.state)
  if (!now || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  const count = now.blocks.length
  if (event.key === 'Escape') {
    tell(view, { close: true })
    return true
  }
  if (count === 0) return false
  if (event.key === 'Enter' || event.key === 'Tab') return chooseBlock(view)
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!by) return false
  tell(view, { current: (now.current + by + count) % count })
  return true
}

/** Opens a list of blocks when a word begins with a slash; the slash stays as typed where nothing is chosen. */
export function slashPlugin(): Plugin {
  return new Plugin<SlashState | null>({
    key: slashKey,
    state: {
      init: () => null,
      apply: (tr, now, _old, state) => applied(tr, now, state),
    },
    props: {
      handleTextInput: (view, from, to, text) => text === '/' && typeSlash(view, from, to),
      handleKeyDown: onKey,
      handleDOMEvents: {
        blur: (view) => {
          if (slashState(view.state)) tell(view, { close: true })
          return false
        },
      },
      attributes: (state): Record<string, string> => {
        const now = slashState(state)
        if (!now || now.blocks.length === 0) return {}
        return {
          'aria-autocomplete': 'list',
          'aria-controls': slashListId,
          'aria-activedescendant': slashRowId(now.current),
        }
      },
    },
  })
}
