import { useState } from 'react'
import type { Identity } from '../../../shared/ipc/publish-calls.ts'
import { TextField } from '../../ui/text-field.tsx'

interface Props {
  readonly identity: Identity | null
  readonly onIdentity: (identity: Identity | null) => void
}

/** What keeps an address from being one; the site's host is the judge of the rest. */
export function emailProblem(email: string): string | null {
  if (email === '' || /^[^\s@<>]+@[^\s@<>]+$/.test(email)) return null
  return 'An e-mail address has a name, an @ and a host, such as ada@example.org.'
}

/** The name and address that others see on what is published. Kept when a field is left, once both are there. */
export function IdentityForm({ identity, onIdentity }: Props) {
  const [name, setName] = useState(identity?.name ?? '')
  const [email, setEmail] = useState(identity?.email ?? '')
  const [left, setLeft] = useState(false)
  const problem = emailProblem(email.trim())
  const keep = () => {
    setLeft(true)
    const next = { name: name.trim(), email: email.trim() }
    if (next.name === identity?.name && next.email === identity.email) return
    if (next.name !== '' && next.email !== '' && !problem) onIdentity(next)
    else if (next.name === '' && next.email === '' && identity) onIdentity(null)
  }
  return (
    <div className="settings-fields">
      <TextField
        label="Your name"
        value={name}
        onChange={setName}
        onBlur={keep}
        autoComplete="name"
        problem={left && name.trim() === '' && email.trim() !== '' ? 'Your name is missing.' : null}
      />
      <TextField
        label="Your e-mail address"
        type="email"
        value={email}
        onChange={setEmail}
        onBlur={keep}
        autoComplete="email"
        problem={left ? problem : null}
        hint="Both are shown with what you publish, to everyone who can see the site’s history. Left empty, what is set up on this computer counts."
      />
    </div>
  )
}
