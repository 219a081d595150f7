import type { MediaFile } from '../../../shared/ipc/media-calls.ts'
import { bytesInWords } from '../../lib/bytes-in-words.ts'
import { useFileMeasures } from './measure-store.ts'
import { inFigures, typeInWords } from './model/file-words.ts'
import { useReport } from './use-report.ts'

/** What there is to know of a file by itself. */
export function FileFacts({ file }: { readonly file: MediaFile }) {
  const { width, height, problem } = useFileMeasures(file)
  const tooBig = useReport().data?.tooBig.find(({ path }) => path === file.path)
  const changed =
    file.modified === null
      ? null
      : new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(file.modified)
  return (
    <dl className="media-facts">
      {width !== null && height !== null && (
        <div>
          <dt>Size</dt>
          <dd>
            {inFigures(width)} × {inFigures(height)}
          </dd>
        </div>
      )}
      <div>
        <dt>On disk</dt>
        <dd>
          {bytesInWords(file.bytes)}
          {tooBig && <span className="media-facts-problem"> · {tooBig.words}</span>}
        </dd>
      </div>
      <div>
        <dt>Kind</dt>
        <dd>{typeInWords(file.type) || 'Unknown'}</dd>
      </div>
      {changed && (
        <div>
          <dt>Changed</dt>
          <dd>{changed}</dd>
        </div>
      )}
      {problem && <p className="media-facts-problem">{problem}</p>}
    </dl>
  )
}
