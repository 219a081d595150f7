import { useEffect, useLayoutEffect } from 'react'
import { useSection } from '../../lib/section-store.ts'
import { useCall } from '../../lib/use-call.ts'
import { useMedia } from './media-store.ts'

/** Noted once for all pictures: thousands pass by while one scrolls. */
function useNotedSite(): void {
  const siteId = useCall('app.state').data?.site?.id ?? null
  useLayoutEffect(() => {
    useMedia.setState({ siteId })
  }, [siteId])
}

/** Someone elsewhere in the window chose a file. */
function useWantedFile(): void {
  const wanted = useSection((window) => window.wantedFile)
  useEffect(() => {
    if (wanted === null) return
    useMedia.getState().showFile(wanted)
    useSection.getState().taken()
  }, [wanted])
}

/** Which site the section shows, and the file somebody elsewhere asked for. */
export function useFollowWindow(): void {
  useNotedSite()
  useWantedFile()
}
