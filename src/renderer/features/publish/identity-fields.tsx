import type { Identity } from '../../../shared/ipc/publish-calls.ts'
import { TextField } from '../../ui/text-field.tsx'

/** What is wrong with a name or address, in a sentence; null where nothing is. */
export function identityProblems(identity: Identity): {
  name: string | null
  email: string | null
} {
  const name = identity.name.trim()
  const email = identity.email.trim()
  return {
    name: name === '' ? 'Write the name your colleagues know you by.' : null,
    email: /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(email)
      ? null
      : 'Write an e-mail address such as name@example.org.',
  }
}

interface Props {
  readonly value: Identity
  /** Problems show once a publish was tried. */
  readonly checked: boolean
  readonly onChange: (identity: Identity) => void
}

/** Who publishes; asked once. */
export function IdentityFields({ value, checked, onChange }: Props) {
  const problems = identityProblems(value)
  return (
    <fieldset className="publish-identity">
      <legend>Who publishes? Asked once; it is kept with every publish.</legend>
      <TextField
        label="Your name"
        autoComplete="name"
        value={value.name}
        problem={checked ? problems.name : null}
        onChange={(name) => onChange({ ...value, name: name.slice(0, 200) })}
      />
      <TextField
        label="Your e-mail"
        type="email"
        autoComplete="email"
        value={value.email}
        problem={checked ? problems.email : null}
        onChange={(email) => onChange({ ...value, email: email.slice(0, 320) })}
      />
    </fieldset>
  )
}
