import { join } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import { type BaseTree, openBaseTree } from './base-tree.ts'
import type { Disk } from './disk.ts'
import { openFolderList } from './file-list.ts'
import { plainStore, type Version } from './plain-store.ts'
import { type PlatformRules, unstorable } from './platform-rules.ts'
import { shadowStore } from './shadow-store.ts'
import type { FileBytes, ListedFile } from './site-session.ts'

export interface StoresOptions {
  readonly rules: PlatformRules
  /** False where only `config`, `rev-parse`, `ls-tree` and `cat-file` may run. */
  readonly useGit: boolean
  readonly disk?: Disk | undefined
}

/**
 * The two places a site's bytes lie in, as one: its folder, and the repository itself for paths this system cannot
 * keep in a folder. `root` is a real path.
 */
export function contentStores(root: string, { rules, useGit, disk }: StoresOptions) {
  const base: BaseTree = openBaseTree(root)
  const listFolder = openFolderList(root, useGit)
  const plain = plainStore(root, { rules, disk })
  const shadow = shadowStore(join(root, '.git/galley/shadow'), base)
  let asked: ReadonlyMap<RepoPath, string> | null = null
  let outOfFolder: ReadonlySet<RepoPath> = new Set()

  /** Committed paths that cannot lie in the folder. */
  async function committedOutside(): Promise<ReadonlySet<RepoPath>> {
    const files = await base.files()
    if (files !== asked) {
      outOfFolder = unstorable([...files.keys()], rules)
      asked = files
    }
    return outOfFolder
  }

  /** Linux keeps every name git can hand it but over-long ones: no need to ask git on each read. */
  async function isOutside(path: RepoPath): Promise<boolean> {
    if (!rules.canStore(path)) return true
    return rules.name !== 'linux' && (await committedOutside()).has(path)
  }

  const storeOf = async (path: RepoPath) => ((await isOutside(path)) ? shadow : plain)

  async function listOutside(): Promise<readonly ListedFile[]> {
    const [outside, committed, edited] = await Promise.all([
      committedOutside(),
      base.files(),
      shadow.edited(),
    ])
    const ids = [...outside].flatMap((path) => committed.get(path) ?? [])
    const sizes = await base.sizes(ids)
    const paths = [...new Set([...outside, ...edited.keys()])]
    return paths.flatMap((path) => {
      const content = edited.get(path)
      if (content === null) return []
      const bytes = content?.bytes.length ?? sizes.get(committed.get(path) ?? '')
      return bytes === undefined ? [] : [{ path, bytes, changedMs: 0 }]
    })
  }

  async function move(from: RepoPath, to: RepoPath): Promise<void> {
    const [source, target] = await Promise.all([storeOf(from), storeOf(to)])
    if (source === plain && target === plain) return plain.move(from, to)
    const content = await source.read(from)
    if (!content)
      throw new AppError('not-found', `“${from}” is no longer there. Nothing was changed.`)
    if (await target.read(to))
      throw new AppError(
        'conflict',
        `“${to}” already exists. Nothing was changed. Choose another name.`,
      )
    await target.put(to, content.bytes, null)
    await source.remove(from)
  }

  return {
    base,
    isOutside,
    async list(): Promise<readonly ListedFile[]> {
      const [inFolder, outside] = await Promise.all([listFolder(), listOutside()])
      if (outside.length === 0) return inFolder
      const taken = new Set(outside.map(({ path }) => path))
      const shown = inFolder.filter(({ path }) => !taken.has(path) && rules.canStore(path))
      return [...shown, ...outside].toSorted((one, two) => (one.path < two.path ? -1 : 1))
    },
    /** Paths edited outside the folder with their content; null: deleted. */
    editedOutside: () => shadow.edited(),
    read: async (path: RepoPath): Promise<FileBytes | null> => (await storeOf(path)).read(path),
    async has(path: RepoPath): Promise<boolean> {
      return (await isOutside(path)) ? (await shadow.read(path)) !== null : plain.has(path)
    },
    async readStart(path: RepoPath, limit: number): Promise<Uint8Array | null> {
      if (!(await isOutside(path))) return plain.readStart(path, limit)
      return (await shadow.read(path))?.bytes.subarray(0, limit) ?? null
    },
    put: async (path: RepoPath, bytes: Uint8Array, over: Version | null): Promise<void> =>
      (await storeOf(path)).put(path, bytes, over),
    /** Whether two different paths are one file on this system (they differ in case only). */
    isSameFile: (one: RepoPath, two: RepoPath) => rules.key(one) === rules.key(two),
    remove: async (path: RepoPath): Promise<void> => (await storeOf(path)).remove(path),
    move,
  }
}

export type ContentStores = ReturnType<typeof contentStores>
