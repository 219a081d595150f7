import { Checkbox } from '../../../ui/checkbox.tsx'
import { TextField } from '../../../ui/text-field.tsx'

interface Props {
  readonly alt: string
  readonly decorative: boolean
  readonly onAlt: (alt: string) => void
  readonly onDecorative: (decorative: boolean) => void
}

/** What a picture shows, for people who do not see it; or that it only decorates. */
export function AltFields({ alt, decorative, onAlt, onDecorative }: Props) {
  return (
    <div className="alt-fields">
      <TextField
        label="Alt text"
        value={decorative ? '' : alt}
        disabled={decorative}
        onChange={onAlt}
        hint="Say what the picture shows, in a sentence. Screen readers read it out."
      />
      <Checkbox
        label="Decorative: screen readers pass over it"
        checked={decorative}
        onChange={onDecorative}
      />
    </div>
  )
}
