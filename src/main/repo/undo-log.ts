import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change, ChangeSet } from '../../shared/domain/change-set.ts'
import { atomicWrite, flushFolder, isStaleTemporary } from './atomic-write.ts'
import { shaOf } from './disk.ts'

/*
 * One file for each applied plan: a line of JSON, then the old contents one after the other. The line is
 * `{"v":1,"summary","at","sha","steps":[…]}` (`sha` is of the contents); a step is what takes one change back, the last one first:
 * `{"kind":"write","path","from","bytes","left"}`, `{"kind":"delete","path","left"}` or `{"kind":"move","from","to"}`;
 * `left` is the SHA-256 of what the change left at the path, null where it removed the file.
 * `<id>.pending` while the plan is being applied, with a byte in `<id>.steps` for each change begun; then `<id>.undo`.
 */

/** What takes one change back, with the state it must still find (null: no file); moves carry none. */
export interface UndoStep {
  readonly change: Change
  readonly left: string | null
  /** The state a plan that is being made found at the path (SHA-256; null: no file); not kept on disk. */
  readonly found?: string | null
}

/** Everything that takes a plan back, the last change first. */
export interface UndoPlan {
  readonly summary: string
  readonly steps: readonly UndoStep[]
}

export interface UndoRecord {
  readonly id: string
  readonly summary: string
  /** ISO time. */
  readonly at: string
}

export interface UndoLog {
  /** Keeps what takes a plan back, on disk when it answers. */
  begin(plan: UndoPlan): Promise<RunningPlan>
  /** What can be undone, the newest first. */
  list(): Promise<readonly UndoRecord[]>
  read(id: string): Promise<UndoPlan | null>
  forget(id: string): Promise<void>
  /** Plans that a kill or a power cut stopped: how to take back what was begun, and how to say that it is done. */
  unfinished(): Promise<readonly { readonly plan: UndoPlan; settle(): Promise<void> }[]>
}

export interface RunningPlan {
  readonly id: string
  /** To be told before each change. */
  step(): Promise<void>
  finish(): Promise<void>
  /** The plan failed and was taken back. */
  drop(): Promise<void>
}

const keptRecords = 100
/** A clean-up of all images of a large site can still be taken back. */
const keptBytes = 2 * 1024 * 1024 * 1024

type StoredStep = Readonly<Record<string, unknown>>

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content

/** The file in pieces: the contents of many photos are not copied once more. */
function encode({ summary, steps }: UndoPlan, at: string): readonly Uint8Array[] {
  const contents: Uint8Array[] = []
  const hash = createHash('sha256')
  let from = 0
  const stored = steps.map(({ change, left }): StoredStep => {
    if (change.kind !== 'write') return { ...change, left }
    const content = bytesOf(change.content)
    contents.push(content)
    hash.update(content)
    from += content.length
    return {
      kind: 'write',
      path: change.path,
      from: from - content.length,
      bytes: content.length,
      left,
    }
  })
  const head = { v: 1, summary, at, sha: hash.digest('hex'), steps: stored }
  return [Buffer.from(`${JSON.stringify(head)}\n`), ...contents]
}

function decodeStep(step: StoredStep, body: Buffer): UndoStep {
  const left = typeof step.left === 'string' ? step.left : null
  const text = (key: string) => String(step[key])
  if (step.kind === 'move')
    return { change: { kind: 'move', from: text('from'), to: text('to') }, left }
  if (step.kind === 'delete') return { change: { kind: 'delete', path: text('path') }, left }
  const from = Number(step.from)
  const content = body.subarray(from, from + Number(step.bytes))
  return { change: { kind: 'write', path: text('path'), content }, left }
}

interface Head {
  readonly summary: string
  readonly at: string
  readonly sha: string
  readonly steps: readonly StoredStep[]
}

function decodeHead(file: Buffer): Head | null {
  try {
    const head: unknown = JSON.parse(file.subarray(0, file.indexOf(10)).toString())
    if (typeof head !== 'object' || head === null || !('v' in head) || head.v !== 1) return null
    return 'steps' in head && Array.isArray(head.steps) ? (head as unknown as Head) : null
  } catch {
    return null
  }
}

