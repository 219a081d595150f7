import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { useEffect, useRef } from 'react'
import {
  addFrontKey,
  setFrontValue,
} from '../../../shared/domain/document/front-matter/edit-front.ts'
import { readFront } from '../../../shared/domain/document/front-matter/read-front.ts'
import { DetailsNote } from './details-note.tsx'
import { PageFrame } from './look/page-frame.tsx'
import './page-body.css'
import { PageCrumbs } from './page-crumbs.tsx'
import { keepPlace, returnTo } from './page-place.ts'
import { PageTitle } from './page-title.tsx'
import { PageTools } from './page-tools.tsx'
import { PageWriter } from './page-writer.tsx'
import type { DocumentSession } from './session/document-session.ts'
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
      <PageFrame mediaUrl={session.mediaUrl}>
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
        <PageTools editor={editor} />
      </PageFrame>
    </div>
  )
}
