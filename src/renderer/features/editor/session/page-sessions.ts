import { splitFront } from '../../../../shared/domain/document/front-matter/split-front.ts'
import { DocumentSession } from './document-session.ts'
import { earlierSteps } from './history-keeper.ts'
import type { PageStore } from './save-loop.ts'
import { SaverClient } from './saver-client.ts'
import { StepFollower } from './step-follower.ts'

export type PageEntry =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly session: DocumentSession }
  | { readonly kind: 'failed'; readonly words: string }

interface Options {
  readonly store: PageStore
  readonly mediaUrl: (src: string) => string | null
  readonly isIsomer: () => boolean
  readonly wordsOf: (error: unknown) => string
}

const opening: PageEntry = { kind: 'opening' }

/** The pages that are open in this window, each with its own document, history and saving. */
export class PageSessions {
  readonly #options: Options
  readonly #saver = new SaverClient()
  readonly #entries = new Map<string, PageEntry>()
  readonly #listeners = new Set<() => void>()

  constructor(options: Options) {
    this.#options = options
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The page as it is now; opens it if it is not open yet. */
  entry(path: string): PageEntry {
    return this.#entries.get(path) ?? opening
  }

  open(path: string): void {
    const known = this.#entries.get(path)
    if (known && known.kind !== 'failed') return
    this.#put(path, opening)
    void this.#load(path)
  }

  /** Saves a page and lets it go. */
  async close(path: string): Promise<void> {
    const entry = this.#entries.get(path)
    this.#entries.delete(path)
    if (entry?.kind === 'open') await entry.session.close()
  }

  async saveAll(): Promise<void> {
    await Promise.all(this.#open().map((session) => session.save()))
  }

  /** Another site is open: nothing of this one may be written any more. What was typed is in its journal. */
  dropAll(): void {
    for (const session of this.#open()) session.drop()
    this.#entries.clear()
    for (const listener of this.#listeners) listener()
  }

  /** Files changed on disk: open pages among them look again. */
  async filesChanged(paths: readonly string[]): Promise<void> {
    const changed = new Set(paths)
    const concerned = this.#open().filter((session) => changed.has(session.path))
    await Promise.all(concerned.map((session) => session.fileChanged()))
  }

  #open(): DocumentSession[] {
    return [...this.#entries.values()].flatMap((e) => (e.kind === 'open' ? [e.session] : []))
  }

  async #load(path: string): Promise<void> {
    const { store, mediaUrl, isIsomer, wordsOf } = this.#options
    try {
      const [file, kept] = await Promise.all([
        store.open(path),
        store.history(path).catch(() => null),
      ])
      if (this.#entries.get(path) !== opening) return
      const follower = (source: string) => {
        const { bom, front } = splitFront(source)
        return new StepFollower(this.#saver, source, bom + front)
      }
      const earlier = await earlierSteps(file, kept, follower)
      if (this.#entries.get(path) !== opening) return
      const session = new DocumentSession(file, { store, mediaUrl, isIsomer, follower }, earlier)
      this.#put(path, { kind: 'open', session })
    } catch (error) {
      if (this.#entries.get(path) === opening)
        this.#put(path, { kind: 'failed', words: wordsOf(error) })
    }
  }

  #put(path: string, entry: PageEntry): void {
    this.#entries.set(path, entry)
    for (const listener of this.#listeners) listener()
  }
}
