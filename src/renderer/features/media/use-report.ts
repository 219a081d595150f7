import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { MediaReport } from '../../../shared/ipc/media-calls.ts'
import { request } from '../../lib/api.ts'
import { useMedia } from './media-store.ts'
import { isCheck } from './model/places.ts'

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
