import type { KeptHistory, PageFile, SaveResult } from '../../../../shared/ipc/page-calls.ts'
import type { PageText } from './page-saver.ts'

/** Where pages are kept; the window's calls to the main process, or a test's own. */
export interface PageStore {
  open(path: string): Promise<PageFile>
  save(input: { path: string; baseSha: string | null; text: string }): Promise<SaveResult>
  journal(input: { path: string; baseSha: string; text: string; seq: number }): Promise<void>
  forgetDraft(path: string): Promise<void>
  /** What an earlier run kept for undoing. */
  history(path: string): Promise<KeptHistory | null>
  keepHistory(path: string, history: KeptHistory | null): Promise<void>
}

/** What another program left in the file. */
export interface Theirs {
  readonly text: string
  readonly sha: string
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Nothing was written; the words are in the journal. */
  | { readonly kind: 'kept'; readonly reason: string }
  /** The file changed meanwhile (`theirs` null: it is gone); nothing was written. */
  | { readonly kind: 'changed-elsewhere'; readonly theirs: Theirs | null }

interface Options {
  readonly path: string
  readonly sha: string | null
  /** The page's text now; verified before it may go into the file. */
  readonly text: (verified: boolean) => Promise<PageText>
  readonly store: PageStore
  readonly onState: (state: SaveState) => void
  /** The file holds all that was typed. */
  readonly onSaved?: (text: string, sha: string) => void
}

/** The hash of an empty file, for a page that has no file (any more). */
const shaOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const journalAfter = 300
const journalAtMost = 900
const saveAfter = 800

/**
 * Brings a page's changes to disk: into the journal within a second of every key, into the file once the text is
 * verified. One writing at a time; a file that changed meanwhile is never overwritten.
 */
export class SaveLoop {
  readonly #options: Options
  #sha: string | null
  #seq = 0
  #changes = 0
  #journaled = 0
  #saved = 0
  #firstUnjournaled = 0
  #journalTimer: ReturnType<typeof setTimeout> | undefined
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #queue: Promise<void> = Promise.resolve()
  #state: SaveState = { kind: 'saved' }

  constructor(options: Options) {
    this.#options = options
    this.#sha = options.sha
  }

  get state(): SaveState {
    return this.#state
  }

  get sha(): string | null {
    return this.#sha
  }

  /** Whether there are changes that are not in the file. */
  get dirty(): boolean {
    return this.#changes > this.#saved
  }

  /** To be called after every change. */
  changed(): void {
    this.#changes += 1
    if (this.#state.kind === 'saved') this.#tell({ kind: 'saving' })
    const now = performance.now()
    if (this.#journalTimer === undefined) this.#firstUnjournaled = now
    clearTimeout(this.#journalTimer)
    const wait = Math.min(journalAfter, this.#firstUnjournaled + journalAtMost - now)
    this.#journalTimer = setTimeout(() => this.#runJournal(), Math.max(0, wait))
    clearTimeout(this.#saveTimer)
    this.#saveTimer = setTimeout(() => void this.flush(), saveAfter)
  }

  /** Saves now what is not saved yet; answers when it is in the file, or kept for a told reason. */
  flush(): Promise<void> {
    clearTimeout(this.#saveTimer)
    return this.#enqueue(() => this.#save())
  }

  /** The file now is `sha` and holds what the page shows. */
  async adopt(sha: string): Promise<void> {
    this.stop()
    this.#sha = sha
    this.#saved = this.#changes
    this.#journaled = this.#changes
    this.#tell({ kind: 'saved' })
    await this.#options.store.forgetDraft(this.#options.path)
  }

  /** The file is not what the page was typed on: nothing is written until the user has chosen. */
  clash(theirs: Theirs | null): void {
    this.#tell({ kind: 'changed-elsewhere', theirs })
  }

  /** Keeps the page's own words over what the file holds now. */
  keepMine(): Promise<void> {
    if (this.#state.kind !== 'changed-elsewhere') return this.flush()
    this.#sha = this.#state.theirs?.sha ?? null
    this.#changes += 1
    this.#tell({ kind: 'saving' })
    return this.flush()
  }

  /** Runs something when no writing is under way. */
  idle(work: () => Promise<void>): Promise<void> {
    return this.#enqueue(work)
  }

  stop(): void {
    clearTimeout(this.#journalTimer)
    clearTimeout(this.#saveTimer)
  }

  #runJournal(): void {
    this.#journalTimer = undefined
    void this.#enqueue(() => this.#journal())
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const next = this.#queue.then(work).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      this.#tell({ kind: 'kept', reason })
    })
    this.#queue = next
    return next
  }

  async #journal(): Promise<void> {
    const upTo = this.#changes
    if (upTo <= this.#journaled || upTo <= this.#saved) return
    const made = await this.#options.text(false)
    if (made.text === null) return
    this.#seq += 1
    const { path, store } = this.#options
    const baseSha = this.#sha ?? shaOfNothing
    await store.journal({ path, baseSha, text: made.text, seq: this.#seq })
    this.#journaled = Math.max(this.#journaled, upTo)
  }

  async #save(): Promise<void> {
    const upTo = this.#changes
    if (upTo <= this.#saved || this.#state.kind === 'changed-elsewhere') return
    const made = await this.#options.text(true)
    if (made.kind === 'refused') {
      const kept = made.text === null ? '' : ' Your words are kept as a draft on this computer.'
      this.#tell({ kind: 'kept', reason: `${made.reason}${kept}` })
      return
    }
    const { path, store } = this.#options
    const result = await store.save({ path, baseSha: this.#sha, text: made.text })
    if (result.kind === 'changed-elsewhere') {
      this.#tell(result)
      return
    }
    this.#sha = result.sha
    this.#saved = upTo
    if (this.#changes !== upTo) return
    this.#options.onSaved?.(made.text, result.sha)
    this.#tell({ kind: 'saved' })
  }

  #tell(state: SaveState): void {
    this.#state = state
    this.#options.onState(state)
  }
}
