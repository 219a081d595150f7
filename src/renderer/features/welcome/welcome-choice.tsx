import { ChevronRight, type LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { cx } from '../../ui/class-names.ts'
import { Spinner } from '../../ui/progress.tsx'

interface Props {
  /** The button's whole name. */
  readonly label: string
  /** One line about it; read after the name, not as part of it. */
  readonly text: string
  readonly icon: LucideIcon
  readonly isFirst?: boolean
  readonly isBusy: boolean
  readonly isDisabled: boolean
  onChoose(): void
}

/** One of the ways to begin. */
export function WelcomeChoice(props: Props) {
  const { label, text, icon: Icon, isFirst = false, isBusy, isDisabled, onChoose } = props
  const id = useId()
  return (
    <button
      type="button"
      className={cx('welcome-choice', isFirst && 'welcome-choice-first')}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-text`}
      aria-busy={isBusy || undefined}
      disabled={isDisabled}
      onClick={onChoose}
    >
      <span className="welcome-choice-icon">
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <span className="welcome-choice-words">
        <span className="welcome-choice-label" id={`${id}-label`}>
          {label}
        </span>
        <span className="welcome-choice-text" id={`${id}-text`}>
          {isBusy ? 'Opening…' : text}
        </span>
      </span>
      {isBusy ? <Spinner /> : <ChevronRight size={14} strokeWidth={2} aria-hidden="true" />}
    </button>
  )
}
