import { lstat, readdir, realpath } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isHarmless } from './audit.ts'
import { spawnGit } from './git/spawn-git.ts'

/** What may be done with a bare repository on this computer; `path` is its real place, to be used in what follows. */
export type LocalRemoteAudit =
  | { readonly ok: true; readonly path: string }
  /** `reason` is a sentence for the user; `missing` where nothing is there now, as when a disk is not connected. */
  | { readonly ok: false; readonly reason: string; readonly missing?: true }

/** Settings of a bare repository that start no program, beyond those that are harmless anywhere. */
const harmlessInBare = [
  /^receive\.(denynonfastforwards|denydeletes|denydeletecurrent|denycurrentbranch|fsckobjects|autogc|unpacklimit|advertiseatomic)$/,
  /^transfer\.(fsckobjects|unpacklimit|hiderefs)$/,
  /^uploadpack\.(allowfilter|allowanysha1inwant|allowreachablesha1inwant|allowtipsha1inwant|hiderefs)$/,
  /^http\.receivepack$/,
  /^remote\.[^\n]+\.(url|fetch|mirror|tagopt)$/,
]

/** The folder that an address means, if it is a plain folder of this computer: an absolute path or `file://`. */
export function localFolderOf(address: string): string | null {
  // A network share is another computer, and Windows signs in to it by itself.
  if (address.includes('\0') || /^[\\/]{2}/.test(address)) return null
  if (!/^file:/i.test(address)) return isAbsolute(address) ? address : null
  try {
    const path = fileURLToPath(address)
    return /^[\\/]{2}/.test(path) || path.includes('\0') ? null : path
  } catch {
    return null
  }
}

const refuse = (reason: string) => ({ ok: false, reason }) as const

/** Whether everything git starts from is a plain file or folder that belongs to the user. */
async function foreignPart(path: string): Promise<string | null> {
  const user = process.getuid?.()
  for (const name of ['', 'HEAD', 'config', 'objects', 'refs', 'hooks', 'packed-refs']) {
    const info = await lstat(join(path, name)).catch(() => null)
    if (info === null) {
      if (name === 'hooks' || name === 'packed-refs') continue
      return 'it is not a complete one'
    }
    if (info.isSymbolicLink()) return 'parts of it lie in another place'
    if (user !== undefined && info.uid !== user) return 'it belongs to another user of the computer'
  }
  return null
}

async function leadsElsewhere(path: string): Promise<boolean> {
  const names = [
    'commondir',
    'gitdir',
    'config.worktree',
    'objects/info/alternates',
    'objects/info/http-alternates',
  ]
  const found = await Promise.all(names.map((name) => lstat(join(path, name)).catch(() => null)))
  return found.some((info) => info !== null)
}

async function hasPrograms(path: string): Promise<boolean> {
  const names = await readdir(join(path, 'hooks')).catch(() => [] as string[])
  return names.some((name) => !name.endsWith('.sample'))
}

/** Reads the configuration as a file: git does not look at the repository around it, and follows no include. */
async function settingsOf(path: string): Promise<ReadonlyMap<string, string> | null> {
  const args = ['config', '--file', join(path, 'config'), '--no-includes', '--list', '-z']
  const done = await spawnGit(path, args, { deadline: 20_000 })
  if (done.code !== 0) return null
  const lines = done.stdout.toString().split('\0').filter(Boolean)
  return new Map(
    lines.map((line) => {
      const end = line.indexOf('\n')
      return end < 0 ? [line, 'true'] : [line.slice(0, end), line.slice(end + 1)]
    }),
  )
}

/**
 * Looks at a bare repository on this computer before git may use it as a remote: the programs git starts there read
 * that repository's own configuration and hooks, which no setting of ours overrides. It must be plain, the user's own
 * and name no program. `address` is an absolute path or a `file://` address. Ask again before each use.
 */
export async function auditLocalRemote(address: string): Promise<LocalRemoteAudit> {
  const folder = localFolderOf(address)
  if (folder === null) return refuse('This address is not a folder on this computer.')
  const path = await realpath(folder).catch(() => null)
  if (path === null)
    return {
      ...refuse('There is no such folder. Was it moved, or is its disk not connected?'),
      missing: true,
    }
  const foreign = await foreignPart(path)
  if (foreign !== null)
    return refuse(`This folder is not a site’s bare repository that Galley can use: ${foreign}.`)
  if (await leadsElsewhere(path))
    return refuse('This repository keeps a part of its history in another place.')
  if (await hasPrograms(path))
    return refuse('This repository has programs that would run on your computer (hooks).')
  const settings = await settingsOf(path)
  if (settings?.get('core.bare') !== 'true')
    return refuse('This folder is not a bare repository, so it cannot be published to.')
  const other = [...settings].find(
    ([key, value]) => !isHarmless(key, value) && !harmlessInBare.some((form) => form.test(key)),
  )?.[0]
  return other === undefined
    ? { ok: true, path }
    : refuse(`This repository has a setting that could start a program (${other.slice(0, 80)}).`)
}
