import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import './field.css'

interface Props<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly id: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

/** Two to four views of the same thing, of which one is on. */
export function Segmented<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <RadioGroup
      aria-label={label}
      className="ui-segmented"
      value={value}
      onValueChange={(next) => onChange(next as T)}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.id}
          value={option.id}
          className="ui-segment"
          nativeButton
          render={<button type="button" />}
        >
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
