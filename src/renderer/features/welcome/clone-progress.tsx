import { Progress } from '../../ui/progress.tsx'
import type { CloneProgress as Reached } from './use-clone.ts'

function shareOf(progress: Reached | null): number | null {
  if (progress?.total == null || progress.total <= 0) return null
  return Math.min(1, progress.done / progress.total)
}

/** How far a clone is. Under 300 ms nothing shows. */
export function CloneProgress({
  progress,
  isStopping,
}: {
  progress: Reached | null
  isStopping: boolean
}) {
  const share = shareOf(progress)
  const words = isStopping ? 'Stopping…' : (progress?.words ?? 'Looking for the site…')
  return (
    <div className="clone-progress">
      <div className="clone-progress-head">
        <span className="clone-progress-words">{words}</span>
        {share !== null && !words.includes('%') && (
          <span className="clone-progress-share">{Math.round(share * 100)} %</span>
        )}
      </div>
      <Progress label="Cloning" value={share} />
      <p>
        The pages and images come to this computer once. After that you can work without a network.
      </p>
    </div>
  )
}
