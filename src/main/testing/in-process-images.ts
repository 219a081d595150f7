import { runImageJob } from '../assets/image-jobs.ts'
import type { StartImageProcess } from '../assets/image-lane.ts'

/** Does image jobs in the test's own process: the decoders are the real ones, only the wall around them is missing. */
export const inProcessImages: StartImageProcess = ({ onAnswer }) => {
  let last: Promise<void> = Promise.resolve()
  return {
    post({ id, job }) {
      last = last.then(() =>
        runImageJob(job).then(
          (result) => onAnswer({ id, rss: 0, ok: true, result }),
          (error: unknown) => onAnswer({ id, rss: 0, ok: false, words: (error as Error).message }),
        ),
      )
    },
    kill: () => undefined,
  }
}
