import { folderOf } from '../../../../shared/domain/repo-path.ts'
import type { BatchResult } from '../../../../shared/ipc/media-calls.ts'
import { bytesInWords } from '../../../lib/bytes-in-words.ts'
import { counted } from '../model/file-words.ts'

interface Words {
  readonly title: string
  readonly text?: string
}

const sentences = (parts: readonly string[]) =>
  parts.length === 0 ? {} : { text: parts.join(' ') }

const followed = ({ pages }: BatchResult) =>
  pages === 0
    ? []
    : [`${counted(pages, 'page')} ${pages === 1 ? 'follows' : 'follow'} the new names.`]

const stopped = ({ cancelled }: BatchResult) =>
  cancelled ? ['It was stopped; what was finished stays.'] : []

/** What came of making images smaller. */
export function optimisedWords(result: BatchResult): Words {
  const { done, kept, bytesBefore, bytesAfter } = result
  const stayed =
    kept.length === 0
      ? []
      : [
          `${counted(kept.length, 'image')} stayed as ${kept.length === 1 ? 'it was' : 'they were'}: no smaller that way.`,
        ]
  if (done.length === 0)
    return { title: 'No image was changed', ...sentences([...stayed, ...stopped(result)]) }
  const saved = Math.max(bytesBefore - bytesAfter, 0)
  return {
    title: `${counted(done.length, 'image')} optimised, ${bytesInWords(saved)} saved`,
    ...sentences([...followed(result), ...stayed, ...stopped(result)]),
  }
}

/** What came of putting files into the site. */
export function importedWords(result: BatchResult): Words {
  const { done, bytesBefore, bytesAfter } = result
  if (done.length === 0) return { title: 'Nothing was imported', ...sentences(stopped(result)) }
  const smaller =
    bytesAfter < bytesBefore
      ? [`${bytesInWords(bytesBefore)} became ${bytesInWords(bytesAfter)}.`]
      : []
  const folders = [...new Set(done.map(({ path }) => folderOf(path)))]
  return {
    title: `${counted(done.length, 'file')} imported into ${folders.join(' and ')}`,
    ...sentences([...smaller, ...stopped(result)]),
  }
}
