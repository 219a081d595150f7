import { join } from 'node:path'
import type { ChangeSet } from '../../shared/domain/change-set.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { SaveResult } from '../../shared/ipc/page-calls.ts'
import { applyChanges, pathsOf, planUndo, takeBackAll, toBytes } from './apply-changes.ts'
import { placeOf } from './contained-path.ts'
import { type ContentStores, contentStores } from './content-stores.ts'
import { decodeStrictly } from './decode-text.ts'
import { type Disk, diskError, shaOf } from './disk.ts'
import { latestAnswer } from './latest-answer.ts'
import { ChangedMeanwhile } from './plain-store.ts'
import type { PlatformRules } from './platform-rules.ts'
import type { AppliedPlan, FileBytes, SiteFiles } from './site-session.ts'
import { changesOf, openUndoLog, type UndoLog, type UndoPlan } from './undo-log.ts'
import { createQueue } from './work-queue.ts'
import { openWrittenLog, type WrittenLog } from './written-log.ts'

export interface SiteFilesOptions {
  readonly rules: PlatformRules
  /** Why nothing may be written, in the user's words; null where it may. No git command reads the folder then. */
  readonly locked: string | null
  /** The application's own folder for this site, outside it. */
  readonly stateDir: string
  readonly disk?: Disk | undefined
}

type Listener = (paths: readonly RepoPath[], outside: boolean) => void

/** Told as text even where it is none: it is only looked at, never written back. */
const textOf = ({ bytes, sha }: FileBytes) => ({
  text: decodeStrictly(bytes) ?? new TextDecoder().decode(bytes),
  sha,
})

/** Compares and replaces; a change that slips in between is seen and answered like one that came before. */
async function compareAndWrite(
  stores: ContentStores,
  path: RepoPath,
  { bytes, baseSha }: { bytes: Uint8Array; baseSha: string | null },
): Promise<SaveResult & { readonly wrote: boolean }> {
  const sha = shaOf(bytes)
  const now = await stores.read(path)
  if (now?.sha === sha) return { kind: 'saved', sha, wrote: false }
  if ((now?.sha ?? null) !== baseSha)
    return { kind: 'changed-elsewhere', theirs: now && textOf(now), wrote: false }
  try {
    await stores.put(path, bytes, now)
    return { kind: 'saved', sha, wrote: true }
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error
    const theirs = await stores.read(path)
    return { kind: 'changed-elsewhere', theirs: theirs && textOf(theirs), wrote: false }
  }
}

function missing(path: RepoPath): never {
  throw new AppError(
    'not-found',
    `“${path}” is not in this site. It may have been moved or deleted.`,
  )
}

/** Tells the record of our own writes before each, so that a change can be told from one by another program. */
function recording(stores: ContentStores, log: WrittenLog): ContentStores {
  return {
    ...stores,
    async put(path, bytes, over) {
      await log.add(path, shaOf(bytes))
      await stores.put(path, bytes, over)
    },
    async remove(path) {
      await log.add(path, null)
      await stores.remove(path)
    },
    async move(from, to) {
      const content = await stores.read(from)
      await log.add(from, null)
      if (content) await log.add(to, content.sha)
      await stores.move(from, to)
    },
  }
}

/** Opens the one door to the content of the site at `root` (a real path). */
export function openSiteFiles(root: string, { rules, locked, disk, stateDir }: SiteFilesOptions) {
  const log = openWrittenLog(join(stateDir, 'written.jsonl'))
  const undoLog = openUndoLog(join(stateDir, 'undo'))
  const stores = recording(contentStores(root, { rules, useGit: locked === null, disk }), log)
  const queue = createQueue()
  const listeners = new Set<Listener>()
  const list = latestAnswer(() => stores.list())

  function announce(paths: readonly RepoPath[], outside: boolean): void {
    for (const listener of listeners) listener(paths, outside)
  }

  function requireUnlocked(): void {
    if (locked !== null) throw new AppError('restricted', locked)
  }

  async function apply(plan: ChangeSet): Promise<AppliedPlan> {
    requireUnlocked()
    const applied = await queue.run(() => applyRecorded(stores, undoLog, plan))
    announce(pathsOf(plan), false)
    return applied
  }

  /** Puts back what a plan had changed when the last run was killed in the middle of it. */
  async function recover(): Promise<void> {
    if (locked !== null) return
    for (const { plan, settle } of await undoLog.unfinished()) {
      // What cannot be put back now (a full disk, a folder in use) is tried again at the next start.
      await takeBackAll(stores, plan.steps).then(settle, () => undefined)
    }
  }

  const files: SiteFiles = {
    list,
    readStart: async (path, limit) => (await stores.readStart(path, limit)) ?? missing(path),
    read: async (path) => (await stores.read(path)) ?? missing(path),
    async published(path) {
      const id = (await stores.base.files()).get(path)
      return id === undefined ? null : stores.base.blob(id)
    },
    async write(path, content, baseSha) {
      requireUnlocked()
      const bytes = toBytes(content)
      const { wrote, ...result } = await queue.run(() =>
        compareAndWrite(stores, path, { bytes, baseSha }),
      )
      if (wrote) announce([path], false)
      return result
    },
    apply,
    undoable: () => undoLog.list(),
    undo: async (id) => apply(await readUndo(stores, undoLog, id)),
    isOurs: (path, sha) => log.isOurs(path, sha),
    editedOutOfFolder: () => stores.editedOutside(),
    async locate(path) {
      if (await stores.isOutside(path)) return null
      const place = await placeOf(root, path)
      return place.kind === 'file' ? place.real : null
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }

  /** Whether what lies at a path now is what Galley last put there. */
  async function isLatest(path: RepoPath): Promise<boolean> {
    const sha = await log.latest(path)
    if (sha === undefined) return false
    const now = await stores.read(path).catch(() => undefined)
    return now !== undefined && (now?.sha ?? null) === sha
  }

  return { files, announce, isLatest, recover, idle: () => queue.idle() }
}

/** Applies a plan with its undo on disk first, so that even a kill in the middle leaves all of it or nothing. */
async function applyRecorded(
  stores: ContentStores,
  undoLog: UndoLog,
  plan: ChangeSet,
): Promise<AppliedPlan> {
  const undo = await planUndo(stores, plan)
  const running = await undoLog.begin(undo).catch((error: unknown) => {
    throw diskError(error, plan.summary)
  })
  try {
    await applyChanges(stores, { plan, undo }, running.step)
  } catch (error) {
    await running.drop()
    throw error
  }
  await running.finish()
  return { ...changesOf(undo), undo: running.id }
}

/** The plan that takes an applied one back, if nothing it touched has changed since. */
async function readUndo(stores: ContentStores, undoLog: UndoLog, id: string): Promise<ChangeSet> {
  const undo = await undoLog.read(id)
  if (!undo) throw new AppError('not-found', 'This can no longer be undone.')
  await requireAsLeft(stores, undo)
  return changesOf(undo)
}

/** The first step back at each path must find what the plan left there; later ones find what earlier ones put back. */
async function requireAsLeft(stores: ContentStores, { steps }: UndoPlan): Promise<void> {
  const seen = new Set<RepoPath>()
  for (const { change, left } of steps) {
    const path = change.kind === 'move' ? change.from : change.path
    const changed =
      change.kind !== 'move' && !seen.has(path) && ((await stores.read(path))?.sha ?? null) !== left
    if (changed)
      throw new AppError(
        'conflict',
        `“${path}” has changed since, so this cannot be undone. Nothing was changed.`,
      )
    seen.add(path)
    if (change.kind === 'move') seen.add(change.to)
  }
}
