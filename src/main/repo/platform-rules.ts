import type { RepoPath } from '../../shared/domain/repo-path.ts'

/** What one operating system can keep in a folder, as a value: every system's rules run on every system. */
export interface PlatformRules {
  readonly name: 'windows' | 'macos' | 'linux'
  /** Whether a plain file of this path can lie in a folder there. */
  canStore(path: RepoPath): boolean
  /** Two paths with the same key are one and the same file there. */
  key(path: RepoPath): string
}

/** Names Windows keeps for devices, with any ending and in any case (Microsoft, “Naming Files, Paths, and Namespaces”). */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)( *\.| *$)/i
const windowsForbidden = new Set('<>:"|?*\\')
const encoder = new TextEncoder()

const parts = (path: RepoPath) => path.split('/')
const fits = (part: string) => encoder.encode(part).length <= 255

function windowsStores(part: string): boolean {
  return (
    part.length <= 255 &&
    ![...part].some((character) => character < ' ' || windowsForbidden.has(character)) &&
    !/[. ]$/.test(part) &&
    !device.test(part)
  )
}

/** Lower case after upper case joins what a plain `toLowerCase` keeps apart (ſ and s, K and the Kelvin sign). */
const foldCase = (text: string) => text.toUpperCase().toLowerCase()

const windows: PlatformRules = {
  name: 'windows',
  canStore: (path) => parts(path).every(windowsStores),
  key: (path) => foldCase(path.normalize('NFC')),
}

const macos: PlatformRules = {
  name: 'macos',
  canStore: (path) => parts(path).every(fits),
  key: (path) => foldCase(path.normalize('NFC')),
}

const linux: PlatformRules = {
  name: 'linux',
  canStore: (path) => parts(path).every(fits),
  key: (path) => path,
}

export const platformRules = { windows, macos, linux } as const

/** The rules of a running system (`process.platform`). */
export function rulesOf(platform: NodeJS.Platform): PlatformRules {
  if (platform === 'win32') return windows
  return platform === 'darwin' ? macos : linux
}

/**
 * Of a site's committed paths, those that cannot be plain files on this system: its names forbid it, or an earlier
 * path (in the order given) already is that file, or is a file where this one needs a folder.
 */
export function unstorable(
  paths: readonly RepoPath[],
  rules: PlatformRules,
): ReadonlySet<RepoPath> {
  const files = new Set<string>()
  const folders = new Set<string>()
  const out = new Set<RepoPath>()
  for (const path of paths) {
    if (!rules.canStore(path)) {
      out.add(path)
      continue
    }
    const key = rules.key(path)
    const above = foldersAbove(key)
    if (files.has(key) || folders.has(key) || above.some((folder) => files.has(folder))) {
      out.add(path)
      continue
    }
    files.add(key)
    for (const folder of above) folders.add(folder)
  }
  return out
}

function foldersAbove(path: string): readonly string[] {
  const folders: string[] = []
  for (let cut = path.indexOf('/'); cut >= 0; cut = path.indexOf('/', cut + 1))
    folders.push(path.slice(0, cut))
  return folders
}

/** Characters HFS+ drops when it compares names; git refuses `.git` written with them. */
const hfsIgnored = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g

/** Whether a part of the path is the repository's own folder on some system: never to be read or written as content. */
export function touchesRepository(path: RepoPath): boolean {
  return path.split(/[/\\]/).some((part) => {
    const plain = part.replace(hfsIgnored, '').toLowerCase().replace(/:.*$/s, '')
    return /^(\.git|git~\d+)[. ]*$/.test(plain)
  })
}
