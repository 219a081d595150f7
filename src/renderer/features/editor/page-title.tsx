import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTyped } from '../../lib/use-typed.ts'

interface Props {
  readonly value: string
  readonly readOnly: boolean
  readonly onChange: (value: string) => void
  /** Enter and arrow down lead into the page. */
  readonly onLeave: () => void
}

/** As many lines as the words take. */
function grow(area: HTMLTextAreaElement) {
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}

/** The page's title above its body: the same value as in the details. */
export function PageTitle({ value, readOnly, onChange, onLeave }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { text: shown, type, settle } = useTyped(value, onChange)
  useLayoutEffect(() => {
    const area = field.current
    if (area && area.value === shown) grow(area)
  }, [shown])
  useEffect(() => {
    const area = field.current
    if (!area) return
    let width = area.clientWidth
    const narrower = new ResizeObserver(() => {
      if (area.clientWidth === width) return
      width = area.clientWidth
      grow(area)
    })
    narrower.observe(area)
    return () => narrower.disconnect()
  }, [])
  return (
    <textarea
      ref={field}
      className="page-title"
      dir="auto"
      aria-label="Page title"
      rows={1}
      value={shown}
      readOnly={readOnly}
      onChange={(event) => type(event.target.value.replace(/[\r\n]+/g, ' '))}
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
