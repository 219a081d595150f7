import { redo, undo } from '@tiptap/pm/history'
import { type ReactNode, useState } from 'react'
import type { VersionsProps } from './changed-elsewhere.tsx'
import { keepSourcePlace, topBlockOf, topPositionOf } from './page-place.ts'
import type { DocumentSession } from './session/document-session.ts'
import { useSessionFact } from './use-session-fact.ts'

export interface SourceProps {
  readonly text: string
  readonly language: 'html' | 'markdown'
  readonly readOnly: boolean
  readonly onChange: (text: string) => void
  /** Where the source has nothing of its own to take back, the page may have. */
  readonly onUndo: () => void
  readonly onRedo: () => void
  /** Where to begin, in characters of the text; null for the top. */
  readonly position: number | null
  /** Told what the user scrolled to. */
  readonly onPlace: (position: number) => void
}

export interface PreviewProps {
  readonly path: string
  readonly text: string
  /** The block to begin at, counted from the top. */
  readonly place: number | null
}

/** Views of a page that belong to other features, so the app hands them in. */
export interface OtherViews {
  readonly renderSource: (props: SourceProps) => ReactNode
  readonly renderPreview: (props: PreviewProps) => ReactNode
  readonly renderVersions: (props: VersionsProps) => ReactNode
}

/** Source that does not begin with a tag behind its front matter is Markdown with HTML in it. */
const languageOf = (text: string, front: string) =>
  /^\s*</.test(text.slice(front.length)) ? 'html' : 'markdown'

/** The page's text, to be edited as it is. */
export function PageSource(props: {
  session: DocumentSession
  renderSource: OtherViews['renderSource']
}) {
  const { session, renderSource } = props
  const source = useSessionFact(session, 'source') ?? ''
  const readOnly = useSessionFact(session, 'readOnly')
  const [position] = useState(() => topPositionOf(session, source))
  return renderSource({
    text: source,
    language: languageOf(source, session.facts().front),
    readOnly,
    onChange: (text) => session.setSource(text),
    onUndo: () => void session.turnInSource(undo),
    onRedo: () => void session.turnInSource(redo),
    position,
    onPlace: (at) => keepSourcePlace(session, { text: source, position: at }),
  })
}

/** The page as a visitor would see it. */
export function PagePreview(props: {
  session: DocumentSession
  renderPreview: OtherViews['renderPreview']
}) {
  const { session, renderPreview } = props
  const text = useSessionFact(session, 'preview')
  const [place] = useState(() => topBlockOf(session))
  return text === null ? null : renderPreview({ path: session.path, text, place })
}
