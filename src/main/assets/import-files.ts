import { importedPath } from '../../shared/domain/assets/asset-name.ts'
import { typeOfPath, withTypeEnding } from '../../shared/domain/assets/asset-types.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { BatchResult, ImageRule } from '../../shared/ipc/media-calls.ts'
import {
  type BatchParts,
  type Converted,
  each,
  freePath,
  requireUnlocked,
  takenPaths,
  totalsOf,
  wordsOf,
} from './batch.ts'
import type { ImageEngine } from './image-engine.ts'
import { ImageProblem } from './image-problem.ts'
import type { Offers } from './offers.ts'

/** How chosen files come into a site. */
export interface ImportOrder {
  readonly tokens: readonly string[]
  readonly folder: RepoPath
  /** Null: images stay as they are, but for the place they were taken at. */
  readonly rule: ImageRule | null
  readonly names: string
}

/** Pictures that sites show and the decoder does not read. */
const untouchable = new Set(['image/bmp', 'image/x-icon'])

/** Whether a file from outside goes through the decoder on its way in. */
export function isWorkedOn(name: string): boolean {
  const said = typeOfPath(name)
  return (said === '' || said.startsWith('image/')) && !untouchable.has(said)
}

/** What one import holds in memory. */
const mostIncoming = 1024 * 1024 * 1024

interface Incoming {
  readonly name: string
  readonly content: Uint8Array
  readonly before: number
}

/** Reads one chosen file and, where it is an image, makes it fit the rule; damaged ones are told before they are in the site. */
async function bringIn(
  engine: ImageEngine,
  { name, read }: ReturnType<Offers['of']>,
  rule: ImageRule | null,
): Promise<Incoming> {
  const bytes = await read()
  const before = bytes.length
  if (!isWorkedOn(name)) return { name, content: bytes, before }
  const result = await engine.run(
    rule ? { kind: 'convert', bytes, rule } : { kind: 'clean', bytes },
  )
  return { name: withTypeEnding(name, result.type), content: result.bytes ?? bytes, before }
}

/** Brings chosen files into the site as one undoable step. */
export async function importFiles(
  parts: BatchParts,
  offers: Offers,
  { tokens, folder, rule, names }: ImportOrder,
): Promise<BatchResult> {
  const { media, engine, task } = parts
  requireUnlocked(media)
  const incoming: (Incoming | undefined)[] = []
  const failed: BatchResult['failed'] = []
  const chosen = tokens.map((token) => offers.of(token))
  let held = 0
  await each(chosen, parts, async (offered, index) => {
    try {
      if (held > mostIncoming)
        throw new ImageProblem('This is too much for one step. Import it again.')
      const file = await bringIn(engine, offered, rule)
      held += file.content.length
      incoming[index] = file
    } catch (error) {
      failed.push({ path: offered.name, words: wordsOf(error) })
    }
    return offered.name
  })
  const stop = task.stopped()
  const taken = await takenPaths(media)
  const date = new Date().toISOString().slice(0, 10)
  const naming = { folder, names, date, profile: media.site.info.profile }
  const files: (Converted & { readonly content: Uint8Array })[] = []
  for (const [index, file] of (stop === 'drop' ? [] : incoming).entries()) {
    if (!file) continue
    const to = await freePath(media, importedPath(file.name, index, naming), taken)
    files.push({ from: file.name, to, before: file.before, content: file.content })
  }
  const summary = files.length === 1 ? `Add ${files[0]?.to ?? ''}` : `Add ${files.length} files`
  const changes = files.map(({ to, content }) => ({ kind: 'write' as const, path: to, content }))
  const undo = files.length === 0 ? null : (await media.site.files.apply({ summary, changes })).undo
  return { ...totalsOf(files), kept: [], failed, pages: 0, undo, cancelled: stop !== null }
}
