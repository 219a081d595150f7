import { Checkbox } from '../../../ui/checkbox.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Quality } from './quality.tsx'
import { formats, longestProblem, type RuleDraft } from './rule.ts'

interface Props {
  readonly draft: RuleDraft
  readonly onChange: (part: Partial<RuleDraft>) => void
}

/** How images are made smaller. */
export function RuleFields({ draft, onChange }: Props) {
  return (
    <>
      <TextField
        label="Longest side, in pixels"
        value={draft.longest}
        placeholder="Any"
        onChange={(longest) => onChange({ longest })}
        problem={longestProblem(draft)}
      />
      <div className="ui-field">
        <div className="ui-field-head">
          <span>Format</span>
        </div>
        <Segmented
          label="Format"
          value={draft.format}
          options={formats}
          onChange={(format) => onChange({ format })}
        />
      </div>
      {draft.format !== 'png' && (
        <Quality quality={draft.quality} onChange={(quality) => onChange({ quality })} />
      )}
      <div className="media-checks">
        <Checkbox
          label="Remove camera data"
          checked={draft.strip}
          onChange={(strip) => onChange({ strip })}
        />
        <Checkbox
          label="Remove location data"
          checked={!draft.location}
          onChange={(removed) => onChange({ location: !removed })}
        />
      </div>
    </>
  )
}
