import type { ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  readonly tone: 'plain' | 'problem'
}

/** A line above the page: what happened, and what can be done about it. */
export function NoticeBar({ children, tone }: Props) {
  return (
    <div role="status" className={`page-notice page-notice-${tone}`}>
      {children}
    </div>
  )
}
