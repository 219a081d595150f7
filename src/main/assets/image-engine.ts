import type { ImageJob, ImageResult } from './image-jobs.ts'
import {
  type ImageLane,
  type ImageTask,
  type LaneLimits,
  openLane,
  type StartImageProcess,
} from './image-lane.ts'
import { ImageProblem } from './image-problem.ts'

export interface ImageEngine {
  /** Rejects with an `ImageProblem` in the user's words. */
  run(job: ImageJob): Promise<ImageResult>
  /** Starts its processes ahead of time, for pictures that will be asked for at once. */
  prepare(): void
  close(): void
}

export interface EngineLimits extends LaneLimits {
  readonly abreast: number
}

const defaults: EngineLimits = {
  abreast: 2,
  mostMs: 60_000,
  mostMemory: 1_200_000_000,
  idleMs: 30_000,
}

/** Jobs a process holds at most: with the next one there it never waits for the way here and back. */
const mostGiven = 2

const crashed = 'The picture made the program that reads pictures stop, so it was left as it is.'
const noProgram =
  'The part of Galley that reads pictures does not start on this computer. Install Galley again.'

/** Runs image jobs in processes of their own, a few at a time; a process that dies or hangs is replaced. */
export function createImageEngine(
  start: StartImageProcess,
  limits: Partial<EngineLimits> = {},
): ImageEngine {
  const { abreast, ...laneLimits } = { ...defaults, ...limits }
  const queue: ImageTask[] = []
  const lanes = new Set<ImageLane>()
  let everAnswered = false

  function open(): ImageLane {
    const lane = openLane(start, laneLimits, {
      onAnswer() {
        everAnswered = true
        next()
      },
      onEnd({ fatal, others }) {
        // One that was ended on purpose tells its exit as well.
        if (!lanes.delete(lane)) return
        queue.unshift(...others)
        if (fatal?.deaths === 0) queue.unshift({ ...fatal, deaths: 1 })
        else fatal?.reject(new ImageProblem(everAnswered ? crashed : noProgram))
        next()
      },
    })
    lanes.add(lane)
    return lane
  }

  /** One without work, else a new one, else one that has no second job yet. */
  function takerOf(): ImageLane | undefined {
    const known = [...lanes]
    const free = known.find(({ load }) => load === 0)
    if (free) return free
    return known.length < abreast ? open() : known.find(({ load }) => load < mostGiven)
  }

  function next(): void {
    while (queue.length > 0) {
      const lane = takerOf()
      const task = lane && queue.shift()
      if (!task) return
      lane.give(task)
    }
  }

  return {
    run: (job) =>
      new Promise<ImageResult>((resolve, reject) => {
        queue.push({ job, resolve, reject, deaths: 0 })
        next()
      }),
    prepare() {
      while (lanes.size < abreast) open()
    },
    close() {
      const open = [...lanes]
      lanes.clear()
      for (const lane of open) queue.push(...lane.end())
      for (const task of queue.splice(0)) task.reject(new ImageProblem('Galley is closing.'))
    },
  }
}
