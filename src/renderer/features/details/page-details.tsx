import { useState } from 'react'
import {
  addFrontKey,
  removeFrontKey,
  setFrontValue,
} from '../../../shared/domain/document/front-matter/edit-front.ts'
import { readFront } from '../../../shared/domain/document/front-matter/read-front.ts'
import { setFrontList } from '../../../shared/domain/document/front-matter/set-front-list.ts'
import {
  addableFields,
  describeFields,
  type FieldDescription,
} from '../../../shared/domain/fields/describe-fields.ts'
import type { SiteProfile } from '../../../shared/domain/site/site-profile.ts'
import { Button } from '../../ui/button.tsx'
import { DetailField } from './detail-field.tsx'
import { InnerDetails } from './inner-details.tsx'
import './page-details.css'

interface Props {
  readonly path: string
  readonly profile: SiteProfile
  readonly front: string
  readonly readOnly: boolean
  readonly mediaUrl: (src: string) => string | null
  readonly onFront: (front: string) => void
}

interface AddKeyProps {
  readonly offered: readonly { readonly key: string; readonly label: string }[]
  readonly taken: readonly string[]
  readonly onAdd: (key: string) => void
}

const keyProblem = (key: string, taken: readonly string[]) => {
  if (taken.includes(key)) return 'This page has that detail already.'
  if (!/^[\w-]+$/.test(key)) return 'Use letters, digits, “-” and “_”.'
  return null
}

function AddKey({ offered, taken, onAdd }: AddKeyProps) {
  const [key, setKey] = useState('')
  const problem = key === '' ? null : keyProblem(key, taken)
  const add = () => {
    if (key === '' || problem) return
    onAdd(key)
    setKey('')
  }
  return (
    <div className="detail-add">
      <input
        aria-label="Add a detail"
        placeholder="Add a detail…"
        list="detail-keys"
        value={key}
        aria-invalid={problem !== null}
        onChange={(event) => setKey(event.target.value.trim())}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
      <datalist id="detail-keys">
        {offered.map((field) => (
          <option key={field.key} value={field.key}>
            {field.label}
          </option>
        ))}
      </datalist>
      <Button disabled={key === '' || problem !== null} onClick={add}>
        Add
      </Button>
      {problem && <p className="detail-problem">{problem}</p>}
    </div>
  )
}

/** A list's items; a single value or nothing where a list is meant becomes one line of its own kind. */
function withItems(front: string, field: FieldDescription, items: readonly string[]): string {
  if (Array.isArray(field.value))
    return setFrontList(front, [field.key], { now: field.value, items })
  return setFrontValue(front, [field.key], items.join(', ') || null)
}

/** A page's front matter as a form; only the value that is changed changes in the file. */
export function PageDetails({ path, profile, front, readOnly, mediaUrl, onFront }: Props) {
  const view = readFront(front)
  if (view.problem) return <p className="detail-note">{view.problem} Edit it in Source.</p>
  const input = { profile, path, entries: view.entries }
  const fields = describeFields(input)
  return (
    <form
      aria-label="Page details"
      className="details"
      onSubmit={(event) => event.preventDefault()}
    >
      {fields.map((field) =>
        field.inner ? (
          <InnerDetails
            key={field.key}
            page={{ front, readOnly, mediaUrl, onFront }}
            name={field.key}
            label={field.label}
            value={field.inner}
          />
        ) : (
          <DetailField
            key={field.key}
            field={field}
            readOnly={readOnly}
            mediaUrl={mediaUrl}
            onValue={(value) => onFront(setFrontValue(front, [field.key], value))}
            onItems={(items) => onFront(withItems(front, field, items))}
            onRemove={() => onFront(removeFrontKey(front, field.key))}
          />
        ),
      )}
      {!readOnly && (
        <AddKey
          offered={addableFields(input)}
          taken={view.entries.map((entry) => entry.key)}
          onAdd={(key) => onFront(addFrontKey(front, key, ''))}
        />
      )}
    </form>
  )
}
