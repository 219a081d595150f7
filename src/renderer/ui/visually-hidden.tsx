import type { ReactNode } from 'react'

/** Words for screen readers only. */
export function Hidden({ children, id }: { readonly children: ReactNode; readonly id?: string }) {
  return (
    <span className="ui-hidden" id={id}>
      {children}
    </span>
  )
}
