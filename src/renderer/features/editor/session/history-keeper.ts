import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import type { Step } from '@tiptap/pm/transform'
import type { KeptHistory, PageFile } from '../../../../shared/ipc/page-calls.ts'
import { readGroups, replay } from './replay-steps.ts'
import type { PageStore } from './save-loop.ts'
import type { StepFollower } from './step-follower.ts'
import { type StepGroups, StepLog } from './step-log.ts'

/** What an earlier run did to a page: the text it began with, its steps, and a saver that has followed them. */
export interface EarlierSteps {
  readonly base: string
  readonly groups: StepGroups
  readonly follower: StepFollower
}

/**
 * The steps of an earlier run, where they still make the very text that the file holds. Anything else is forgotten:
 * the page then opens as it is, with nothing to undo.
 */
export async function earlierSteps(
  file: PageFile,
  kept: KeptHistory | null,
  make: (source: string) => StepFollower,
): Promise<EarlierSteps | null> {
  const groups = kept && kept.sha === file.sha ? readGroups(kept.steps) : null
  if (!kept || !groups) return null
  const follower = make(kept.base)
  const text = await follower.replay(groups.done.flat()).catch(() => null)
  if (text === file.text) return { base: kept.base, groups, follower }
  follower.close()
  return null
}

const keepAfter = 1000

/** Keeps what can be undone on a page for the next start: a moment after each save, when the hands rest. */
export class HistoryKeeper {
  readonly #editor: Editor
  readonly #options: { readonly path: string; readonly store: PageStore }
  #log: StepLog | null = null
  #waiting: KeptHistory | null | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(editor: Editor, options: { readonly path: string; readonly store: PageStore }) {
    this.#editor = editor
    this.#options = options
  }

  /** Takes over from an earlier run: its steps are done in the editor, and can be undone. */
  begin(base: string, groups: StepGroups): void {
    const { state, done, undone } = replay(this.#editor.state, groups)
    if (done.length + undone.length > 0) this.#editor.view.updateState(state)
    this.#log = new StepLog(base, this.#editor, { done, undone })
  }

  note(transaction: Transaction, steps: readonly Step[]): void {
    this.#log?.note(this.#editor, transaction, steps)
  }

  /** `isWritten`: the text was made from the editor's document, not typed as source. */
  saved(text: string, sha: string, isWritten: boolean): void {
    if (!isWritten) return
    this.#waiting = this.#log?.saved(text, sha) ?? null
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.keep(), keepAfter)
  }

  restart(text: string): void {
    this.#log?.restart(text)
  }

  /** Keeps now what waits to be kept. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer)
    const waiting = this.#waiting
    this.#waiting = undefined
    const { path, store } = this.#options
    if (waiting !== undefined) await store.keepHistory(path, waiting).catch(() => undefined)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
