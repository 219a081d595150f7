import type { ImageJob, ImageResult } from './image-jobs.ts'
import { ImageProblem } from './image-problem.ts'
import type { Answered, Asked } from './image-worker.ts'

/** A process that runs `image-worker.ts`, however it was started. */
export interface ImageProcess {
  post(asked: Asked): void
  kill(): void
}

/** Starts an image process; `onAnswer` and `onExit` are told what it says. */
export type StartImageProcess = (listener: {
  onAnswer(answer: Answered): void
  onExit(): void
}) => ImageProcess

/** A job somebody waits for. */
export interface ImageTask {
  readonly job: ImageJob
  resolve(result: ImageResult): void
  reject(problem: ImageProblem): void
  /** A second death is the picture's own fault. */
  readonly deaths: number
}

export interface LaneLimits {
  /** A job that takes longer is given up, and its process with it. */
  readonly mostMs: number
  /** A process that holds more memory after a job is replaced. */
  readonly mostMemory: number
  /** A process nobody needs for so long is ended. */
  readonly idleMs: number
}

interface LaneEvents {
  /** A job is done. */
  onAnswer(): void
  /** The process is gone. `fatal` was being done when it died by itself; `others` had not been begun. */
  onEnd(left: { readonly fatal: ImageTask | null; readonly others: readonly ImageTask[] }): void
}

/** One process and the jobs given to it, one after the other. */
export interface ImageLane {
  /** Jobs given and not answered. */
  readonly load: number
  give(task: ImageTask): void
  /** Ends the process; answers what it had not done. */
  end(): readonly ImageTask[]
}

const tooLong = 'The picture takes too long to read.'

/** Starts a process for image jobs. */
export function openLane(
  start: StartImageProcess,
  { mostMs, mostMemory, idleMs }: LaneLimits,
  { onAnswer, onEnd }: LaneEvents,
): ImageLane {
  /** The first is being done, so that a death has one cause; the others lie ready in the process. */
  let given: { readonly id: number; readonly task: ImageTask }[] = []
  let count = 0
  let clock: NodeJS.Timeout | null = null
  const own = start({ onAnswer: answered, onExit: died })

  function wait(ms: number, then: () => void): void {
    if (clock) clearTimeout(clock)
    clock = setTimeout(then, ms)
    // An idle process never keeps the program running.
    if (given.length === 0) clock.unref()
  }

  function end(): readonly ImageTask[] {
    if (clock) clearTimeout(clock)
    const tasks = given.map(({ task }) => task)
    given = []
    own.kill()
    return tasks
  }

  const stop = () => onEnd({ fatal: null, others: end() })

  function giveUp(): void {
    given.shift()?.task.reject(new ImageProblem(tooLong))
    stop()
  }

  function rest(): void {
    if (given.length > 0) wait(mostMs, giveUp)
    else wait(idleMs, stop)
  }

  function answered(answer: Answered): void {
    if (given[0]?.id !== answer.id) return
    const task = given.shift()?.task
    if (answer.ok) task?.resolve(answer.result)
    else task?.reject(new ImageProblem(answer.words))
    if (answer.rss > mostMemory) stop()
    else rest()
    onAnswer()
  }

  function died(): void {
    const [fatal = null, ...others] = end()
    onEnd({ fatal, others })
  }

  rest()
  return {
    get load() {
      return given.length
    },
    give(task) {
      count += 1
      given.push({ id: count, task })
      if (given.length === 1) rest()
      own.post({ id: count, job: task.job })
    },
    end,
  }
}
