import { nameOf } from '../../../../shared/domain/repo-path.ts'
import type { BatchResult } from '../../../../shared/ipc/media-calls.ts'
import { counted } from '../model/file-words.ts'
import { FileLine, MoreLines, mostLines } from './parts.tsx'

/** The files that could not be worked on, each with its reason. */
export function Failures({ failed }: { readonly failed: BatchResult['failed'] }) {
  return (
    <div role="alert">
      <p className="media-say">
        {counted(failed.length, 'file')} could not be used;{' '}
        {failed.length === 1 ? 'it is' : 'they are'} as before.
      </p>
      <ul className="media-lines" aria-label="Files that could not be used">
        {failed.slice(0, mostLines).map(({ path, words }) => (
          <FileLine key={path} name={nameOf(path)}>
            <span className="media-problem">{words}</span>
          </FileLine>
        ))}
        <MoreLines count={failed.length} />
      </ul>
    </div>
  )
}
