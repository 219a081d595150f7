import { type ImageJob, type ImageResult, runImageJob } from './image-jobs.ts'
import { ImageProblem } from './image-problem.ts'

/*
 * The program of the process that decodes images: a file made to break a decoder breaks this process, and no other.
 * It runs as one of Electron's utility processes, or as a plain child of Node's.
 */

/** A job with its number. */
export interface Asked {
  readonly id: number
  readonly job: ImageJob
}

/** The answer; `rss` tells how much memory the process holds. */
export type Answered = { readonly id: number; readonly rss: number } & (
  | { readonly ok: true; readonly result: ImageResult }
  | { readonly ok: false; readonly words: string }
)

async function answer({ id, job }: Asked): Promise<Answered> {
  try {
    const result = await runImageJob(job)
    return { id, ok: true, result, rss: process.memoryUsage.rss() }
  } catch (error) {
    const words = error instanceof ImageProblem ? error.message : 'The picture could not be read.'
    return { id, ok: false, words, rss: process.memoryUsage.rss() }
  }
}

interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: Asked }) => void): void
  postMessage(message: Answered): void
}
const port = (process as { readonly parentPort?: ParentPort }).parentPort

/** One after the other: two at once would share the blame for a death, and the memory. */
let last: Promise<void> = Promise.resolve()
function receive(asked: Asked, reply: (answered: Answered) => void): void {
  last = last.then(async () => reply(await answer(asked)))
}

if (port) port.on('message', ({ data }) => receive(data, (reply) => port.postMessage(reply)))
else process.on('message', (asked: Asked) => receive(asked, (reply) => process.send?.(reply)))
