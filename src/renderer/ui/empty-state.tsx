import type { ReactNode } from 'react'
import './status.css'

interface Props {
  readonly title: string
  readonly text: string
  readonly drawing?: ReactNode
  readonly action?: ReactNode
}

/** What will be here, and how to fill it. */
export function EmptyState({ title, text, drawing, action }: Props) {
  return (
    <div className="ui-empty">
      {drawing && <div className="ui-empty-drawing">{drawing}</div>}
      <h2>{title}</h2>
      <p>{text}</p>
      {action && <div className="ui-empty-action">{action}</div>}
    </div>
  )
}
