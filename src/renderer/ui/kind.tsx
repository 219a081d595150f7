import type { ReactNode } from 'react'
import './status.css'

export type KindTone = 'changed' | 'new' | 'moved' | 'deleted' | 'problem' | 'offline' | 'plain'

/** What happened to a thing, in one word on a soft ground. */
export function Kind({
  tone,
  children,
}: {
  readonly tone: KindTone
  readonly children: ReactNode
}) {
  return <span className={`ui-kind ui-kind-${tone}`}>{children}</span>
}
