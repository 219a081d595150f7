import { useEffect } from 'react'

/** Says on `<html data-ready>` that what was opened is drawn: tests and measurements wait for it. */
export function useReady(ready: boolean): void {
  useEffect(() => {
    if (!ready) return
    const frame = requestAnimationFrame(() => {
      document.documentElement.dataset.ready = ''
    })
    return () => {
      cancelAnimationFrame(frame)
      delete document.documentElement.dataset.ready
    }
  }, [ready])
}
