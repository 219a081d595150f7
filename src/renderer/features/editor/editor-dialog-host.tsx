import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { useCall } from '../../lib/use-call.ts'
import { useEditorDialogs } from './editor-dialogs.ts'
import { FrameDialog } from './frames/frame-dialog.tsx'
import { AltDialog } from './images/alt-dialog.tsx'
import { ImageDialog } from './images/image-dialog.tsx'
import { LinkDialog } from './links/link-dialog.tsx'
import { linkForms } from './links/link-range.ts'

interface Props {
  readonly editor: Editor
  /** Whether the body is HTML, which can say how a link opens. */
  readonly html: boolean
  readonly mediaUrl: (src: string) => string | null
}

/** The dialogs of the page in front. */
export function EditorDialogHost({ editor, html, mediaUrl }: Props) {
  const { open, close } = useEditorDialogs()
  const profile = useCall('app.state').data?.site?.profile
  useEffect(() => close, [close])
  switch (open) {
    case 'link':
      return (
        <LinkDialog
          editor={editor}
          form={html && profile === 'isomer' ? linkForms.isomer : linkForms.plain}
          onClose={close}
        />
      )
    case 'image':
      return <ImageDialog editor={editor} mediaUrl={mediaUrl} onClose={close} />
    case 'alt-text':
      return <AltDialog editor={editor} onClose={close} />
    case 'frame':
      return <FrameDialog editor={editor} onClose={close} />
    case null:
      return null
  }
}
