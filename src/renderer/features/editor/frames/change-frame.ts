import { type Command, NodeSelection } from '@tiptap/pm/state'
import { closest } from '../commands/ancestors.ts'

/** Gives the selected frame another address or title. */
export function changeFrame(to: Readonly<Record<string, string>>): Command {
  return (state, dispatch) => {
    const frame = closest(state, ['iframe'])
    if (!frame) return false
    const { tr } = state
    for (const [name, value] of Object.entries(to)) tr.setNodeAttribute(frame.pos, name, value)
    dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, frame.pos)))
    return true
  }
}
