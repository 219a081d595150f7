import { useId } from 'react'

interface Props {
  /** 40 to 100. */
  readonly quality: number
  readonly onChange: (quality: number) => void
}

/** How much detail a picture keeps. */
export function Quality({ quality, onChange }: Props) {
  const id = useId()
  return (
    <div className="ui-field">
      <div className="ui-field-head">
        <label htmlFor={id}>Quality</label>
        <span className="ui-field-count">{quality}</span>
      </div>
      <input
        id={id}
        type="range"
        className="media-slider"
        min={40}
        max={100}
        value={quality}
        style={{ ['--at' as string]: `${((quality - 40) / 60) * 100}%` }}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  )
}
