import { Progress as Base } from '@base-ui/react/progress'
import { LoaderCircle } from 'lucide-react'
import './status.css'

/** How far something is, 0 to 1; null where nobody knows. */
export function Progress({
  label,
  value,
}: {
  readonly label: string
  readonly value: number | null
}) {
  return (
    <Base.Root
      aria-label={label}
      className="ui-progress"
      value={value === null ? null : Math.round(value * 100)}
    >
      <Base.Track className="ui-progress-track">
        <Base.Indicator className="ui-progress-bar" />
      </Base.Track>
    </Base.Root>
  )
}

/** The turning arc; a word with dots stands in where motion is not wanted. */
export function Spinner({ size = 14 }: { readonly size?: number }) {
  return <LoaderCircle className="ui-spinner" size={size} strokeWidth={2} aria-hidden />
}
