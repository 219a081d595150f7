import { useEffect } from 'react'
import { create } from 'zustand'
import type { MeasuredFile, MediaFile } from '../../../shared/ipc/media-calls.ts'
import { request } from '../../lib/api.ts'
import { versionOf } from './thumb-url.ts'

type Known = Readonly<Record<string, MeasuredFile>>

const useKnownMeasures = create<{ readonly known: Known }>()(() => ({ known: {} }))
const asked = new Set<string>()

/** Scrolling asks for nothing; what stays on the screen this long is looked at. */
const restMs = 120

async function measure(files: readonly MediaFile[]): Promise<void> {
  const missing = files.filter((file) => file.width === null && !asked.has(versionOf(file)))
  if (missing.length === 0) return
  for (const file of missing) asked.add(versionOf(file))
  const byPath = new Map(missing.map((file) => [file.path, file]))
  try {
    const answers = await request('media.measure', { paths: [...byPath.keys()].slice(0, 1000) })
    const fresh = answers.flatMap((answer): [string, MeasuredFile][] => {
      const file = byPath.get(answer.path)
      return file ? [[versionOf(file), answer]] : []
    })
    useKnownMeasures.setState(({ known }) => ({
      known: { ...known, ...Object.fromEntries(fresh) },
    }))
  } catch {
    // Sizes are a comfort: without them the files are shown all the same, and asked for again later.
    for (const file of missing) asked.delete(versionOf(file))
  }
}

/** Finds out about the files in view what only their content tells. */
export function useMeasuring(files: readonly MediaFile[]): void {
  useEffect(() => {
    const timer = setTimeout(() => void measure(files), restMs)
    return () => clearTimeout(timer)
  }, [files])
}

export interface Measures {
  readonly width: number | null
  readonly height: number | null
  /** Why there is no picture of it. */
  readonly problem: string | null
}

/** The pixels of a file as far as they are known. */
export function useFileMeasures(file: MediaFile): Measures {
  const measured = useKnownMeasures(({ known }) => known[versionOf(file)])
  return {
    width: file.width ?? measured?.width ?? null,
    height: file.height ?? measured?.height ?? null,
    problem: measured?.problem ?? null,
  }
}
