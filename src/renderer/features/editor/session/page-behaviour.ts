import { Extension } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import { findPlugin } from '../find/find-plugin.ts'
import type { LinkForm } from '../links/link-range.ts'
import { pastePlugin } from '../paste/paste-plugin.ts'
import { calmTableEditing } from './calm-table-editing.ts'
import { editingRules } from './editing-rules.ts'
import { ownClipboard } from './own-clipboard.ts'
import { pageFactsPlugin } from './page-facts.ts'
import { pageInputRules } from './page-input-rules.ts'
import { pageKeys } from './page-keys.ts'
import type { PageFacts } from './page-step.ts'

/** Everything the editor does beside holding a document: undo, keys, tables, Markdown shortcuts, drop marks. */
export function pageBehaviour(facts: PageFacts, linkForm: () => LinkForm) {
  return Extension.create({
    name: 'pageBehaviour',
    priority: 200,
    addProseMirrorPlugins() {
      return [
        pageFactsPlugin(facts),
        history({ depth: 500 }),
        pageInputRules(this.editor.schema),
        keymap({ ...pageKeys }),
        dropCursor({ class: 'page-drop', width: 2, color: false }),
        gapCursor(),
        calmTableEditing(),
        editingRules(),
        ownClipboard(),
        pastePlugin(linkForm),
        findPlugin(),
      ]
    },
  })
}
