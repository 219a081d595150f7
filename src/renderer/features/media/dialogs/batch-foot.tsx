import { Pause, Play } from 'lucide-react'
import { Button } from '../../../ui/button.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { inFigures, timeLeft } from '../model/file-words.ts'
import type { Batch, BatchProgress } from './use-batch.ts'

function HowFar({ progress, count }: { readonly progress: BatchProgress; readonly count: number }) {
  const total = progress.total ?? count
  const left = timeLeft(progress.done, total, performance.now() - progress.since)
  return (
    <div className="media-how-far">
      <span>
        <b>
          {inFigures(progress.done)} of {inFigures(total)}
        </b>
        {progress.words && <span> · {progress.words}</span>}
      </span>
      <span>{progress.paused ? 'Paused' : left}</span>
      <Progress label="Progress" value={total === 0 ? null : progress.done / total} />
    </div>
  )
}

interface Props {
  readonly batch: Batch
  readonly count: number
  /** The verb while it is being done: `Optimising…`. */
  readonly doing: string
}

/** While many files are worked on: how far it is, and ways to stop. */
export function BatchFoot({ batch, count, doing }: Props) {
  const { progress } = batch
  if (!progress) return null
  return (
    <>
      <HowFar progress={progress} count={count} />
      <Button
        size="lg"
        icon={progress.paused ? Play : Pause}
        onClick={() => batch.pause(!progress.paused)}
      >
        {progress.paused ? 'Go on' : 'Pause'}
      </Button>
      <Button size="lg" onClick={() => batch.stop()}>
        Stop
      </Button>
      <Button size="lg" variant="primary" busy>
        {doing}
      </Button>
    </>
  )
}
