import { folderOf, nameOf, type RepoPath } from '../../shared/domain/repo-path.ts'
import { classifyPath } from '../../shared/domain/site/classify-path.ts'
import { readPageHead } from '../../shared/domain/site/page-head.ts'
import { pageTitle } from '../../shared/domain/site/page-title.ts'
import type { SiteProfile } from '../../shared/domain/site/site-profile.ts'
import { readableName } from '../../shared/domain/site/slug.ts'
import type { PublishItem } from '../../shared/ipc/publish-calls.ts'
import { decodeStrictly } from '../repo/decode-text.ts'
import { blobSizes, readBlobs } from '../repo/publish/git-objects.ts'
import type { LocalChange } from '../repo/publish/judge-file.ts'
import type { PublishRepo } from '../repo/publish/publish-repo.ts'
import { findMoves } from './move-pairs.ts'

type What = PublishItem['what']

/** Longer texts are told by their size alone. */
const longestText = 1024 * 1024

/** What a file is to its editors. */
export function whatOf(path: RepoPath, profile: SiteProfile): What {
  if (/^_data\/(navigation|footer|nav|menus?)\.ya?ml$/.test(path)) return 'navigation'
  if (nameOf(path) === 'collection.yml') return 'navigation'
  if (/^_config[^/]*\.ya?ml$/.test(path)) return 'settings'
  if (path.startsWith('_data/')) return 'data'
  const kind = classifyPath(path, profile)
  if (kind === 'page' || kind === 'page-if-front') return 'page'
  return kind === 'image' || kind === 'document' ? kind : 'other'
}

const settled = new Map(
  Object.entries({
    'collection.yml': 'Order of the pages',
    '_config.yml': 'Settings of the site',
  }),
)

/** A file's name as the user knows it: a page's title, else its file name. */
export function titleOf(path: RepoPath, text: string | null, what: What): string {
  if (what === 'page') return pageTitle(path, text === null ? null : readPageHead(text))
  const own = settled.get(nameOf(path))
  return own === undefined ? nameOf(path) : `${own}${inFolder(path)}`
}

const inFolder = (path: RepoPath) => (folderOf(path) === '' ? '' : ` in ${placeOf(path)}`)

/** A folder as people say it: `_visit/getting-here/a.md` → “Visit › Getting here”. */
function placeOf(path: RepoPath): string {
  const parts = folderOf(path).split('/').filter(Boolean)
  if (parts.length === 0) return 'the top of the site'
  return parts.map((part) => readableName(part.replace(/^_/, ''))).join(' › ')
}

/** A size as people say it. */
function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

interface Sides {
  readonly change: LocalChange
  readonly from: RepoPath | null
  readonly what: What
  readonly before: string | null
  readonly now: string | null
  readonly wasBytes: number | null
}

/** Reads both versions of a page and says what changed. */
type Tell = (before: string, now: string) => string

function wordsOf({ change, from, what, before, now, wasBytes }: Sides, tell: Tell): string {
  const { path } = change
  if (from !== null)
    return folderOf(from) === folderOf(path)
      ? `Was called ${nameOf(from)}`
      : `From ${placeOf(from)} to ${placeOf(path)}`
  if (!change.now) return `Was in ${placeOf(path)}`
  const size = sizeWords(change.now.bytes)
  if (!change.base) return what === 'page' ? `In ${placeOf(path)}` : `${size}, in ${placeOf(path)}`
  if (what === 'page' && before !== null && now !== null) return tell(before, now)
  return wasBytes === null ? size : `${sizeWords(wasBytes)}, now ${size}`
}

function kindOf({ change, from, what }: Sides): PublishItem['kind'] {
  if (from !== null) return 'moved'
  if (!change.now) return 'deleted'
  if (!change.base) return 'new'
  return what === 'image' || what === 'document' ? 'replaced' : 'changed'
}

async function textNow({ files }: PublishRepo, { path, now }: LocalChange): Promise<string | null> {
  if (!now || now.bytes > longestText) return null
  const file = await files.read(path).catch(() => null)
  return file && decodeStrictly(file.bytes)
}

const clashWords = 'Somebody else changed this too. Decide first which version to keep.'

/** The changes of a folder as a list for its editors. `clashes` are paths that wait for a decision. */
export async function planItems(
  repo: PublishRepo,
  profile: SiteProfile,
  { changes, clashes }: { changes: readonly LocalChange[]; clashes: ReadonlySet<RepoPath> },
): Promise<PublishItem[]> {
  // The document engine is large: it is loaded for the first list, not when a window opens.
  const { describeChange } = await import('../../shared/domain/document/describe-change.ts')
  const moves = await findMoves(repo, changes)
  const left = new Set(moves.values())
  const shown = changes.filter(({ path }) => !left.has(path))
  const sizes = await blobSizes(
    repo.git,
    shown.flatMap(({ base }) => base?.id ?? []),
  )
  const wanted = shown.filter(
    ({ path, base }) =>
      whatOf(path, profile) === 'page' && base && (sizes.get(base.id) ?? 0) < longestText,
  )
  const blobs = await readBlobs(
    repo.git,
    wanted.flatMap(({ base }) => base?.id ?? []),
  )
  const items: PublishItem[] = []
  for (const change of shown) {
    const { path, base } = change
    const what = whatOf(path, profile)
    const from = moves.get(path) ?? null
    const old = blobs.get(base?.id ?? '')
    const before = old ? decodeStrictly(old) : null
    const now = what === 'page' ? await textNow(repo, change) : null
    const sides = { change, from, what, before, now, wasBytes: sizes.get(base?.id ?? '') ?? null }
    const ours = await Promise.all([
      repo.files.isOurs(path, change.now?.sha ?? null),
      from === null || repo.files.isOurs(from, null),
    ])
    items.push({
      path,
      from,
      what,
      kind: kindOf(sides),
      title: titleOf(path, now ?? before, what),
      words: wordsOf(sides, describeChange),
      outside: ours.includes(false),
      blocked: clashes.has(path) ? clashWords : change.problem,
    })
  }
  return items
}
