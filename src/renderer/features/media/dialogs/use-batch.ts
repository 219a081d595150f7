import { useEffect, useRef, useState } from 'react'
import type { BatchResult } from '../../../../shared/ipc/media-calls.ts'
import { request, subscribe } from '../../../lib/api.ts'
import { stepped } from '../media-steps.ts'

export interface BatchProgress {
  readonly done: number
  readonly total: number | null
  /** What is worked on. */
  readonly words: string
  readonly since: number
  readonly paused: boolean
}

export interface Batch {
  /** Null while nothing runs. */
  readonly progress: BatchProgress | null
  readonly result: BatchResult | null
  /** Answers with what came of it; null where it could not be done at all. */
  start(run: (task: string) => Promise<BatchResult>): Promise<BatchResult | null>
  pause(paused: boolean): void
  /** What is finished stays. */
  stop(): void
}

const fresh = { done: 0, total: null, words: '', paused: false }

/** A long piece of work on many files, with its progress. */
export function useBatch(failure: string): Batch {
  const task = useRef<string | null>(null)
  const [progress, setProgress] = useState<BatchProgress | null>(null)
  const [result, setResult] = useState<BatchResult | null>(null)
  useEffect(
    () =>
      subscribe('task.progress', ({ task: which, done, total, words }) => {
        if (which === task.current)
          setProgress((now) => now && { ...now, done, total: total ?? now.total, words })
      }),
    [],
  )
  return {
    progress,
    result,
    async start(run) {
      const name = crypto.randomUUID()
      task.current = name
      setResult(null)
      setProgress({ ...fresh, since: performance.now() })
      const answer = await stepped(failure, () => run(name))
      task.current = null
      setProgress(null)
      setResult(answer)
      return answer
    },
    pause(paused) {
      setProgress((now) => now && { ...now, paused })
      if (task.current !== null) void request('media.pause', { task: task.current, paused })
    },
    stop() {
      if (task.current !== null)
        void request('media.cancel', { task: task.current, keepDone: true })
    },
  }
}
