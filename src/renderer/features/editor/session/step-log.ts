import type { Editor } from '@tiptap/core'
import { undoDepth } from '@tiptap/pm/history'
import type { Transaction } from '@tiptap/pm/state'
import type { Step } from '@tiptap/pm/transform'
import type { KeptHistory } from '../../../../shared/ipc/page-calls.ts'

/** Steps that are undone together. */
export type StepGroup = readonly unknown[]

/** What was done to a page since the text it was opened from, and what of it was taken back. */
export interface StepGroups {
  readonly done: readonly StepGroup[]
  readonly undone: readonly StepGroup[]
}

export const noSteps: StepGroups = { done: [], undone: [] }

/** Beyond this, older steps are given up: they would cost more to read than they are worth. */
const mostCharacters = 4 * 1024 * 1024

/**
 * Keeps the steps of a page beside the editor's own history, so that they can be undone after a restart. Where the
 * history takes a turn that this cannot follow, it begins again with the next saved text.
 */
export class StepLog {
  #base: string
  #done: Step[][]
  #undone: Step[][]
  #depth: number
  #isLost = false

  constructor(base: string, editor: Editor, groups: { done: Step[][]; undone: Step[][] }) {
    this.#base = base
    this.#done = groups.done
    this.#undone = groups.undone
    this.#depth = undoDepth(editor.state)
  }

  /** To be told of everything that happens in the editor. */
  note(editor: Editor, transaction: Transaction, steps: readonly Step[]): void {
    const before = this.#depth
    this.#depth = undoDepth(editor.state)
    if (steps.length === 0) return
    const turn = transaction.getMeta('history$') as { redo: boolean } | undefined
    if (turn) this.#turn(turn.redo)
    else if (transaction.getMeta('addToHistory') === false) this.#isLost = true
    else this.#add(steps, this.#depth > before)
  }

  /** The page was saved as it is now. Answers with what to keep for the next start. */
  saved(text: string, sha: string): KeptHistory | null {
    if (this.#isLost) this.restart(text)
    if (this.#done.length + this.#undone.length === 0) return null
    const steps = JSON.stringify({ done: this.#done, undone: this.#undone })
    if (steps.length > mostCharacters) {
      this.restart(text)
      return null
    }
    return { sha, base: this.#base, steps }
  }

  /** Begins again: the page is what this text says. */
  restart(text: string): void {
    this.#base = text
    this.#done = []
    this.#undone = []
    this.#isLost = false
  }

  #turn(isRedo: boolean): void {
    const [from, to] = isRedo ? [this.#undone, this.#done] : [this.#done, this.#undone]
    const group = from.pop()
    if (group) to.push(group)
    else this.#isLost = true
  }

  #add(steps: readonly Step[], isNew: boolean): void {
    this.#undone = []
    const last = this.#done.at(-1)
    const group = isNew || !last ? [] : last
    if (group !== last) this.#done.push(group)
    for (const step of steps) {
      // Letter by letter is one step: what is kept, read and followed stays small.
      const joined = group.at(-1)?.merge(step)
      if (joined) group[group.length - 1] = joined
      else group.push(step)
    }
  }
}
