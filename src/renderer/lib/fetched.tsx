import { type ComponentType, useEffect, useState } from 'react'

/** A part of the window whose code is fetched when it is first shown. */
export interface Fetchable<P extends object> {
  readonly fetch: () => Promise<ComponentType<P>>
  there: ComponentType<P> | null
}

export const fetchable = <P extends object>(
  fetch: () => Promise<ComponentType<P>>,
): Fetchable<P> => ({ fetch, there: null })

interface Props<P extends object> {
  readonly part: Fetchable<P>
  /** What the part is told. */
  readonly with: P
}

/**
 * Shows a part once its code is there; its place is empty until then, and a failure is thrown for the error boundary
 * around it. React's own `lazy` would hold such a part back: what was waited for is shown at the earliest 300 ms after
 * the empty place was drawn.
 */
export function Fetched<P extends object>({ part, with: props }: Props<P>) {
  const [Part, setPart] = useState(() => part.there)
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  useEffect(() => {
    let gone = false
    if (part.there === null)
      part.fetch().then(
        (component) => {
          part.there = component
          if (!gone) setPart(() => component)
        },
        (error: unknown) => {
          if (!gone) setFailure({ error })
        },
      )
    return () => {
      gone = true
    }
  }, [part])
  if (failure) throw failure.error
  return Part ? <Part {...props} /> : null
}
