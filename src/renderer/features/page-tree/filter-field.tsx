import { ListFilter, X } from 'lucide-react'
import type { RefObject } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'

interface Props {
  readonly value: string
  readonly input: RefObject<HTMLInputElement | null>
  onChange(text: string): void
  /** Enter: the first page that was found. */
  onEnter(): void
  /** Down: into the list. */
  onDown(): void
}

/** Narrows the list while one types. */
export function FilterField({ value, input, onChange, onEnter, onDown }: Props) {
  return (
    <div className="page-filter">
      <ListFilter size={14} strokeWidth={2} aria-hidden="true" />
      <input
        ref={input}
        aria-label="Filter pages"
        placeholder="Filter pages"
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && value !== '') onChange('')
          else if (event.key === 'Enter') onEnter()
          else if (event.key === 'ArrowDown') onDown()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {value !== '' && (
        <IconButton
          label="Clear the filter"
          icon={X}
          size="sm"
          onClick={() => {
            onChange('')
            input.current?.focus()
          }}
        />
      )}
    </div>
  )
}
