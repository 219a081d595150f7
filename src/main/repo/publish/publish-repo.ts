import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../../../shared/domain/repo-path.ts'
import { AppError } from '../../../shared/ipc/app-error.ts'
import type { JsonFile } from '../../lib/json-file.ts'
import { auditRepository } from '../audit.ts'
import { type Git, openGit } from '../git/git.ts'
import { headOf, unfinishedWork } from '../repo-state.ts'
import type { SiteFiles, SiteSession } from '../site-session.ts'
import type { IdLength } from './git-objects.ts'
import type { IndexPlace } from './index-lock.ts'
import type { LocalChange } from './judge-file.ts'
import { changesAt, openFolderReader } from './local-changes.ts'
import { openPublishRecord, type PublishRecord } from './publish-record.ts'
import { type Remote, remoteFor } from './remote.ts'
import { rememberSnapshots, type Snapshot } from './snapshot.ts'

/** What every step of publishing a site works on. */
export interface PublishRepo {
  readonly git: Git
  readonly files: SiteFiles
  readonly idLength: IdLength
  readonly record: JsonFile<PublishRecord>
  snapshotOf(commit: string | null): Promise<Snapshot>
  changesSince(base: Snapshot): Promise<readonly LocalChange[]>
  /** The same for some paths only. */
  changesAt(base: Snapshot, paths: Iterable<RepoPath>): Promise<readonly LocalChange[]>
  /** Fails where the repository's settings have become dangerous; answers them otherwise. */
  requireSafe(): Promise<ReadonlyMap<string, string>>
  readonly indexPlace: IndexPlace
  /** Aborted when the site is closed: nothing talks to the network any more. */
  readonly closing: AbortController
}

/** Where a site stands: its branch, the branch's commit, and where it is published to. */
export interface Standing {
  readonly branch: string
  readonly head: string | null
  readonly remote: Remote | null
}

const watched = ['config', 'config.worktree', 'info/attributes', 'hooks', 'objects/info/alternates']

async function fingerprint(root: string): Promise<string> {
  const parts = watched.map(async (name) => {
    const stats = await stat(join(root, '.git', name)).catch(() => null)
    return stats ? `${stats.mtimeMs}:${stats.size}:${stats.ino}` : '-'
  })
  return (await Promise.all(parts)).join()
}

/** The audit's answer, asked again only when what it looks at has changed. */
function rememberAudit(root: string) {
  let known: { readonly print: string; readonly settings: ReadonlyMap<string, string> } | null =
    null
  return async (): Promise<ReadonlyMap<string, string>> => {
    const print = await fingerprint(root)
    if (known?.print === print) return known.settings
    const audit = await auditRepository(root)
    if (audit.kind !== 'clean')
      throw new AppError(
        'restricted',
        'The site’s settings have changed and could start programs on your computer now, so nothing was published. Your work is kept. Ask the site’s developer to look at them, then open the site again.',
      )
    known = { print, settings: audit.settings }
    return audit.settings
  }
}

/** Opens what publishing needs of a site that is not restricted. */
export async function openPublishRepo(site: SiteSession): Promise<PublishRepo> {
  const git = openGit(site.root)
  const requireSafe = rememberAudit(site.root)
  const settings = await requireSafe()
  const idLength = settings.get('extensions.objectformat') === 'sha256' ? 64 : 40
  const { files } = site
  const reader = { git, files, idLength } as const
  return {
    git,
    files,
    idLength,
    record: openPublishRecord(site.stateDir),
    snapshotOf: rememberSnapshots(git),
    changesSince: openFolderReader(reader),
    changesAt: (base, paths) => changesAt(reader, base, paths),
    requireSafe,
    indexPlace: { root: site.root, ledger: join(site.stateDir, 'index-operation.json') },
    closing: new AbortController(),
  }
}

/** The commit a full ref name stands for, null where there is none. */
export async function commitOf(git: Git, ref: string): Promise<string | null> {
  const output = await git
    .bytes(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
    .catch(() => null)
  return output?.toString().trim() || null
}

/** A branch's commit; mostly a small file tells it, and no process need be asked. */
async function headCommit(git: Git, branch: string): Promise<string | null> {
  const ref = `refs/heads/${branch}`
  const text = await readFile(join(git.root, '.git', ref), 'utf8').catch(() => '')
  return /^([0-9a-f]{40}|[0-9a-f]{64})\n?$/.exec(text)?.[1] ?? commitOf(git, ref)
}

/** Where the site stands now. Fails in words where nothing can be published from here. */
export async function standingOf(repo: PublishRepo): Promise<Standing> {
  const { git, requireSafe, closing } = repo
  const gitFolder = join(git.root, '.git')
  const [settings, branch] = await Promise.all([requireSafe(), headOf(gitFolder)])
  const work = unfinishedWork(gitFolder)
  if (work) throw new AppError('refused', work)
  if (branch === null)
    throw new AppError(
      'refused',
      'This folder shows an older version of the site, so nothing can be published from it. Your work is kept. Ask a developer to switch it back to a branch.',
    )
  const head = await headCommit(git, branch)
  return { branch, head, remote: remoteFor({ git, settings, signal: closing.signal }, branch) }
}

/** Whether `above` is in the history of `commit`. */
export async function isInHistory(git: Git, above: string, commit: string): Promise<boolean> {
  if (above === commit) return true
  return git.bytes(['merge-base', '--is-ancestor', above, commit]).then(
    () => true,
    () => false,
  )
}
