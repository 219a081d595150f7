import { existsSync } from 'node:fs'
import { lstat, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { auditLocalRemote, localFolderOf } from '../local-remote.ts'
import { outOfReach, type RemoteFailure } from './remote-failure.ts'

/** Whether an address names a folder of this computer. */
export const isOnThisComputer = (url: string): boolean => localFolderOf(url) !== null

const refused = (reason: string): RemoteFailure => ({
  kind: 'refused',
  words: `This site is published to a folder of this computer which Galley does not use. ${reason} Everything is kept. Ask the site’s developer to look at its settings.`,
})

const looked = [
  '',
  'config',
  'config.worktree',
  'HEAD',
  'hooks',
  'objects',
  'objects/info',
  'commondir',
  'gitdir',
]

async function fingerprint(folder: string): Promise<string> {
  const parts = looked.map(async (name) => {
    const stats = await lstat(join(folder, name)).catch(() => null)
    // Folders change with every publish, but for what is in them hooks alone count.
    const time = stats?.isFile() || name === 'hooks' ? `${stats?.mtimeMs}:${stats?.size}` : ''
    return stats ? `${stats.ino}:${stats.uid}:${time}` : '-'
  })
  return (await Promise.all(parts)).join()
}

type Answer = { readonly folder: string } | RemoteFailure

/** Each publish asks three times; a folder in which nothing changed need not be looked through again. */
const remembered = new Map<string, { readonly print: string; readonly answer: Answer }>()

/**
 * Whether a folder of this computer may be published to: a bare repository of this user whose settings and hooks start
 * nothing, for git runs the receiving side here. `url` is an absolute path or a `file://` address; answers its real path.
 */
export async function auditPublishFolder(url: string): Promise<Answer> {
  const named = localFolderOf(url)
  const folder = named === null ? null : await realpath(named).catch(() => null)
  if (folder === null || !existsSync(join(folder, 'HEAD')) || !existsSync(join(folder, 'objects')))
    return outOfReach
  const print = await fingerprint(folder)
  const known = remembered.get(folder)
  if (known?.print === print && !existsSync(join(folder, 'objects/info/alternates')))
    return known.answer
  const audit = await auditLocalRemote(folder)
  if (!audit.ok && audit.missing) return outOfReach
  const answer = audit.ok ? { folder: audit.path } : refused(audit.reason)
  remembered.set(folder, { print, answer })
  return answer
}
