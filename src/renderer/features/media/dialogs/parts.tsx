import type { ReactNode } from 'react'
import { nameOf } from '../../../../shared/domain/repo-path.ts'
import type { MediaFile, TouchedPage } from '../../../../shared/ipc/media-calls.ts'
import { Button } from '../../../ui/button.tsx'
import { useMedia } from '../media-store.ts'
import { MediaThumb } from '../media-thumb.tsx'
import { counted } from '../model/file-words.ts'

export const closeDialog = (): void => useMedia.getState().closeDialog()

interface FootProps {
  readonly verb: string
  readonly danger?: boolean
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly onDo: () => void
  /** At the left, beside the buttons. */
  readonly children?: ReactNode
}

/** The way out and the verb of the dialog. */
export function Foot({ verb, danger, busy = false, disabled = false, onDo, children }: FootProps) {
  return (
    <>
      {children && <span className="media-foot-words">{children}</span>}
      <Button size="lg" onClick={closeDialog}>
        Cancel
      </Button>
      <Button
        size="lg"
        variant={danger ? 'danger-solid' : 'primary'}
        busy={busy}
        disabled={disabled}
        onClick={onDo}
      >
        {verb}
      </Button>
    </>
  )
}

interface LineProps {
  readonly file?: MediaFile | undefined
  /** Instead of the file's own. */
  readonly picture?: ReactNode
  /** Instead of the file's own name. */
  readonly name?: ReactNode
  readonly children?: ReactNode
}

/** A file in a list: what it looks like, its name, and what is to be said about it. */
export function FileLine({ file, picture, name, children }: LineProps) {
  return (
    <li className="media-line">
      {picture ?? (file && <MediaThumb file={file} />)}
      <span className="media-line-name">{name ?? (file && nameOf(file.path))}</span>
      {children && <span className="media-line-words">{children}</span>}
    </li>
  )
}

/** Lists of thousands say how many more there are. */
export const mostLines = 50

export function MoreLines({ count }: { readonly count: number }) {
  return count > mostLines ? <li className="media-more">and {count - mostLines} more</li> : null
}

/** The pages a step would change, or which use something. */
export function PageNames({ pages }: { readonly pages: readonly TouchedPage[] }) {
  if (pages.length === 0) return null
  return (
    <ul className="media-page-names" aria-label="Pages">
      {pages.slice(0, mostLines).map(({ path, title, count }) => (
        <li key={path}>
          {title}
          {count > 1 && <span> {count} times</span>}
        </li>
      ))}
      <MoreLines count={pages.length} />
    </ul>
  )
}

/** `12 pages will change` */
export const pagesWillChange = (count: number): string =>
  count === 0
    ? 'No page mentions it, so no page will change.'
    : `${counted(count, 'page')} will change.`
