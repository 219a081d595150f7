import type { Change, ChangeSet } from '../../shared/domain/change-set.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { ContentStores } from './content-stores.ts'
import { shaOf } from './disk.ts'
import { ChangedMeanwhile } from './plain-store.ts'
import type { UndoPlan, UndoStep } from './undo-log.ts'

type Stores = Pick<ContentStores, 'read' | 'has' | 'put' | 'remove' | 'move' | 'isSameFile'>

export const toBytes = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** Every path a plan touches. */
export function pathsOf({ changes }: ChangeSet): readonly RepoPath[] {
  const paths = changes.flatMap((change) =>
    change.kind === 'move' ? [change.from, change.to] : [change.path],
  )
  return [...new Set(paths)]
}

const gone = (path: RepoPath) =>
  new AppError('not-found', `“${path}” is no longer there. Nothing was changed.`)

const changed = (path: RepoPath) =>
  new AppError(
    'conflict',
    `“${path}” was changed by another program meanwhile. Nothing was changed.`,
  )

/** What a path holds on paper: nothing, new bytes, or the bytes now lying at some path on disk. */
type State = null | { readonly bytes: Uint8Array } | { readonly at: RepoPath }

const foundAs = (sha: string | undefined) => (sha === undefined ? {} : { found: sha })

/** Plays a plan on paper: what the site will be after each change, and what takes the change back. Moved bytes stay unread. */
function rehearsal(stores: Stores) {
  const after = new Map<RepoPath, State>()
  const stateOf = async (path: RepoPath): Promise<State> => {
    const known = after.get(path)
    if (known !== undefined) return known
    return (await stores.has(path)) ? { at: path } : null
  }

  async function fileOf(
    state: Exclude<State, null>,
    was?: string,
  ): Promise<{ readonly bytes: Uint8Array; readonly sha?: string }> {
    if ('bytes' in state) return state
    const file = await stores.read(state.at)
    if (!file) throw gone(state.at)
    if (was !== undefined && file.sha !== was) throw changed(state.at)
    return file
  }

  async function rehearseMove(from: RepoPath, to: RepoPath): Promise<UndoStep> {
    const state = await stateOf(from)
    if (!state) throw gone(from)
    if (!stores.isSameFile(from, to) && (await stateOf(to)))
      throw new AppError(
        'conflict',
        `“${to}” already exists. Nothing was changed. Choose another name.`,
      )
    after.set(from, null)
    after.set(to, state)
    return { change: { kind: 'move', from: to, to: from }, left: null }
  }

  return async function rehearse(change: Change): Promise<UndoStep> {
    if (change.kind === 'move') return rehearseMove(change.from, change.to)
    const { path } = change
    const old = await stateOf(path)
    if (change.kind === 'delete') {
      if (!old) throw gone(path)
      after.set(path, null)
      const { bytes, sha } = await fileOf(old, change.was)
      return { change: { kind: 'write', path, content: bytes }, left: null, ...foundAs(sha) }
    }
    const bytes = toBytes(change.content)
    const left = shaOf(bytes)
    if (change.was !== undefined && (change.was === null) !== (old === null)) throw changed(path)
    const file = old && (await fileOf(old, change.was ?? undefined))
    after.set(path, { bytes })
    if (!file) return { change: { kind: 'delete', path }, left, found: null }
    return { change: { kind: 'write', path, content: file.bytes }, left, ...foundAs(file.sha) }
  }
}

/** What takes a plan back once it is done. Throws where the plan cannot be done; nothing is touched. */
export async function planUndo(stores: Stores, plan: ChangeSet): Promise<UndoPlan> {
  const rehearse = rehearsal(stores)
  const steps: UndoStep[] = []
  for (const change of plan.changes) steps.unshift(await rehearse(change))
  return { summary: plan.summary, steps }
}

/** `found` is the state the plan was made on: another one that came in between is never overwritten. */
async function doChange(stores: Stores, change: Change, found?: string | null): Promise<void> {
  if (change.kind === 'move') return stores.move(change.from, change.to)
  const { path } = change
  if (change.kind === 'delete') {
    if (found !== undefined && (await stores.read(path))?.sha !== found) throw changed(path)
    return stores.remove(path)
  }
  const known = found === undefined ? await stores.read(path) : found && { sha: found }
  await stores.put(path, toBytes(change.content), known || null).catch((error: unknown) => {
    throw error instanceof ChangedMeanwhile ? changed(path) : error
  })
}

/** Takes one change back if it was done, and does nothing if it was not: for the change a kill may have stopped. */
async function takeBack(stores: Stores, { change, left }: UndoStep): Promise<void> {
  if (change.kind === 'move') {
    const [there, home] = await Promise.all([stores.has(change.from), stores.has(change.to)])
    if (there && (!home || stores.isSameFile(change.from, change.to)))
      await doChange(stores, change)
    return
  }
  const now = await stores.read(change.path)
  // Somebody else's bytes are never overwritten.
  if ((now?.sha ?? null) === left) await doChange(stores, change)
}

/** Takes back the changes of `steps` (the last one first) that were done. Goes on past what fails and throws the first reason at the end. */
export async function takeBackAll(stores: Stores, steps: readonly UndoStep[]): Promise<void> {
  let reason: unknown = null
  for (const step of steps) {
    await takeBack(stores, step).catch((error: unknown) => {
      reason ??= error
    })
  }
  if (reason !== null) throw reason
}

/**
 * Does a rehearsed plan's changes in order; `onStep` is told before each. When one fails, the ones begun are taken back
 * and its reason is thrown.
 */
export async function applyChanges(
  stores: Stores,
  { plan, undo }: { readonly plan: ChangeSet; readonly undo: UndoPlan },
  onStep: () => Promise<void>,
): Promise<void> {
  let begun = 0
  try {
    for (const [i, change] of plan.changes.entries()) {
      await onStep()
      begun += 1
      await doChange(stores, change, undo.steps[undo.steps.length - 1 - i]?.found)
    }
  } catch (error) {
    await takeBackAll(stores, undo.steps.slice(undo.steps.length - begun))
    throw error
  }
}
