import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { CharactersDialog } from './characters/characters-dialog.tsx'
import { InsertFilesDialog } from './dropped/insert-files-dialog.tsx'
import { useDropped } from './dropped/offer-store.ts'
import { useEditorDialogs } from './editor-dialogs.ts'
import { FrameDialog } from './frames/frame-dialog.tsx'
import { AltDialog } from './images/alt-dialog.tsx'
import { ImageDialog } from './images/image-dialog.tsx'
import { BlockLinkDialog } from './links/block-link-dialog.tsx'
import { LinkDialog } from './links/link-dialog.tsx'
import type { LinkForm } from './links/link-range.ts'
import { ValueDialog } from './values/value-dialog.tsx'

interface Props {
  readonly editor: Editor
  readonly linkForm: () => LinkForm
  readonly mediaUrl: (src: string) => string | null
}

/** The dialogs of the page in front. */
export function EditorDialogHost({ editor, linkForm, mediaUrl }: Props) {
  const { open, close } = useEditorDialogs()
  const offer = useDropped((dropped) => dropped.offer)
  useEffect(() => close, [close])
  switch (open) {
    case 'link':
      return <LinkDialog editor={editor} form={linkForm()} onClose={close} />
    case 'image':
      return <ImageDialog editor={editor} mediaUrl={mediaUrl} onClose={close} />
    case 'alt-text':
      return <AltDialog editor={editor} onClose={close} />
    case 'frame':
      return <FrameDialog editor={editor} onClose={close} />
    case 'block-link':
      return <BlockLinkDialog editor={editor} onClose={close} />
    case 'language':
    case 'list-start':
      return <ValueDialog key={open} of={open} editor={editor} onClose={close} />
    case 'characters':
      return <CharactersDialog editor={editor} onClose={close} />
    case 'files':
      return (
        offer && (
          <InsertFilesDialog editor={editor} offer={offer} form={linkForm()} onClose={close} />
        )
      )
    case null:
      return null
  }
}
