import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/ipc/app-error.ts'

/**
 * Folders the user has chosen in a system dialog. The page only holds a token: it can use what was chosen, and never
 * names a folder by itself.
 */
export interface Grants {
  give(folder: string): string
  /** Throws where nothing was chosen. */
  folderOf(token: string): string
}

export function createGrants(): Grants {
  const folders = new Map<string, string>()
  return {
    give(folder) {
      const token = randomBytes(16).toString('hex')
      folders.set(token, folder)
      return token
    },
    folderOf(token) {
      const folder = folders.get(token)
      if (folder === undefined)
        throw new AppError('not-found', 'That folder is no longer chosen. Choose it again.')
      return folder
    },
  }
}
