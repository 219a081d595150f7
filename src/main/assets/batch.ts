import { importedPath, pathKey, uniquePath } from '../../shared/domain/assets/asset-name.ts'
import { typeOfPath, withTypeEnding } from '../../shared/domain/assets/asset-types.ts'
import type { FileChange } from '../../shared/domain/assets/plan-files.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { BatchResult, ImageRule } from '../../shared/ipc/media-calls.ts'
import { applyChange } from './change-files.ts'
import type { ImageEngine } from './image-engine.ts'
import { ImageProblem } from './image-problem.ts'
import { applyInParts } from './joined-undo.ts'
import type { Offers } from './offers.ts'
import type { SiteMedia } from './site-media.ts'
import type { Task } from './tasks.ts'

/** What a batch works with. */
export interface BatchParts {
  readonly media: SiteMedia
  readonly engine: ImageEngine
  readonly task: Task
  progress(done: number, total: number, words: string): void
}

/** Files at work at once: some are read or lie ready while others are in the decoders. */
const lanes = 4

const wordsOf = (error: unknown): string => {
  if (error instanceof ImageProblem || error instanceof AppError) return error.message
  return 'Something unexpected went wrong with this file. It was left as it is.'
}

/** Runs `work` over all items, a few at once, until the user stops it. */
async function each<T>(
  items: readonly T[],
  { task, progress }: BatchParts,
  work: (item: T, index: number) => Promise<string>,
): Promise<void> {
  let next = 0
  let done = 0
  const lane = async () => {
    for (;;) {
      await task.ready()
      const index = next++
      const item = items[index]
      if (item === undefined || task.stopped() !== null) return
      const words = await work(item, index)
      done += 1
      progress(done, items.length, words)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

interface Converted extends FileChange {
  readonly before: number
}

/** Told before hours of work, not after them. */
export function requireUnlocked({ site }: SiteMedia): void {
  if (site.info.restriction) throw new AppError('restricted', site.info.restriction.reason)
}

/** The paths that are taken, as file systems compare them. */
export async function takenPaths(media: SiteMedia): Promise<Set<string>> {
  const { listed } = await media.index()
  return new Set(listed.map(({ path }) => pathKey(path)))
}

async function isFree(media: SiteMedia, path: RepoPath): Promise<boolean> {
  try {
    await media.site.files.readStart(path, 1)
    return false
  } catch (error) {
    // A folder that leads out of the site, say: no other name helps.
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    return true
  }
}

/** The path, or one like it, that is free in the list and, for what came since, on the disk. */
export async function freePath(
  media: SiteMedia,
  wanted: RepoPath,
  taken: Set<string>,
): Promise<RepoPath> {
  for (;;) {
    const path = uniquePath(wanted, taken)
    if (await isFree(media, path)) return path
  }
}

interface Outcome {
  readonly kept: RepoPath[]
  readonly failed: BatchResult['failed']
  readonly converted: Converted[]
}

/** Parts the files that are still what the new contents were made from from those that are not. */
async function areStill(
  { site }: SiteMedia,
  files: readonly Converted[],
): Promise<{ readonly same: readonly Converted[]; readonly changed: readonly RepoPath[] }> {
  const same: Converted[] = []
  const changed: RepoPath[] = []
  for (const file of files) {
    const now = await site.files.read(file.from).catch(() => null)
    if (now?.sha === file.was) same.push(file)
    else changed.push(file.from)
  }
  return { same, changed }
}

async function finish(
  { media, task }: BatchParts,
  summary: string,
  { kept, failed, converted }: Outcome,
): Promise<BatchResult> {
  const stop = task.stopped()
  let files: readonly Converted[] = stop === 'drop' ? [] : converted
  let pages = 0
  const apply = () => {
    pages = 0
    return applyInParts(media.site.files, files, async (part) => {
      const applied = await applyChange(media, summary, part)
      pages += applied.pages
      return applied.undo
    })
  }
  // The plan itself refuses files that changed meanwhile; only then is each of them looked at.
  const undo = await apply().catch(async (error: unknown) => {
    const { same, changed } = await areStill(media, files)
    if (changed.length === 0) throw error
    files = same
    const words = 'It was changed meanwhile, and left as it is now.'
    failed.push(...changed.map((path) => ({ path, words })))
    return apply()
  })
  return { ...totalsOf(files), kept, failed, pages, undo, cancelled: stop !== null }
}

function totalsOf(files: readonly Converted[]) {
  const done = files.map(({ from, to, before, content }) => ({
    from,
    path: to,
    before,
    after: content?.length ?? 0,
  }))
  return {
    done,
    bytesBefore: done.reduce((sum, { before }) => sum + before, 0),
    bytesAfter: done.reduce((sum, { after }) => sum + after, 0),
  }
}

/** Optimises images of the site; references follow where endings change. One undoable step. */
export async function optimise(
  parts: BatchParts,
  wanted: readonly RepoPath[],
  rule: ImageRule,
): Promise<BatchResult> {
  const { media, engine } = parts
  requireUnlocked(media)
  const outcome: Outcome = { kept: [], failed: [], converted: [] }
  const taken = await takenPaths(media)
  await each([...new Set(wanted)], parts, async (path) => {
    try {
      const { bytes, sha } = await media.site.files.read(path)
      const result = await engine.run({ kind: 'convert', bytes, rule })
      if (result.bytes === null) outcome.kept.push(path)
      else {
        const keepsName = rule.format === 'keep' && typeOfPath(path) !== 'image/heic'
        const renamed = keepsName ? path : withTypeEnding(path, result.type)
        const to = pathKey(renamed) === pathKey(path) ? path : await freePath(media, renamed, taken)
        const before = bytes.length
        outcome.converted.push({ from: path, to, content: result.bytes, before, was: sha })
      }
    } catch (error) {
      outcome.failed.push({ path, words: wordsOf(error) })
    }
    return path
  })
  // Files at work at once finish in any order; the step has one.
  outcome.converted.sort((one, two) => (one.from < two.from ? -1 : 1))
  return finish(parts, `Optimise ${outcome.converted.length} images`, outcome)
}

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
