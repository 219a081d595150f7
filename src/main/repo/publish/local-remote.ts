import { existsSync } from 'node:fs'
import { lstat, realpath } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { activeHooks, isHarmless } from '../audit.ts'
import { spawnGit } from '../git/spawn-git.ts'
import { outOfReach, type RemoteFailure } from './remote-failure.ts'

/** Settings of a bare repository beyond those of any that run nothing. */
const harmlessInBare =
  /^(receive\.(deny.*|fsckobjects|unpacklimit|autogc|advertiseatomic)|transfer\.(fsckobjects|unpacklimit)|uploadpack\.(allow.*|hiderefs)|http\.receivepack)$/

function folderOf(url: string): string | null {
  if (/^file:\/\//i.test(url)) {
    try {
      return fileURLToPath(url)
    } catch {
      return null
    }
  }
  return isAbsolute(url) ? url : null
}

/** Whether an address names a folder of this computer. */
export function isOnThisComputer(url: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? isAbsolute(url) : /^file:\/\//i.test(url)
}

async function belongsToUs(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => null)
  if (!stats || stats.isSymbolicLink()) return false
  return process.getuid === undefined || stats.uid === process.getuid()
}

async function settingsOf(folder: string): Promise<readonly (readonly [string, string])[] | null> {
  const done = await spawnGit(
    folder,
    ['config', '--file', join(folder, 'config'), '--list', '-z'],
    {
      deadline: 20_000,
    },
  )
  if (done.code !== 0) return null
  return done.stdout
    .toString()
    .split('\0')
    .filter(Boolean)
    .map((entry) => {
      const [key = '', ...value] = entry.split('\n')
      return [key, value.join('\n')] as const
    })
}

const refusedFolder: RemoteFailure = {
  kind: 'refused',
  words:
    'This site is published to a folder of this computer which could start programs or belongs to somebody else, so Galley does not use it. Everything is kept. Ask the site’s developer to look at its settings.',
}

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

interface Remembered {
  readonly print: string
  readonly answer: { readonly folder: string } | RemoteFailure
}

/** Each publish asks three times; a folder in which nothing changed need not be looked through again. */
const remembered = new Map<string, Remembered>()

/**
 * Whether a folder of this computer may be published to: a bare repository of this user whose settings and hooks start
 * nothing, for git runs the receiving side here. Answers its real path.
 */
export async function auditLocalRemote(
  url: string,
): Promise<{ readonly folder: string } | RemoteFailure> {
  const named = folderOf(url)
  if (named === null) return refusedFolder
  const folder = await realpath(named).catch(() => null)
  if (folder === null || !existsSync(join(folder, 'HEAD')) || !existsSync(join(folder, 'objects')))
    return outOfReach
  const print = await fingerprint(folder)
  const known = remembered.get(folder)
  if (known?.print === print && !existsSync(join(folder, 'objects/info/alternates')))
    return known.answer
  const answer = await auditFolder(folder)
  remembered.set(folder, { print, answer })
  return answer
}

async function auditFolder(folder: string): Promise<Remembered['answer']> {
  const owned = await Promise.all(
    ['', 'config', 'HEAD', 'objects'].map((part) => belongsToUs(join(folder, part))),
  )
  const redirected = ['commondir', 'objects/info/alternates', 'config.worktree', 'gitdir'].some(
    (part) => existsSync(join(folder, part)),
  )
  if (redirected || owned.includes(false)) return refusedFolder
  const [settings, hooks] = await Promise.all([settingsOf(folder), activeHooks(folder)])
  if (!settings || hooks.length > 0) return refusedFolder
  const bare = settings.some(
    ([key, value]) => key.toLowerCase() === 'core.bare' && value === 'true',
  )
  const harmless = settings.every(
    ([key, value]) => isHarmless(key, value) || harmlessInBare.test(key.toLowerCase()),
  )
  return bare && harmless ? { folder } : refusedFolder
}
