import { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState, Selection } from '@tiptap/pm/state'
import { documentSpec } from '../../../../shared/domain/document/schema.ts'
import { blockViews } from '../blocks/block-views.ts'
import type { LinkForm } from '../links/link-range.ts'
import { carryDoc } from '../schema/carry-doc.ts'
import { tiptapExtensionsFrom } from '../schema/tiptap-extensions-from.ts'
import { pageBehaviour } from './page-behaviour.ts'
import type { PageFormat } from './page-format.ts'
import type { PageFacts } from './page-step.ts'

interface Options {
  readonly doc: Node
  readonly facts: PageFacts
  readonly editable: boolean
  /** The address of a file of the site for showing it; null where it is not one of the site's. */
  readonly mediaUrl: (src: string) => string | null
  /** How links that are pasted are written. */
  readonly linkForm: () => LinkForm
  /** What its blocks are written in. */
  readonly format: () => PageFormat
}

/** An editor for a page, with the document already in it and nothing to undo. It has no view until it is mounted. */
export function createPageEditor(options: Options): Editor {
  const { doc, facts, editable, mediaUrl, linkForm, format } = options
  const editor = new Editor({
    element: null,
    extensions: [
      ...tiptapExtensionsFrom(documentSpec),
      pageBehaviour({ facts, linkForm, format }),
      blockViews({ mediaUrl }),
    ],
    enableCoreExtensions: { textDirection: false, delete: false, drop: false, paste: false },
    injectCSS: false,
    editable,
    editorProps: {
      attributes: {
        'aria-label': 'Page body',
        'aria-multiline': 'true',
        class: 'page-body',
        spellcheck: 'false',
      },
      handleClick: (_view, _pos, event) => {
        // Links never navigate the window.
        if (event.target instanceof Element && event.target.closest('a')) event.preventDefault()
        return false
      },
    },
  })
  const carried = carryDoc(doc, editor.schema)
  // In the first words: a page that begins with a picture opens without one that is chosen.
  const selection = Selection.findFrom(carried.resolve(0), 1, true) ?? Selection.atStart(carried)
  editor.view.updateState(
    EditorState.create({ doc: carried, selection, plugins: editor.extensionManager.plugins }),
  )
  return editor
}
