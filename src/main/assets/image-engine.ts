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

export interface ImageEngine {
  /** Rejects with an `ImageProblem` in the user's words. */
  run(job: ImageJob): Promise<ImageResult>
  /** Starts its processes ahead of time, for pictures that will be asked for at once. */
  prepare(): void
  close(): void
}

export interface EngineLimits {
  readonly abreast: number
  /** A job that takes longer is given up, and its process with it. */
  readonly mostMs: number
  /** A process that holds more memory after a job is replaced. */
  readonly mostMemory: number
  /** A process nobody needs for so long is ended. */
  readonly idleMs: number
}

const defaults: EngineLimits = {
  abreast: 2,
  mostMs: 60_000,
  mostMemory: 1_200_000_000,
  idleMs: 30_000,
}

interface Waiting {
  readonly job: ImageJob
  resolve(result: ImageResult): void
  reject(problem: ImageProblem): void
  /** A second death is the picture's own fault. */
  readonly deaths: number
}

interface Running extends Waiting {
  readonly timer: NodeJS.Timeout
}

interface Process {
  readonly own: ImageProcess
  /** At most one job, so that a death has one cause. */
  running: { readonly id: number; readonly task: Running } | null
  idle: NodeJS.Timeout | null
}

const crashed = 'The picture made the program that reads pictures stop, so it was left as it is.'
const noProgram =
  'The part of Galley that reads pictures does not start on this computer. Install Galley again.'
const tooLong = 'The picture takes too long to read.'

/** Runs image jobs in processes of their own, a few at a time; a process that dies or hangs is replaced. */
export function createImageEngine(
  start: StartImageProcess,
  limits: Partial<EngineLimits> = {},
): ImageEngine {
  const { abreast, mostMs, mostMemory, idleMs } = { ...defaults, ...limits }
  const queue: Waiting[] = []
  const processes = new Set<Process>()
  let count = 0
  let everAnswered = false

  function end(process: Process): void {
    processes.delete(process)
    if (process.idle) clearTimeout(process.idle)
    process.own.kill()
  }

  function take(process: Process): Running | null {
    const task = process.running?.task ?? null
    process.running = null
    if (task) clearTimeout(task.timer)
    return task
  }

  function rest(process: Process): void {
    process.idle = setTimeout(() => end(process), idleMs)
    process.idle.unref()
  }

  function startProcess(): Process {
    const own = start({
      onAnswer: (answer) => answered(process, answer),
      onExit: () => died(process),
    })
    const process: Process = { own, running: null, idle: null }
    processes.add(process)
    return process
  }

  function answered(process: Process, answer: Answered): void {
    if (process.running?.id !== answer.id) return
    const task = take(process)
    everAnswered = true
    if (answer.ok) task?.resolve(answer.result)
    else task?.reject(new ImageProblem(answer.words))
    if (answer.rss > mostMemory) end(process)
    else rest(process)
    next()
  }

  function died(process: Process): void {
    processes.delete(process)
    const task = take(process)
    if (task && task.deaths === 0) queue.unshift({ ...task, deaths: 1 })
    else task?.reject(new ImageProblem(everAnswered ? crashed : noProgram))
    next()
  }

  function begin(process: Process, waiting: Waiting): void {
    if (process.idle) clearTimeout(process.idle)
    count += 1
    const id = count
    const timer = setTimeout(() => {
      take(process)?.reject(new ImageProblem(tooLong))
      end(process)
      next()
    }, mostMs)
    process.running = { id, task: { ...waiting, timer } }
    process.own.post({ id, job: waiting.job })
  }

  function next(): void {
    while (queue.length > 0) {
      const free = [...processes].find(({ running }) => running === null)
      if (!free && processes.size >= abreast) return
      const waiting = queue.shift()
      if (waiting) begin(free ?? startProcess(), waiting)
    }
  }

  return {
    run: (job) =>
      new Promise<ImageResult>((resolve, reject) => {
        queue.push({ job, resolve, reject, deaths: 0 })
        next()
      }),
    prepare() {
      while (processes.size < abreast) rest(startProcess())
    },
    close() {
      for (const waiting of queue.splice(0)) waiting.reject(new ImageProblem('Galley is closing.'))
      for (const process of [...processes]) {
        take(process)?.reject(new ImageProblem('Galley is closing.'))
        end(process)
      }
    },
  }
}
