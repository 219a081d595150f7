import { type Command, Selection } from '@tiptap/pm/state'

/** Does one thing after the other as one step of the history, or nothing where one of them is not possible. */
export function inTurn(...commands: readonly Command[]): Command {
  return (state, dispatch, view) => {
    const { tr } = state
    let now = state
    for (const [place, command] of commands.entries()) {
      const isLast = place === commands.length - 1
      const take: typeof dispatch = (own) => {
        for (const step of own.steps) tr.step(step)
        tr.setSelection(Selection.fromJSON(tr.doc, own.selection.toJSON()))
        now = now.apply(own)
      }
      if (!command(now, isLast && !dispatch ? undefined : take, view)) return false
    }
    dispatch?.(tr.scrollIntoView())
    return true
  }
}
