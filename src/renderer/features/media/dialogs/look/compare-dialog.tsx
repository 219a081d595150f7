import { useEffect, useState } from 'react'
import { nameOf } from '../../../../../shared/domain/repo-path.ts'
import type { ImageRule, MediaFile } from '../../../../../shared/ipc/media-calls.ts'
import { request, wordsOf } from '../../../../lib/api.ts'
import { bytesInWords } from '../../../../lib/bytes-in-words.ts'
import { useCall } from '../../../../lib/use-call.ts'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Spinner } from '../../../../ui/progress.tsx'
import { changeInPercent } from '../../model/file-words.ts'
import { fileUrl } from '../../thumb-url.ts'
import './look.css'

type Made =
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly src: string; readonly before: number; readonly after: number }
  | { readonly kind: 'failed'; readonly words: string }

const blobOf = (base64: string, type: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type })

/** The picture that the rule makes, as an address of this window; given back when it is no longer shown. */
function useMade(path: string, rule: ImageRule): Made {
  const [made, setMade] = useState<Made>({ kind: 'making' })
  useEffect(() => {
    let src: string | null = null
    let gone = false
    request('media.tryOptimise', { path, rule }).then(
      ({ base64, type, before, after }) => {
        if (gone) return
        src = URL.createObjectURL(blobOf(base64, type))
        setMade({ kind: 'made', src, before, after })
      },
      (error: unknown) => {
        if (!gone) setMade({ kind: 'failed', words: wordsOf(error) })
      },
    )
    return () => {
      gone = true
      if (src !== null) URL.revokeObjectURL(src)
    }
  }, [path, rule])
  return made
}

interface PicturesProps {
  readonly before: string
  readonly after: string
}

/** Two pictures on each other; the line between them is moved by mouse and arrow keys. */
export function ComparedPictures({ before, after }: PicturesProps) {
  const [at, setAt] = useState(50)
  return (
    <div className="compare-pictures" style={{ ['--at' as string]: `${at}%` }}>
      <img src={before} alt="" draggable={false} />
      <img src={after} alt="" draggable={false} className="compare-after" />
      <span className="compare-line" />
      <input
        type="range"
        aria-label="Line between before and after"
        min={0}
        max={100}
        step={0.5}
        value={at}
        aria-valuetext={`${Math.round(at)} % of the picture as it is`}
        onChange={(event) => setAt(Number(event.target.value))}
      />
    </div>
  )
}

interface Props {
  readonly file: MediaFile
  readonly rule: ImageRule
  readonly onClose: () => void
}

/** A picture as it is, and as the rule would make it, on each other. */
export function CompareDialog({ file, rule, onClose }: Props) {
  const siteId = useCall('app.state').data?.site?.id
  const made = useMade(file.path, rule)
  return (
    <Dialog open onClose={onClose} title="Compare" subtitle={nameOf(file.path)} width={1000} flush>
      <div className="compare">
        {made.kind === 'making' && (
          <p role="status">
            <Spinner /> Making the picture…
          </p>
        )}
        {made.kind === 'failed' && <p className="media-problem">{made.words}</p>}
        {made.kind === 'made' && siteId && (
          <>
            <ComparedPictures before={fileUrl(siteId, file)} after={made.src} />
            <p className="compare-words">
              <span>
                Left, as it is: <b>{bytesInWords(made.before)}</b>
              </span>
              <span>
                Right, after: <b>{bytesInWords(made.after)}</b>{' '}
                {changeInPercent(made.before, made.after)}
              </span>
            </p>
          </>
        )}
      </div>
    </Dialog>
  )
}
