import { pathKey } from '../../shared/domain/assets/asset-name.ts'
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
import { applyChange } from './change-files.ts'
import { applyInParts } from './joined-undo.ts'
import { rulesOf } from './kept-formats.ts'
import type { SiteMedia } from './site-media.ts'

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
  const ruleOf = await rulesOf(media, rule)
  await each([...new Set(wanted)], parts, async (path) => {
    try {
      const { bytes, sha } = await media.site.files.read(path)
      const own = ruleOf(path)
      const result = await engine.run({ kind: 'convert', bytes, rule: own })
      if (result.bytes === null) outcome.kept.push(path)
      else {
        const keepsName = own.format === 'keep' && typeOfPath(path) !== 'image/heic'
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
