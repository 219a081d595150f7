import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { isSafeAddress } from '../schema/parse-rules.ts'
import { linkableBlock, setBlockLink } from './block-link.ts'
import { typedTarget } from './link-options.ts'
import { LinkPicker } from './link-picker.tsx'

/** Where a card or picture leads as a whole. */
export function BlockLinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [block] = useState(() => linkableBlock(editor.state))
  const before = block?.node.attrs.href ? String(block.node.attrs.href) : null
  const [typed, setTyped] = useState(before ?? '')
  const href = typedTarget(typed)?.href ?? (typed.trim() || null)
  const ready = href !== null && isSafeAddress(href)
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const set = (to: string | null) => {
    setBlockLink(to)(editor.state, editor.view.dispatch)
    close()
  }
  return (
    <Dialog
      open
      title={block?.node.type.name === 'card' ? 'Link of the card' : 'Link of the image'}
      onClose={close}
      footer={
        <>
          {before !== null && (
            <Button
              size="lg"
              variant="danger"
              style={{ marginRight: 'auto' }}
              onClick={() => set(null)}
            >
              Remove link
            </Button>
          )}
          <Button size="lg" onClick={close}>
            Cancel
          </Button>
          <Button size="lg" variant="primary" disabled={!ready} onClick={() => set(href)}>
            {before === null ? 'Add link' : 'Change link'}
          </Button>
        </>
      }
    >
      <div className="link-fields">
        <LinkPicker
          typed={typed}
          onType={setTyped}
          onChoose={(option) => setTyped(option.href)}
          onSubmit={() => ready && set(href)}
        />
      </div>
    </Dialog>
  )
}
