import { FlipHorizontal2, RotateCcw, RotateCw } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { inFigures } from '../../model/file-words.ts'
import { Quality } from '../quality.tsx'
import {
  flipped,
  freshEdit,
  isChanged,
  type PictureEdit,
  ratios,
  turned,
  widthProblem,
  withRatioOf,
} from './picture-edit.ts'

interface Props {
  readonly edit: PictureEdit
  /** Whether the picture's kind loses detail by its quality. */
  readonly hasQuality: boolean
  readonly onChange: (edit: PictureEdit) => void
}

/** `1,200 × 800` */
export function sizeInWords(edit: PictureEdit): string {
  const { crop, width } = edit
  const asked = Number(width.trim().replace(/[\s,.]|px$/g, ''))
  const wide = width.trim() === '' || widthProblem(edit) !== null ? crop.width : asked
  const high = Math.max(1, Math.round((crop.height * wide) / crop.width))
  return `${inFigures(wide)} × ${inFigures(high)}`
}

/** How the picture is turned, cut and shrunk. */
export function EditFields({ edit, hasQuality, onChange }: Props) {
  return (
    <>
      <fieldset className="crop-turns" aria-label="Turn">
        <Button size="sm" icon={RotateCcw} onClick={() => onChange(turned(edit, 'left'))}>
          Left
        </Button>
        <Button size="sm" icon={RotateCw} onClick={() => onChange(turned(edit, 'right'))}>
          Right
        </Button>
        <Button size="sm" icon={FlipHorizontal2} onClick={() => onChange(flipped(edit))}>
          Flip
        </Button>
      </fieldset>
      <div className="ui-field">
        <div className="ui-field-head">
          <span>Ratio</span>
        </div>
        <div className="crop-ratios">
          <Segmented
            label="Ratio"
            value={edit.ratio}
            options={ratios}
            onChange={(ratio) => onChange(withRatioOf(edit, ratio))}
          />
        </div>
      </div>
      <TextField
        label="Width, in pixels"
        value={edit.width}
        placeholder={inFigures(edit.crop.width)}
        onChange={(width) => onChange({ ...edit, width })}
        problem={widthProblem(edit)}
        hint="The height follows."
      />
      {hasQuality && (
        <Quality quality={edit.quality} onChange={(quality) => onChange({ ...edit, quality })} />
      )}
      {isChanged(edit) && (
        <Button size="sm" variant="quiet" onClick={() => onChange(freshEdit(edit.opened))}>
          Begin again
        </Button>
      )}
    </>
  )
}