function decode(file: Buffer): UndoPlan | null {
  const head = decodeHead(file)
  const body = file.subarray(file.indexOf(10) + 1)
  if (!head || head.sha !== shaOf(body)) return null
  return { summary: head.summary, steps: head.steps.map((step) => decodeStep(step, body)) }
}

/** Opens the records in `folder`, outside the site. */
export function openUndoLog(folder: string, now: () => Date = () => new Date()): UndoLog {
  const at = (name: string) => join(folder, name)
  const names = () => readdir(folder).catch(() => [] as string[])
  const remove = (name: string) => unlink(at(name)).catch(() => undefined)
  let count = 0

  /** Ids sort by age. */
  function newId(): string {
    count += 1
    return `${String(now().getTime()).padStart(15, '0')}-${String(count).padStart(4, '0')}`
  }

  async function ids(ending: string): Promise<readonly string[]> {
    const own = (await names()).filter((name) => name.endsWith(ending))
    return own.map((name) => name.slice(0, -ending.length)).sort()
  }

  async function prune(): Promise<void> {
    let bytes = 0
    let kept = 0
    for (const id of (await ids('.undo')).toReversed()) {
      bytes += (await stat(at(`${id}.undo`)).catch(() => null))?.size ?? 0
      kept += 1
      if (kept > 1 && (kept > keptRecords || bytes > keptBytes)) await remove(`${id}.undo`)
    }
  }

  async function begin(plan: UndoPlan): Promise<RunningPlan> {
    const id = newId()
    await mkdir(folder, { recursive: true })
    await atomicWrite(at(`${id}.pending`), encode(plan, now().toISOString()), { mode: 0o600 })
    const steps = await open(at(`${id}.steps`), 'a', 0o600)
    await flushFolder(folder)
    return {
      id,
      async step() {
        await steps.write('.')
        await steps.datasync()
      },
      async finish() {
        await steps.close()
        await rename(at(`${id}.pending`), at(`${id}.undo`))
        await remove(`${id}.steps`)
        await prune()
      },
      async drop() {
        await steps.close()
        await remove(`${id}.pending`)
        await remove(`${id}.steps`)
      },
    }
  }

  async function read(name: string): Promise<Buffer | null> {
    return readFile(at(name)).catch(() => null)
  }

  return {
    begin,
    async list() {
      const records = await Promise.all(
        (await ids('.undo')).map(async (id): Promise<UndoRecord | null> => {
          const file = await read(`${id}.undo`)
          const head = file && decodeHead(file)
          return head && { id, summary: head.summary, at: head.at }
        }),
      )
      return records.filter((record) => record !== null).toReversed()
    },
    async read(id) {
      if (!/^[\d-]+$/.test(id)) return null
      const file = await read(`${id}.undo`)
      return file && decode(file)
    },
    forget: (id) => (/^[\d-]+$/.test(id) ? remove(`${id}.undo`) : Promise.resolve()),
    async unfinished() {
      for (const name of await names()) if (isStaleTemporary(name)) await remove(name)
      const found = await Promise.all(
        (await ids('.pending')).map(async (id) => {
          const file = await read(`${id}.pending`)
          const begun = (await read(`${id}.steps`))?.length ?? 0
          const plan = (file && decode(file)) ?? { summary: '', steps: [] }
          const steps = begun === 0 ? [] : plan.steps.slice(-begun)
          const settle = async () => {
            await remove(`${id}.pending`)
            await remove(`${id}.steps`)
          }
          return { plan: { summary: plan.summary, steps }, settle }
        }),
      )
      // The newest was begun on what older ones left.
      return found.toReversed()
    },
  }
}

/** The plain plan of an undo. */
export function changesOf({ summary, steps }: UndoPlan): ChangeSet {
  return { summary, changes: steps.map(({ change }) => change) }
}
