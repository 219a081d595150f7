import type { MediaOffer } from '../../../../shared/ipc/media-calls.ts'
import { bytesInWords } from '../../../lib/bytes-in-words.ts'

import { FileLine, MoreLines, mostLines } from './parts.tsx'

/** Files from elsewhere; first those that cannot be used, and why. */
export function OfferLines({ offered, refused }: MediaOffer) {
  return (
    <ul className="media-lines" aria-label="Files">
      {refused.map(({ name, words }) => (
        <FileLine key={name} file={undefined} name={name}>
          <span className="media-problem">{words}</span>
        </FileLine>
      ))}
      {offered.slice(0, mostLines).map(({ token, name, bytes }) => (
        <FileLine key={token} file={undefined} name={name}>
          {bytesInWords(bytes)}
        </FileLine>
      ))}
      <MoreLines count={offered.length} />
    </ul>
  )
}
