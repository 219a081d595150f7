import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import type { Git } from '../git/git.ts'
import { type IdLength, objectId } from './git-objects.ts'
import { type Snapshot, type TreeEntry, toByteText } from './snapshot.ts'

/** What paths shall hold in a new commit; null: nothing. */
export type TreeEdits = ReadonlyMap<RepoPath, TreeEntry | null>

type Children = Map<string, TreeEntry>

interface Level {
  readonly files: Map<string, { readonly entry: TreeEntry | null; readonly path: RepoPath }>
  readonly folders: Map<string, Level>
}

const folderMode = '040000'
const isFolder = (entry: TreeEntry | undefined) => entry?.mode === folderMode

function nested(edits: TreeEdits): Level {
  const top: Level = { files: new Map(), folders: new Map() }
  for (const [path, entry] of edits) {
    const parts = toByteText(path).split('/')
    const name = parts.pop() ?? ''
    let level = top
    for (const part of parts) {
      const next = level.folders.get(part) ?? { files: new Map(), folders: new Map() }
      level.folders.set(part, next)
      level = next
    }
    level.files.set(name, { entry, path })
  }
  return top
}

/** Git sorts a folder as if its name ended with a slash. */
function sorted(children: Children): readonly (readonly [string, TreeEntry])[] {
  const key = ([name, entry]: readonly [string, TreeEntry]) => (isFolder(entry) ? `${name}/` : name)
  return [...children].toSorted((one, two) => (key(one) < key(two) ? -1 : 1))
}

function treeBytes(children: Children): Buffer {
  return Buffer.concat(
    sorted(children).flatMap(([name, { mode, id }]) => [
      Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`, 'latin1'),
      Buffer.from(id, 'hex'),
    ]),
  )
}

function typeOf(mode: string): string {
  if (mode === folderMode) return 'tree'
  return mode === '160000' ? 'commit' : 'blob'
}

/** One tree as `mktree --batch -z` reads it. */
function treeText(children: Children): string {
  const lines = sorted(children).map(
    ([name, { mode, id }]) => `${mode} ${typeOf(mode)} ${id}\t${name}\0`,
  )
  return `${lines.join('')}\0`
}

/** A tree on paper: what `mktree` shall be given, and which paths stand in each other's way. */
export interface PlannedTree {
  /** The id of the top tree. */
  readonly id: string
  /** Input of `mktree --batch -z`: folders before those that hold them. */
  readonly input: string
  readonly ids: readonly string[]
  /** Files that cannot be put in: a folder stands there, or a file where their folder should be. */
  readonly inTheWay: readonly RepoPath[]
}

function pathsBelow(level: Level): RepoPath[] {
  const own = [...level.files.values()].flatMap(({ entry, path }) => (entry ? [path] : []))
  return [...own, ...[...level.folders.values()].flatMap(pathsBelow)]
}

/** Builds trees from the lowest folder up. */
class TreePlanner {
  readonly texts: string[] = []
  readonly ids: string[] = []
  readonly inTheWay: RepoPath[] = []
  readonly #snapshot: Snapshot
  readonly #idLength: IdLength

  constructor(snapshot: Snapshot, idLength: IdLength) {
    this.#snapshot = snapshot
    this.#idLength = idLength
  }

  /** The id of a folder's tree; null where nothing is left in it. */
  build(folder: string, level: Level): string | null {
    const children: Children = new Map(this.#snapshot.folders.get(folder) ?? [])
    for (const [name, { entry }] of level.files)
      if (entry === null && !isFolder(children.get(name))) children.delete(name)
    for (const [name, below] of level.folders)
      this.#enter({ folder: folder === '' ? name : `${folder}/${name}`, name, below }, children)
    for (const [name, { entry, path }] of level.files) {
      if (entry === null) continue
      if (isFolder(children.get(name))) this.inTheWay.push(path)
      else children.set(name, entry)
    }
    if (children.size === 0 && folder !== '') return null
    const id = objectId('tree', treeBytes(children), this.#idLength)
    this.texts.push(treeText(children))
    this.ids.push(id)
    return id
  }

  #enter(at: { folder: string; name: string; below: Level }, children: Children): void {
    const { folder, name, below } = at
    const there = children.get(name)
    if (there && !isFolder(there)) {
      this.inTheWay.push(...pathsBelow(below))
      return
    }
    const id = this.build(folder, below)
    if (id === null) children.delete(name)
    else children.set(name, { mode: folderMode, id })
  }
}

/** Works out the trees of a snapshot with some paths changed; only folders on the way to them are made anew. */
export function planTree(snapshot: Snapshot, edits: TreeEdits, idLength: IdLength): PlannedTree {
  const planner = new TreePlanner(snapshot, idLength)
  const id = planner.build('', nested(edits)) ?? ''
  const { texts, ids, inTheWay } = planner
  return { id, input: texts.join(''), ids, inTheWay }
}

/** Puts planned trees into the object database; git's answer must be the ids worked out. */
export async function writeTree(git: Git, plan: PlannedTree): Promise<string> {
  const output = await git.bytes(['mktree', '--batch', '-z'], {
    input: Buffer.from(plan.input, 'latin1'),
  })
  const made = output.toString().split('\n').filter(Boolean)
  if (made.join() !== plan.ids.join()) throw new Error('mktree made other trees than planned')
  return plan.id
}
