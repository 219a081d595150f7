import { Extension } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { history } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import type { Plugin } from '@tiptap/pm/state'
import { dropPlugin } from '../dropped/drop-plugin.ts'
import { findPlugin } from '../find/find-plugin.ts'
import type { LinkForm } from '../links/link-range.ts'
import { pastePlugin } from '../paste/paste-plugin.ts'
import { slashPlugin } from '../slash/slash-plugin.ts'
import { calmTableEditing } from './calm-table-editing.ts'
import { editingRules } from './editing-rules.ts'
import { freshSelection } from './fresh-selection.ts'
import { ownClipboard } from './own-clipboard.ts'
import { pageFactsPlugin } from './page-facts.ts'
import { type PageFormat, pageFormatPlugin } from './page-format.ts'
import { pageInputRules } from './page-input-rules.ts'
import { pageKeys } from './page-keys.ts'
import type { PageFacts } from './page-step.ts'
import { besideBlocks } from './rest-place.ts'

interface Behaviour {
  readonly facts: PageFacts
  readonly linkForm: () => LinkForm
  readonly format: () => PageFormat
}

/** Everything the editor does beside holding a document: undo, keys, tables, Markdown shortcuts, drop marks. */
export function pageBehaviour({ facts, linkForm, format }: Behaviour) {
  let plugins: readonly Plugin[] | null = null
  return Extension.create({
    name: 'pageBehaviour',
    priority: 200,
    addProseMirrorPlugins() {
      // TipTap asks again when the page is shown; other plugins would begin anew, and have the page drawn twice.
      plugins ??= [
        freshSelection(),
        pageFactsPlugin(facts),
        pageFormatPlugin(format),
        slashPlugin(),
        ...besideBlocks(),
        history({ depth: 500 }),
        pageInputRules(this.editor.schema),
        keymap({ ...pageKeys }),
        dropCursor({ class: 'page-drop', width: 2, color: false }),
        gapCursor(),
        calmTableEditing(),
        editingRules(),
        ownClipboard(),
        dropPlugin(),
        pastePlugin(linkForm),
        findPlugin(),
      ]
      return [...plugins]
    },
  })
}
