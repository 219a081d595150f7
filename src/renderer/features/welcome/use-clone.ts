import { useCallback, useEffect, useRef, useState } from 'react'
import { AppError } from '../../../shared/ipc/app-error.ts'
import type { EventPayload } from '../../../shared/ipc/contract.ts'
import { request, subscribe, wordsOf } from '../../lib/api.ts'

export type CloneProgress = Pick<EventPayload<'task.progress'>, 'done' | 'total' | 'words'>

type CloneStep =
  | { readonly kind: 'asking'; readonly problem: string | null }
  | { readonly kind: 'cloning'; readonly progress: CloneProgress | null }
  | { readonly kind: 'stopping' }

interface CloneWish {
  readonly url: string
  readonly token: string
  readonly name: string
}

export interface Clone {
  readonly step: CloneStep
  /** Answers whether the site is there. */
  start(wish: CloneWish): Promise<boolean>
  stop(): void
}

function failed(error: unknown): CloneStep {
  const isStopped = error instanceof AppError && error.code === 'cancelled'
  return { kind: 'asking', problem: isStopped ? null : wordsOf(error) }
}

/** One clone at a time: how far it is, and how it ended. */
export function useClone(): Clone {
  const [step, setStep] = useState<CloneStep>({ kind: 'asking', problem: null })
  const task = useRef<string | null>(null)
  useEffect(
    () =>
      subscribe('task.progress', ({ task: id, ...progress }) => {
        if (id !== task.current) return
        setStep((now) => (now.kind === 'cloning' ? { kind: 'cloning', progress } : now))
      }),
    [],
  )
  const start = useCallback(async (wish: CloneWish) => {
    const id = crypto.randomUUID()
    task.current = id
    setStep({ kind: 'cloning', progress: null })
    try {
      await request('app.clone', { ...wish, task: id })
      return true
    } catch (error) {
      setStep(failed(error))
      return false
    } finally {
      task.current = null
    }
  }, [])
  const stop = useCallback(() => {
    const id = task.current
    if (id === null) return
    setStep({ kind: 'stopping' })
    // Whether it stopped in time is told by the clone itself.
    void request('app.cancelTask', { task: id }).catch(() => undefined)
  }, [])
  return { step, start, stop }
}
