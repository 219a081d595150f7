import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import {
  emptyQuery,
  type FindMatch,
  type FindQuery,
  findMatches,
  replacementOf,
} from './find-matches.ts'

/** What is found in a page, and which of it is in hand. */
export interface FindState {
  readonly query: FindQuery
  readonly matches: readonly FindMatch[]
  /** -1: none. */
  readonly current: number
  readonly marks: DecorationSet
  /** The page changed since; the places follow, but new ones are not known. */
  readonly stale: boolean
}

type Change =
  | { readonly query: FindQuery }
  | { readonly current: number }
  | { readonly again: true }

const findKey = new PluginKey<FindState>('findInPage')
const nothing: FindState = {
  query: emptyQuery,
  matches: [],
  current: -1,
  marks: DecorationSet.empty,
  stale: false,
}

function marked(tr: Transaction, matches: readonly FindMatch[], current: number): DecorationSet {
  return DecorationSet.create(
    tr.doc,
    matches.map(({ from, to }, i) =>
      Decoration.inline(from, to, {
        class: i === current ? 'page-found page-found-now' : 'page-found',
      }),
    ),
  )
}

/** The first match at or behind the caret, else the first of all. */
function nearest(tr: Transaction, matches: readonly FindMatch[]): number {
  const at = matches.findIndex(({ from }) => from >= tr.selection.from)
  return at >= 0 ? at : matches.length > 0 ? 0 : -1
}

function searched(tr: Transaction, query: FindQuery, keep: number | null): FindState {
  const matches = findMatches(tr.doc, query)
  const current = keep === null ? nearest(tr, matches) : Math.min(keep, matches.length - 1)
  return { query, matches, current, marks: marked(tr, matches, current), stale: false }
}

function followed(tr: Transaction, now: FindState): FindState {
  const matches = now.matches.flatMap((match) => {
    const from = tr.mapping.map(match.from, 1)
    const to = tr.mapping.map(match.to, -1)
    return from < to ? [{ ...match, from, to }] : []
  })
  const current = Math.min(now.current, matches.length - 1)
  return { ...now, matches, current, marks: now.marks.map(tr.mapping, tr.doc), stale: true }
}

/** Marks what is looked for. Nothing is searched while keys are typed: the marks follow, and the bar asks again. */
export function findPlugin(): Plugin {
  return new Plugin<FindState>({
    key: findKey,
    state: {
      init: () => nothing,
      apply(tr, now) {
        const change = tr.getMeta(findKey) as Change | undefined
        if (change && 'query' in change) return searched(tr, change.query, null)
        if (change && 'again' in change) return searched(tr, now.query, now.current)
        if (change) {
          const { current } = change
          return { ...now, current, marks: marked(tr, now.matches, current) }
        }
        return tr.docChanged && now.query.text !== '' ? followed(tr, now) : now
      },
    },
    props: { decorations: (state) => findKey.getState(state)?.marks },
  })
}

export const findState = (state: EditorState): FindState => findKey.getState(state) ?? nothing

const tell = (view: EditorView, change: Change) =>
  view.dispatch(view.state.tr.setMeta(findKey, change).setMeta('addToHistory', false))

function reveal(view: EditorView): void {
  const { matches, current } = findState(view.state)
  const match = matches[current]
  if (!match) return
  view.dispatch(
    view.state.tr
      .setSelection(TextSelection.create(view.state.doc, match.from, match.to))
      .scrollIntoView(),
  )
}

export function search(view: EditorView, query: FindQuery): void {
  tell(view, { query })
  reveal(view)
}

export const searchAgain = (view: EditorView): void => tell(view, { again: true })

/** Goes to the next or previous match, round and round. */
export function step(view: EditorView, by: 1 | -1): void {
  if (findState(view.state).stale) searchAgain(view)
  const { matches, current } = findState(view.state)
  if (matches.length === 0) return
  tell(view, { current: (current + by + matches.length) % matches.length })
  reveal(view)
}

/** Replaces the match in hand and goes to the next. */
export function replaceOne(view: EditorView, replacement: string): void {
  if (findState(view.state).stale) searchAgain(view)
  const { matches, current, query } = findState(view.state)
  const match = matches[current]
  if (!match || !view.editable) return
  const words = replacementOf(match, replacement, query.regex)
  view.dispatch(view.state.tr.insertText(words, match.from, match.to))
  searchAgain(view)
  reveal(view)
}

/** Replaces every match as one step of the history; answers how many there were. */
export function replaceAll(view: EditorView, replacement: string): number {
  searchAgain(view)
  const { matches, query } = findState(view.state)
  if (matches.length === 0 || !view.editable) return 0
  const tr = view.state.tr
  for (const match of matches.toReversed())
    tr.insertText(replacementOf(match, replacement, query.regex), match.from, match.to)
  view.dispatch(tr)
  searchAgain(view)
  return matches.length
}
