import { useEffect, useRef, useState } from 'react'
import { registerTyping } from './savers.ts'

/** Typing settles into one step of the page's history. */
const settleAfter = 400

/**
 * What is being typed into a field, until it settles: after a rest, when the field is left, when it goes away, and
 * before everything is saved.
 */
export function useTyped(shown: string, commit: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  const latest = useRef({ typed, shown, commit })
  latest.current = { typed, shown, commit }
  const settle = useRef(() => {
    const now = latest.current
    if (now.typed === null) return
    latest.current = { ...now, typed: null }
    if (now.typed !== now.shown) now.commit(now.typed)
    setTyped(null)
  }).current
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(settle, settleAfter)
    return () => clearTimeout(timer)
  }, [typed, settle])
  useEffect(() => {
    const leave = registerTyping(settle)
    return () => {
      leave()
      settle()
    }
  }, [settle])
  return { text: typed ?? shown, type: setTyped, settle }
}
