import { TextField } from '../../../ui/text-field.tsx'
import { FolderField } from './folder-field.tsx'
import { RuleFields } from './rule-fields.tsx'
import type { useImport } from './use-import.ts'

/** Where files go, what they are called, and what is done to images. */
export function ImportFields({ fields }: { readonly fields: ReturnType<typeof useImport> }) {
  return (
    <>
      <FolderField value={fields.text} onChange={fields.setText} />
      <TextField
        label="Names"
        value={fields.names}
        onChange={fields.setNames}
        problem={fields.namesProblem}
        hint="{name} is the old name, {seq} a number, {date} today. Names are made safe for addresses."
      />
      {fields.hasImages && <RuleFields draft={fields.draft} onChange={fields.change} />}
    </>
  )
}
