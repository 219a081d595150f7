import { closeHistory, undo } from '@tiptap/pm/history'
import { type EditorState, Selection } from '@tiptap/pm/state'
import { Step } from '@tiptap/pm/transform'
import type { StepGroups } from './step-log.ts'

const isGroups = (value: unknown): value is StepGroups => {
  const { done, undone } = (value ?? {}) as { done?: unknown; undone?: unknown }
  return [done, undone].every((list) => Array.isArray(list) && list.every(Array.isArray))
}

/** Reads what a `StepLog` wrote; null for anything else. */
export function readGroups(written: string): StepGroups | null {
  try {
    const value: unknown = JSON.parse(written)
    return isGroups(value) ? value : null
  } catch {
    return null
  }
}

/** The caret where a step begins, so that undoing it leads there. */
function caretAt(state: EditorState, step: Step): EditorState {
  let at = -1
  step.getMap().forEach((from) => {
    at = at < 0 ? from : at
  })
  if (at < 0) return state
  return state.apply(state.tr.setSelection(Selection.near(state.doc.resolve(at))))
}

function withGroup(before: EditorState, steps: readonly Step[]): EditorState {
  const [first] = steps
  const state = first ? caretAt(before, first) : before
  const tr = closeHistory(state.tr)
  for (const step of steps) tr.step(step)
  return state.apply(tr)
}

interface Replayed {
  readonly state: EditorState
  readonly done: Step[][]
  readonly undone: Step[][]
}

/** Does what was taken back once more, and takes it back; where it does not fit any more it is given up. */
function withUndone(before: EditorState, undone: readonly (readonly Step[])[]): EditorState | null {
  try {
    let state = [...undone].reverse().reduce(withGroup, before)
    for (const _group of undone)
      undo(state, (tr) => {
        state = state.apply(tr)
      })
    return state.doc.eq(before.doc) ? state : null
  } catch {
    return null
  }
}

/** A state in which these steps were done, and the last ones taken back. */
export function replay(fresh: EditorState, groups: StepGroups): Replayed {
  const read = (list: StepGroups['done']) =>
    list.map((group) => group.map((json) => Step.fromJSON(fresh.schema, json)))
  const done = read(groups.done)
  const undone = read(groups.undone)
  const state = done.reduce(withGroup, fresh)
  const whole = withUndone(state, undone)
  return whole ? { state: whole, done, undone } : { state, done, undone: [] }
}
