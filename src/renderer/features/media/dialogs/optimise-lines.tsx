import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import type { ImageRule, MediaFile } from '../../../../shared/ipc/media-calls.ts'
import { bytesInWords } from '../../../lib/bytes-in-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Spinner } from '../../../ui/progress.tsx'
import { changeInPercent } from '../model/file-words.ts'
import { useFiles } from '../use-media-files.ts'
import { CompareDialog } from './look/compare-dialog.tsx'
import { FileLine, MoreLines, mostLines } from './parts.tsx'
import { mostPreviews, type Preview, usePreviews } from './use-previews.ts'

interface OutcomeProps {
  readonly file: MediaFile
  readonly onCompare: () => void
  readonly preview: Preview | undefined
  readonly waits: boolean
}

function Outcome({ file, preview, waits, onCompare }: OutcomeProps) {
  if (!preview)
    return (
      <span className="media-outcome">
        {bytesInWords(file.bytes)} {waits && <Spinner size={12} />}
      </span>
    )
  if (preview.kind === 'failed') return <span className="media-problem">{preview.words}</span>
  if (preview.kind === 'kept')
    return <span>{bytesInWords(file.bytes)} · stays, no smaller that way</span>
  const { before, after } = preview
  return (
    <span className="media-outcome">
      {bytesInWords(before)} <ArrowRight size={12} strokeWidth={2} aria-label="to" />{' '}
      <b>{bytesInWords(after)}</b>{' '}
      <span className="media-saved">{changeInPercent(before, after)}</span>
      <Button size="sm" variant="quiet" onClick={onCompare}>
        Compare…
      </Button>
    </span>
  )
}

interface Props {
  readonly paths: readonly string[]
  /** Null: nothing is tried out. */
  readonly rule: ImageRule | null
}

/** The images, and what the rule really makes of the first of them. */
export function OptimiseLines({ paths, rule }: Props) {
  const files = useFiles(paths)
  const previews = usePreviews(paths, rule)
  const [compared, setCompared] = useState<MediaFile | null>(null)
  return (
    <>
      <ul className="media-lines" aria-label="Images">
        {files.slice(0, mostLines).map((file, i) => (
          <FileLine key={file.path} file={file}>
            <Outcome
              file={file}
              onCompare={() => setCompared(file)}
              preview={previews.get(file.path)}
              waits={rule !== null && i < mostPreviews}
            />
          </FileLine>
        ))}
        <MoreLines count={files.length} />
      </ul>
      {compared && rule && (
        <CompareDialog file={compared} rule={rule} onClose={() => setCompared(null)} />
      )}
    </>
  )
}
