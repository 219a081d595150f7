import type { ReactNode } from 'react'
import './status.css'

interface Props {
  /** One sentence. */
  readonly happened: string
  readonly kept?: string
  /** What can be done: the likeliest repair first. */
  readonly actions?: ReactNode
}

/** An error in its place: what happened, what was kept, what can be done. */
export function ErrorState({ happened, kept, actions }: Props) {
  return (
    <div className="ui-error" role="alert">
      <h2>What happened</h2>
      <p>{happened}</p>
      {kept && (
        <>
          <h3>What was kept</h3>
          <p>{kept}</p>
        </>
      )}
      {actions && (
        <>
          <h3>What you can do</h3>
          <div className="ui-error-actions">{actions}</div>
        </>
      )}
    </div>
  )
}
