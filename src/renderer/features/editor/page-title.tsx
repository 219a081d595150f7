import { useEffect, useLayoutEffect, useRef, useState } from 'react'

interface Props {
  readonly value: string
  readonly readOnly: boolean
  readonly onChange: (value: string) => void
  /** Enter and arrow down lead into the page. */
  readonly onLeave: () => void
}

const settleAfter = 400

/** The page's title above its body: the same value as in the details. */
export function PageTitle({ value, readOnly, onChange, onLeave }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => {
      latest.current(typed)
      setTyped(null)
    }, settleAfter)
    return () => clearTimeout(timer)
  }, [typed])
  const shown = typed ?? value
  useLayoutEffect(() => {
    const area = field.current
    if (!area || area.value !== shown) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
  }, [shown])
  const settle = () => {
    if (typed !== null && typed !== value) onChange(typed)
    setTyped(null)
  }
  return (
    <textarea
      ref={field}
      className="page-title"
      aria-label="Page title"
      rows={1}
      value={shown}
      readOnly={readOnly}
      onChange={(event) => setTyped(event.target.value.replace(/[\r\n]+/g, ' '))}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        settle()
        onLeave()
      }}
    />
  )
}
