import { typeOfPath } from '../../shared/domain/assets/asset-types.ts'
import { nameOf, type RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { ImageEdit } from '../../shared/ipc/image-edit.ts'
import type { ImageRule } from '../../shared/ipc/media-calls.ts'
import { freePath, requireUnlocked, takenPaths } from './batch.ts'
import type { ImageEngine } from './image-engine.ts'
import type { ImageResult } from './image-jobs.ts'
import { inWords } from './image-problem.ts'
import { isWorkedOn } from './import-files.ts'
import { rulesOf } from './kept-formats.ts'
import type { Offers } from './offers.ts'
import type { SiteMedia } from './site-media.ts'

const side = ({ type, width, height }: ImageResult, bytes: number) => ({
  bytes,
  width,
  height,
  type,
})

async function outcomeOf(engine: ImageEngine, bytes: Uint8Array, rule: ImageRule) {
  const before = await inWords(engine.run({ kind: 'measure', bytes }))
  const after = await inWords(engine.run({ kind: 'convert', bytes, rule }))
  return {
    before: side(before, bytes.length),
    after: after.bytes ? side(after, after.bytes.length) : side(before, bytes.length),
    kept: after.bytes === null,
  }
}

/** What a rule would make of a picture. */
export async function previewOptimise(
  media: SiteMedia,
  engine: ImageEngine,
  { path, rule }: { path: RepoPath; rule: ImageRule },
) {
  const { bytes } = await media.site.files.read(path)
  return outcomeOf(engine, bytes, (await rulesOf(media, rule))(path))
}

const smallWidth = 160

/** What a rule would make of a picture that is not in the site yet, and what it looks like. */
export async function previewImport(
  offers: Offers,
  engine: ImageEngine,
  { token, rule }: { token: string; rule: ImageRule },
) {
  const { name, read } = offers.of(token)
  const bytes = await read()
  if (!isWorkedOn(name)) {
    const same = { bytes: bytes.length, width: null, height: null, type: typeOfPath(name) }
    return { before: same, after: same, kept: true, base64: '' }
  }
  const outcome = await outcomeOf(engine, bytes, rule)
  const small = await inWords(engine.run({ kind: 'thumbnail', bytes, width: smallWidth }))
  return { ...outcome, base64: Buffer.from(small.bytes ?? []).toString('base64') }
}

/** The picture that a rule makes; the one there is where it would stay. */
export async function tryOptimise(
  media: SiteMedia,
  engine: ImageEngine,
  { path, rule }: { path: RepoPath; rule: ImageRule },
) {
  const { bytes } = await media.site.files.read(path)
  const own = (await rulesOf(media, rule))(path)
  const made = await inWords(engine.run({ kind: 'convert', bytes, rule: own }))
  const after = made.bytes ?? bytes
  return {
    base64: Buffer.from(after).toString('base64'),
    type: made.type,
    before: bytes.length,
    after: after.length,
  }
}

interface EditOrder {
  readonly path: RepoPath
  readonly edit: ImageEdit
}

async function edited({ site }: SiteMedia, engine: ImageEngine, { path, edit }: EditOrder) {
  const { bytes, sha } = await site.files.read(path)
  const result = await inWords(engine.run({ kind: 'edit', bytes, edit }))
  if (result.bytes === null)
    throw new AppError('refused', 'Nothing came of this. Nothing was changed.')
  return { before: bytes, sha, result, content: result.bytes }
}

/** What a picture edited by hand would come to. */
export async function previewEdit(media: SiteMedia, engine: ImageEngine, order: EditOrder) {
  const { before, result, content } = await edited(media, engine, order)
  const measured = await inWords(engine.run({ kind: 'measure', bytes: before }))
  return { before: side(measured, before.length), after: side(result, content.length) }
}

/** Edits a picture in its place, or as a new file beside it. One undoable step. */
export async function editImage(
  media: SiteMedia,
  engine: ImageEngine,
  { asNew, ...order }: EditOrder & { readonly asNew: boolean },
) {
  requireUnlocked(media)
  const { files } = media.site
  const { sha, content } = await edited(media, engine, order)
  const now = await files.read(order.path)
  if (now.sha !== sha)
    throw new AppError(
      'conflict',
      'The picture was changed meanwhile. Nothing was changed. Try again.',
    )
  const path = asNew ? await freePath(media, order.path, await takenPaths(media)) : order.path
  const summary = asNew ? `Add ${nameOf(path)}` : `Edit ${nameOf(path)}`
  const { undo } = await files.apply({ summary, changes: [{ kind: 'write', path, content }] })
  return { undo, path, bytes: content.length }
}
