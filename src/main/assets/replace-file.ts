import { pathKey } from '../../shared/domain/assets/asset-name.ts'
import { typeOfPath, withTypeEnding } from '../../shared/domain/assets/asset-types.ts'
import { extensionOf, nameOf, type RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import { applyChange } from './change-files.ts'
import type { ImageEngine } from './image-engine.ts'
import { inWords } from './image-problem.ts'
import type { Offers } from './offers.ts'
import type { SiteMedia } from './site-media.ts'

/** The path a file has with other contents: the same but for the ending, where the kind is another. */
function pathFor(path: RepoPath, name: string, type: string | null): RepoPath {
  if (type !== null) return withTypeEnding(path, type)
  if (typeOfPath(path) === typeOfPath(name)) return path
  return path.replace(/(?:\.[^./]*)?$/, `.${extensionOf(name)}`)
}

/** Puts another picture or document in the place of a file; references follow where the ending changes. */
export async function replaceFile(
  media: SiteMedia,
  { name, read }: ReturnType<Offers['of']>,
  { path, engine }: { readonly path: RepoPath; readonly engine: ImageEngine },
) {
  const bytes = await read()
  const isImage = /\.(?:jpe?g|jfif|png|gif|webp|avif|svg|tiff?|hei[cf])$/i.test(name)
  const image = isImage ? await inWords(engine.run({ kind: 'clean', bytes })) : null
  const to = pathFor(path, name, image?.type ?? null)
  const { listed } = await media.index()
  const other = listed.find((file) => file.path !== path && pathKey(file.path) === pathKey(to))
  if (other) throw new AppError('conflict', `“${other.path}” already exists. Nothing was changed.`)
  const content = image?.bytes ?? bytes
  const applied = await applyChange(media, `Replace ${nameOf(path)}`, [{ from: path, to, content }])
  return { ...applied, files: 1, path: to }
}
