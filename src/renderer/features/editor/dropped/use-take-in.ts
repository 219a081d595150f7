import { useEffect, useRef, useState } from 'react'
import type { BatchResult, MediaOffer } from '../../../../shared/ipc/media-calls.ts'
import { request, subscribe } from '../../../lib/api.ts'
import { usualRule } from '../images/make-smaller.ts'

type Offered = MediaOffer['offered'][number]

export interface TakenIn {
  /** Where offered files lie now, by their tokens; those that could not be used are not among them. */
  readonly places: ReadonlyMap<string, string>
  readonly failed: BatchResult['failed']
}

interface Wanted {
  readonly files: readonly Offered[]
  readonly folder: string
  readonly smaller: boolean
}

/** Results name files; of two with one name the first is the one that was asked for first. */
function placesOf(files: readonly Offered[], result: BatchResult): ReadonlyMap<string, string> {
  const left = [...result.done]
  return new Map(
    files.flatMap(({ token, name }) => {
      const at = left.findIndex(({ from }) => from === name)
      const [found] = at < 0 ? [] : left.splice(at, 1)
      return found ? [[token, found.path] as const] : []
    }),
  )
}

/** Takes files into the site; `done` of `total` while it is under way, else null. */
export function useTakeIn() {
  const task = useRef('')
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  useEffect(
    () =>
      subscribe('task.progress', ({ task: which, done, total }) => {
        if (which === task.current) setProgress((now) => now && { done, total: total ?? now.total })
      }),
    [],
  )
  async function batch({ files, folder, smaller }: Wanted): Promise<TakenIn> {
    if (files.length === 0) return { places: new Map(), failed: [] }
    const result = await request('media.import', {
      tokens: files.map(({ token }) => token),
      folder,
      rule: smaller ? usualRule : null,
      names: '{name}',
      task: task.current,
    })
    return { places: placesOf(files, result), failed: result.failed }
  }
  async function takeIn({ files, folder, smaller }: Wanted): Promise<TakenIn> {
    task.current = crypto.randomUUID()
    setProgress({ done: 0, total: files.length })
    try {
      const of = (kind: Offered['kind']) => files.filter((file) => file.kind === kind)
      const images = await batch({ files: of('image'), folder, smaller })
      const others = await batch({ files: of('document'), folder: 'files', smaller: false })
      return {
        places: new Map([...images.places, ...others.places]),
        failed: [...images.failed, ...others.failed],
      }
    } finally {
      setProgress(null)
    }
  }
  return { progress, takeIn }
}
