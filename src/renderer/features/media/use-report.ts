import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { MediaAlike, MediaReport } from '../../../shared/ipc/media-calls.ts'
import { request, subscribe } from '../../lib/api.ts'
import { useMedia } from './media-store.ts'
import { type Findings, isCheck } from './model/places.ts'

/** Longer than the pictures in sight take, unless something is the matter with them. */
const longestMs = 2500

/** What is worth a look. All files are read for it, so the pictures in sight come first; where it is asked for, it does. */
export function useReport() {
  const isSeen = useMedia(({ pictured, place }) => pictured || isCheck(place))
  return useQuery<MediaReport, Error>({
    queryKey: ['media.report', null],
    queryFn: () => request('media.report'),
    enabled: isSeen,
  })
}

/** Which pictures look alike. All are looked at for it, so only where somebody asks. */
function useAlike() {
  const isAsked = useMedia(({ place }) => place === 'alike')
  return useQuery<MediaAlike, Error>({
    queryKey: ['media.alike', null],
    queryFn: () => request('media.alike'),
    enabled: isAsked,
  })
}

/** Everything that is worth a look, as far as it is known. */
export function useFindings(): {
  readonly findings: Findings | null
  readonly error: Error | null
  retry(): void
} {
  const report = useReport()
  const alike = useAlike()
  const findings = useMemo(
    () => (report.data ? { ...report.data, alike: alike.data?.groups ?? null } : null),
    [report.data, alike.data],
  )
  const failed = alike.error ? alike : report
  return { findings, error: failed.error, retry: () => void failed.refetch() }
}

/** How far the looking at pictures has come. */
export function useAlikeProgress(): { readonly done: number; readonly total: number } | null {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  useEffect(
    () =>
      subscribe('task.progress', ({ task, done, total }) => {
        if (task === 'media.alike' && total !== null) setProgress({ done, total })
      }),
    [],
  )
  return progress
}

const isThere = (picture: HTMLImageElement) => picture.complete

/** Notes when the first pictures in sight are there; answers what the element around them has to hear. */
export function usePictured(count: number) {
  const around = useRef<HTMLDivElement | null>(null)
  const note = () => {
    const { pictured } = useMedia.getState()
    const pictures = [...(around.current?.querySelectorAll('img') ?? [])]
    if (!pictured && pictures.every(isThere)) useMedia.setState({ pictured: true })
  }
  useEffect(() => {
    const timer = setTimeout(() => useMedia.setState({ pictured: true }), longestMs)
    return () => clearTimeout(timer)
  }, [])
  // Without a picture among them nothing will be heard.
  useEffect(() => {
    if (count === 0) useMedia.setState({ pictured: true })
  }, [count])
  return { ref: around, onLoadCapture: note, onErrorCapture: note }
}
