import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { isSafeAddress } from '../schema/parse-rules.ts'
import { matchTargets, typedTarget } from './link-options.ts'
import { LinkPicker } from './link-picker.tsx'
import { type LinkForm, linkRange, removeLink, setLink } from './link-range.ts'

interface Props {
  readonly editor: Editor
  readonly form: LinkForm
  readonly onClose: () => void
}

/** What typed words lead to; a permalink or path as it is. */
const hrefOf = (typed: string) => typedTarget(typed)?.href ?? (typed.trim() || null)

/** Why a link cannot lead there, in words. */
function problemOf(href: string): string | null {
  if (!isSafeAddress(href)) return 'Links cannot run programs.'
  if (href === '#') return 'Behind # stands the name of a heading.'
  return /[/.#:?]/.test(href)
    ? null
    : 'No page of the site has this address. Choose one of the list, or write an address.'
}

/** One dialog for every link: a page of the site, a file, an address, e-mail, telephone. */
export function LinkDialog({ editor, form, onClose }: Props) {
  const [range] = useState(() => linkRange(editor.state))
  const [typed, setTyped] = useState(range.href ?? '')
  const [text, setText] = useState(range.text)
  const href = hrefOf(typed)
  const problem = href === null || href === range.href ? null : problemOf(href)
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const apply = () => {
    const first = href && !typedTarget(typed) ? matchTargets(typed, [])[0] : undefined
    const to = first?.href ?? href
    if (!to || problem) return
    setLink(
      range,
      { href: to, text: text.trim() === '' ? to : text },
      form,
    )(editor.state, editor.view.dispatch)
    close()
  }
  return (
    <Dialog
      open
      title="Link"
      onClose={close}
      footer={
        <>
          {range.href !== null && (
            <Button
              size="lg"
              variant="danger"
              style={{ marginRight: 'auto' }}
              onClick={() => {
                removeLink(range)(editor.state, editor.view.dispatch)
                close()
              }}
            >
              Remove link
            </Button>
          )}
          <Button size="lg" onClick={close}>
            Cancel
          </Button>
          <Button size="lg" variant="primary" disabled={!href || problem !== null} onClick={apply}>
            {range.href === null ? 'Add link' : 'Change link'}
          </Button>
        </>
      }
    >
      <div className="link-fields">
        <LinkPicker
          typed={typed}
          onType={setTyped}
          onChoose={(option) => {
            setTyped(option.href)
            if (text.trim() === '') setText(option.kind === 'page' ? option.title : option.href)
          }}
          onSubmit={apply}
        />
        <TextField label="Words of the link" value={text} onChange={setText} problem={problem} />
      </div>
    </Dialog>
  )
}
