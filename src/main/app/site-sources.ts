import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/ipc/app-error.ts'

/** How far a long task is; `total` is null where nobody knows. */
export type Progress = (done: number, total: number | null, words: string) => void

export interface CloneRequest {
  readonly url: string
  readonly folder: string
  readonly signal: AbortSignal
  readonly progress: Progress
}

/** Where sites come from. Each answers with the absolute path of a site's top folder. */
export interface SiteSources {
  /** The sample site in the profile folder; `fresh` makes it anew. */
  sample(fresh: boolean): Promise<string>
  clone(request: CloneRequest): Promise<string>
  /** Makes a folder of files a repository. */
  startRepository(folder: string): Promise<string>
}

/** Windows' and macOS' rules and ours: a plain name for one folder. */
const plainName = /^(?![.\s])[^<>:"|?*/\\\p{Cc}]{1,120}(?<![.\s])$/u

/** The folder a clone goes to: a new one in `parent`. Throws in the user's words. */
export async function newFolderIn(parent: string, name: string): Promise<string> {
  if (!plainName.test(name))
    throw new AppError('invalid-input', `“${name}” cannot be the name of a folder. Choose another.`)
  await mkdir(parent, { recursive: true })
  const folder = join(parent, name)
  const there = await stat(folder).catch(() => null)
  if (there)
    throw new AppError(
      'conflict',
      `There is a folder “${name}” already. Nothing was changed. Choose another name or place.`,
    )
  return folder
}

const notYet = (): never => {
  throw new AppError('internal', 'This part of Galley is not ready yet.')
}

/** The real sources; their code is loaded when one is used. */
export function createSources(_profileDir: string): SiteSources {
  return {
    sample: async () => notYet(),
    clone: async () => notYet(),
    startRepository: async () => notYet(),
  }
}
