import { wrapIn } from '@tiptap/pm/commands'
import type { Command } from '@tiptap/pm/state'
import { nodeTypeOf } from '../schema/type-of.ts'

/** Puts the selected blocks into a quote. */
export const quote: Command = (state, dispatch) =>
  wrapIn(nodeTypeOf(state.schema, 'blockquote'))(state, dispatch)
