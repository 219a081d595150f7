import type { Control, FieldKind } from './field-kind.ts'
import { booleanField } from './kinds/boolean-field.ts'
import { choiceField } from './kinds/choice-field.ts'
import { dateField } from './kinds/date-field.ts'
import { documentField, imageField } from './kinds/file-field.ts'
import { listField, tagsField } from './kinds/list-field.ts'
import { numberField } from './kinds/number-field.ts'
import { permalinkField } from './kinds/permalink-field.ts'
import { sourceField } from './kinds/source-field.ts'
import { textField } from './kinds/text-field.ts'
import { titleField } from './kinds/title-field.ts'
import { urlField } from './kinds/url-field.ts'

const byControl: Readonly<Record<Control, FieldKind>> = {
  text: textField,
  multiline: textField,
  permalink: permalinkField,
  date: dateField,
  image: imageField,
  document: documentField,
  url: urlField,
  boolean: booleanField,
  number: numberField,
  choice: choiceField,
  list: listField,
  tags: tagsField,
  source: sourceField,
}

/** What a described field does: by its control, apart from an Isomer page's title, which is a file name too. */
export function fieldKindOf(field: {
  readonly control: Control
  readonly isFileName?: boolean | undefined
}): FieldKind {
  return field.isFileName ? titleField : byControl[field.control]
}
