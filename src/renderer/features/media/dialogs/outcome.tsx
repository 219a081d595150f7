import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { bytesInWords } from '../../../lib/bytes-in-words.ts'
import { Spinner } from '../../../ui/progress.tsx'
import { changeInPercent } from '../model/file-words.ts'
import type { Failed, Tried } from './use-previews.ts'

interface Props {
  /** Of the file as it is. */
  readonly bytes: number
  /** Undefined until it was tried. */
  readonly preview: Tried | Failed | undefined
  readonly waits: boolean
  /** What can be done with a picture that gets smaller. */
  readonly children?: ReactNode
}

/** What a rule makes of a picture, in figures. */
export function Outcome({ bytes, preview, waits, children }: Props) {
  if (!preview)
    return (
      <span className="media-outcome">
        {bytesInWords(bytes)} {waits && <Spinner size={12} />}
      </span>
    )
  if (preview.kind === 'failed') return <span className="media-problem">{preview.words}</span>
  const { before, after, kept } = preview
  if (kept) return <span>{bytesInWords(bytes)} · stays, no smaller that way</span>
  return (
    <span className="media-outcome">
      {bytesInWords(before)} <ArrowRight size={12} strokeWidth={2} aria-label="to" />{' '}
      <b>{bytesInWords(after)}</b>{' '}
      <span className="media-saved">{changeInPercent(before, after)}</span>
      {children}
    </span>
  )
}
