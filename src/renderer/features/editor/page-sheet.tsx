import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { useEffect, useRef } from 'react'
import {
  addFrontKey,
  setFrontValue,
} from '../../../shared/domain/document/front-matter/edit-front.ts'
import { readFront } from '../../../shared/domain/document/front-matter/read-front.ts'
import { BlockBar } from './bars/block-bar.tsx'
import { SelectionBar } from './bars/selection-bar.tsx'
import { DetailsNote } from './details-note.tsx'
import { BlockHandle } from './handle/block-handle.tsx'
import './page-body.css'
import { PageCrumbs } from './page-crumbs.tsx'
import { keepPlace, returnTo } from './page-place.ts'
import { PageTitle } from './page-title.tsx'
import { PageWriter } from './page-writer.tsx'
import type { DocumentSession } from './session/document-session.ts'
import { SlashMenu } from './slash/slash-menu.tsx'
import { useSessionFact } from './use-session-fact.ts'

const titleOf = (front: string) => {
  const entry = readFront(front).entries.find((e) => e.key === 'title')
  return entry?.editable ? String(entry.value ?? '') : null
}

const withTitle = (front: string, title: string) =>
  titleOf(front) === null
    ? addFrontKey(front, 'title', title)
    : setFrontValue(front, ['title'], title)

/** The caret at the beginning, at once: the library's own command waits a frame, and a quick key would be lost. */
function toStart({ state, view }: Editor): void {
  view.dispatch(state.tr.setSelection(Selection.atStart(state.doc)).scrollIntoView())
  view.focus()
}

/** The page as it will look: its title, then its body. */
export function PageSheet({ session }: { readonly session: DocumentSession }) {
  const front = useSessionFact(session, 'front')
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => (scroll.current ? returnTo(session, scroll.current) : undefined), [session])
  const { editor } = session
  const title = titleOf(front)
  if (!editor) return null
  return (
    <div
      ref={scroll}
      className="page-scroll"
      onScroll={(event) => keepPlace(session, event.currentTarget)}
    >
      <div className="page-sheet">
        <PageCrumbs path={session.path} />
        {title !== null && (
          <PageTitle
            value={title}
            readOnly={session.facts().readOnly}
            onChange={(value) => session.setFront(withTitle(session.facts().front, value))}
            onLeave={() => toStart(editor)}
          />
        )}
        <DetailsNote editor={editor} front={front} />
        <PageWriter editor={editor} />
        <BlockBar editor={editor} />
        <SelectionBar editor={editor} />
        {editor.isEditable && <SlashMenu editor={editor} />}
        {editor.isEditable && <BlockHandle editor={editor} />}
      </div>
    </div>
  )
}
