import { create } from 'zustand'
import { useSection } from './section-store.ts'

export type PageView = 'write' | 'source' | 'preview'
/** `problem` carries the sentence to show. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'problem'; readonly words: string }

/** How much text there is. */
export interface TextCounts {
  readonly words: number
  readonly characters: number
  readonly withoutSpaces: number
}

/** What a mounted page tells the window about itself. */
export interface PageState {
  readonly save: SaveState
  readonly words: number | null
  /** Where the caret is, in words: `Page › Image with caption`. */
  readonly block: string | null
  /** Counts the page and what is selected of it, when asked; null where it is not written on. */
  readonly counts: (() => { page: TextCounts; selected: TextCounts | null }) | null
}

export interface OpenPage {
  readonly path: string
  readonly view: PageView
}

interface OpenPages {
  readonly tabs: readonly OpenPage[]
  readonly active: string | null
  readonly closed: readonly string[]
  readonly states: Readonly<Record<string, PageState>>
  open(path: string): void
  activate(path: string): void
  close(path: string): void
  closeOthers(path: string): void
  reopen(): void
  step(by: 1 | -1): void
  setView(path: string, view: PageView): void
  setState(path: string, state: Partial<PageState>): void
  /** Another site, or none: the tabs as they were left there. */
  reset(tabs: readonly OpenPage[], active: string | null): void
}

export const freshPageState: PageState = {
  save: { kind: 'saved' },
  words: null,
  block: null,
  counts: null,
}

function without(record: Readonly<Record<string, PageState>>, path: string) {
  const { [path]: _gone, ...rest } = record
  return rest
}

/** The tab that takes over when `path` goes: the next one, else the one before. */
function heir(tabs: readonly OpenPage[], path: string): string | null {
  const at = tabs.findIndex((t) => t.path === path)
  return (tabs[at + 1] ?? tabs[at - 1])?.path ?? null
}

/** The pages open in tabs, which one is in front, and what each says about itself. */
export const useOpenPages = create<OpenPages>()((set, get) => ({
  tabs: [],
  active: null,
  closed: [],
  states: {},
  open: (path) => {
    set(({ tabs }) => ({
      tabs: tabs.some((t) => t.path === path) ? tabs : [...tabs, { path, view: 'write' }],
      active: path,
    }))
    // Who opens a page wants to see it.
    useSection.getState().show('pages')
  },
  activate: (path) => set({ active: path }),
  close: (path) =>
    set(({ tabs, active, closed, states }) => ({
      tabs: tabs.filter((t) => t.path !== path),
      active: active === path ? heir(tabs, path) : active,
      closed: [path, ...closed.filter((p) => p !== path)].slice(0, 20),
      states: without(states, path),
    })),
  closeOthers: (path) => {
    for (const tab of get().tabs) if (tab.path !== path) get().close(tab.path)
    set({ active: path })
  },
  reopen: () => {
    const path = get().closed[0]
    if (path === undefined) return
    set(({ closed }) => ({ closed: closed.slice(1) }))
    get().open(path)
  },
  step: (by) =>
    set(({ tabs, active }) => {
      const at = tabs.findIndex((t) => t.path === active)
      const next = tabs[(at + by + tabs.length) % Math.max(tabs.length, 1)]
      return { active: next?.path ?? active }
    }),
  setView: (path, view) =>
    set(({ tabs }) => ({ tabs: tabs.map((t) => (t.path === path ? { ...t, view } : t)) })),
  setState: (path, state) =>
    set(({ states }) => ({
      states: { ...states, [path]: { ...(states[path] ?? freshPageState), ...state } },
    })),
  reset: (tabs, active) => set({ tabs, active, closed: [], states: {} }),
}))
