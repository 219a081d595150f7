import { Plugin } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'

/**
 * Cell selections and keys of tables, without the library's habit of evening out a table as soon as a word in it is
 * edited: what the user did not do is not done. Commands that need an even table even it out themselves.
 */
export function calmTableEditing(): Plugin {
  const whole = tableEditing({ allowTableNodeSelection: true })
  const append = whole.spec.appendTransaction
  return new Plugin({
    ...whole.spec,
    appendTransaction(...args) {
      const transaction = append?.apply(this, args)
      return transaction?.docChanged ? null : transaction
    },
  })
}
