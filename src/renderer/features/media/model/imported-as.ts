import {
  type ImportNames,
  importedPath,
  uniquePath,
} from '../../../../shared/domain/assets/asset-name.ts'
import { withTypeEnding } from '../../../../shared/domain/assets/asset-types.ts'
import type { ImageRule, MediaOffer } from '../../../../shared/ipc/media-calls.ts'

export type OfferedFile = MediaOffer['offered'][number]

export interface Naming extends Omit<ImportNames, 'date'> {
  readonly format: ImageRule['format']
  /** The keys of paths that are in the site already. */
  readonly taken: ReadonlySet<string>
}

/** What no rule changes the kind of; animations may be among GIFs, which only WebP can hold as well. */
function typeAfter({ kind, type }: OfferedFile, format: Naming['format']): string {
  if (kind !== 'image' || type === 'image/svg+xml') return type
  if (type === 'image/heic') return format === 'keep' ? 'image/jpeg' : `image/${format}`
  return format === 'keep' || type === 'image/gif' ? type : `image/${format}`
}

/** Where chosen files will be; `becomes` is what a picture that was tried turned into. */
export function importedAs(
  files: readonly (OfferedFile & { readonly becomes?: string })[],
  { format, taken, ...naming }: Naming,
  date = new Date().toISOString().slice(0, 10),
): readonly string[] {
  const names = new Set(taken)
  return files.map((file, i) => {
    const named = withTypeEnding(file.name, file.becomes ?? typeAfter(file, format))
    return uniquePath(importedPath(named, i, { ...naming, date }), names)
  })
}
