import { FileText, ImageOff } from 'lucide-react'
import { useState } from 'react'
import type { MediaFile } from '../../../shared/ipc/media-calls.ts'
import { cx } from '../../ui/class-names.ts'
import { useMedia } from './media-store.ts'
import { typeInWords } from './model/file-words.ts'
import { type ThumbWidth, thumbUrl } from './thumb-url.ts'

interface Props {
  readonly file: MediaFile
  readonly width?: ThumbWidth
  readonly className?: string
}

/** A small picture of a file, or a sign where there is none. The file's name stands beside it. */
export function MediaThumb({ file, width = 320, className }: Props) {
  const siteId = useMedia((media) => media.siteId)
  const src = siteId && file.kind === 'image' ? thumbUrl(siteId, file, width) : null
  const [broken, setBroken] = useState<string | null>(null)
  const Sign = file.kind === 'image' ? ImageOff : FileText
  return (
    <span className={cx('media-thumb', className)}>
      {src !== null && src !== broken && (
        <img src={src} alt="" decoding="async" draggable={false} onError={() => setBroken(src)} />
      )}
      {(file.kind === 'document' || (src !== null && src === broken)) && (
        <span className="media-thumb-sign" aria-hidden>
          <Sign className="media-thumb-icon" size={24} strokeWidth={1.5} />
          {file.kind === 'document' && <span>{typeInWords(file.type)}</span>}
        </span>
      )}
    </span>
  )
}
