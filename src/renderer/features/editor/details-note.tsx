import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { readFront } from '../../../shared/domain/document/front-matter/read-front.ts'
import { fieldLabel } from '../../../shared/domain/fields/field-label.ts'

/** Keys of the front matter that hold the parts of a page, as a homepage's sections. */
function partsOf(front: string): readonly string[] {
  const { entries } = readFront(front)
  const holdsMaps = (value: unknown) =>
    Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null)
  return entries.filter(({ value }) => holdsMaps(value)).map(({ key }) => fieldLabel(key))
}

/** Says where the words of a page are whose body is empty, so that nobody takes it for an empty page. */
export function DetailsNote({ editor, front }: { editor: Editor; front: string }) {
  const [parts] = useState(() =>
    editor.state.doc.childCount === 1 && editor.state.doc.content.size <= 2 ? partsOf(front) : [],
  )
  if (parts.length === 0) return null
  const names = new Intl.ListFormat('en').format(parts.map((part) => `“${part}”`))
  return (
    <p className="page-details-note">
      What this page shows is in its details: open {names} in the Details panel to change it. Words
      typed below are the page’s body.
    </p>
  )
}
