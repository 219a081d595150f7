import { ArrowRight, FileText } from 'lucide-react'
import type { Comparison } from '../../../shared/ipc/publish-calls.ts'
import { sizeInWords } from './size-in-words.ts'

type Version = Comparison['before']

const isThere = (side: Version) => side.image !== null || side.bytes !== null || side.text !== null

function PictureSide({ side, words }: { readonly side: Version; readonly words: string }) {
  if (!isThere(side)) return null
  return (
    <figure className="compare-photo" data-side={words.toLowerCase()}>
      {side.image && <img src={side.image} alt={words} decoding="async" />}
      <figcaption>
        <span className="compare-kind" data-kind={words === 'Added' ? 'added' : 'removed'}>
          {words}
        </span>{' '}
        {side.bytes !== null && sizeInWords(side.bytes)}
      </figcaption>
    </figure>
  )
}

/** An image file before and after. */
export function PictureDiff({ comparison }: { readonly comparison: Comparison }) {
  const { before, after } = comparison
  return (
    <div className="compare-photos">
      <PictureSide side={before} words="Removed" />
      {isThere(before) && isThere(after) && (
        <ArrowRight className="compare-arrow" size={14} strokeWidth={2} aria-hidden />
      )}
      <PictureSide side={after} words="Added" />
    </div>
  )
}

/** A file whose content cannot be shown: its name and sizes. */
export function FileFacts({ comparison }: { readonly comparison: Comparison }) {
  const { path, before, after } = comparison
  const sizes = [before.bytes, after.bytes].map((n) => (n === null ? null : sizeInWords(n)))
  const [was, now] = sizes
  const words =
    was && now ? `${was}, now ${now}` : now ? `New, ${now}` : was ? `Removed, it was ${was}` : ''
  return (
    <div className="compare-file">
      <FileText size={40} strokeWidth={1.25} aria-hidden />
      <b>{path.split('/').at(-1)}</b>
      <p>{words}</p>
      <p>This kind of file cannot be shown here.</p>
    </div>
  )
}
