import type { Editor } from '@tiptap/core'
import { BlockBar } from './bars/block-bar.tsx'
import { SelectionBar } from './bars/selection-bar.tsx'
import { BlockHandle } from './handle/block-handle.tsx'
import { SlashMenu } from './slash/slash-menu.tsx'

/** The tools that come up beside what is written. */
export function PageTools({ editor }: { readonly editor: Editor }) {
  return (
    <>
      <BlockBar editor={editor} />
      <SelectionBar editor={editor} />
      {editor.isEditable && <SlashMenu editor={editor} />}
      {editor.isEditable && <BlockHandle editor={editor} />}
    </>
  )
}
