import { mkdir, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { Draft } from '../../shared/ipc/page-calls.ts'
import { atomicWrite, flushFolder, isStaleTemporary } from './atomic-write.ts'
import { diskError, errnoOf, shaOf } from './disk.ts'
import type { Journal } from './site-session.ts'

/*
 * One file per document: a line of JSON, then the text in UTF-8.
 * `{"v":1,"path","baseSha","seq","savedAt","bytes","sha"}`: `bytes` and `sha` are of the text, so a torn file shows.
 */
interface Entry {
  readonly path: RepoPath
  readonly seq: number
  readonly draft: Draft
}

const version = 1
/** Broken entries kept for a person to look at; the oldest go first. */
const quarantineLimit = 50

function encode({ path, seq, draft }: Entry): Uint8Array {
  const text = Buffer.from(draft.text)
  const head = {
    v: version,
    path,
    baseSha: draft.baseSha,
    seq,
    savedAt: draft.savedAt,
    bytes: text.length,
    sha: shaOf(text),
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), text])
}

type Head = Readonly<Record<string, unknown>>

function readHead(line: string): Head | null {
  try {
    const head: unknown = JSON.parse(line)
    return typeof head === 'object' && head !== null ? (head as Head) : null
  } catch {
    return null
  }
}

/** null: not an entry, or not a whole one. */
function decode(file: Buffer): Entry | null {
  const end = file.indexOf(10)
  const head = end < 0 ? null : readHead(file.subarray(0, end).toString())
  const text = file.subarray(end + 1)
  if (head?.v !== version || head.bytes !== text.length || head.sha !== shaOf(text)) return null
  const { path, baseSha, seq, savedAt } = head
  if (typeof path !== 'string' || typeof baseSha !== 'string' || typeof savedAt !== 'string')
    return null
  return { path, seq: Number(seq), draft: { text: text.toString(), baseSha, savedAt } }
}

/**
 * The journal in `folder`, outside the site. When `put` answers, the words survive a kill and a power cut.
 * Unreadable entries are moved to `folder/broken`, never deleted with the next start.
 */
export function openJournal(folder: string, now: () => Date = () => new Date()): Journal {
  const broken = join(folder, 'broken')
  const nameFor = (path: RepoPath) => `${shaOf(Buffer.from(path))}.j`
  const fileOf = (path: RepoPath) => join(folder, nameFor(path))
  const turns = new Map<RepoPath, Promise<unknown>>()

  /** One write at a time for each document, in the order asked. */
  function inTurn<T>(path: RepoPath, work: () => Promise<T>): Promise<T> {
    const mine = (turns.get(path) ?? Promise.resolve()).then(work, work)
    const settled = mine.then(
      () => undefined,
      () => undefined,
    )
    turns.set(path, settled)
    void settled.then(() => turns.get(path) === settled && turns.delete(path))
    return mine
  }

  async function quarantine(name: string): Promise<void> {
    await mkdir(broken, { recursive: true })
    await rename(join(folder, name), join(broken, `${now().getTime()}-${name}`)).catch(
      () => undefined,
    )
    const kept = (await readdir(broken)).sort()
    for (const old of kept.slice(0, Math.max(0, kept.length - quarantineLimit)))
      await unlink(join(broken, old)).catch(() => undefined)
  }

  async function read(name: string): Promise<Entry | null> {
    const file = await readFile(join(folder, name)).catch((error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return null
      throw diskError(error, name)
    })
    if (!file) return null
    const entry = decode(file)
    if (!entry || fileOf(entry.path) !== join(folder, name)) {
      await quarantine(name)
      return null
    }
    return entry
  }

  async function names(): Promise<readonly string[]> {
    return (await readdir(folder).catch(() => [] as string[])).filter((name) => name.endsWith('.j'))
  }

  return {
    put: (path, { baseSha, text, seq }) =>
      inTurn(path, async () => {
        try {
          await mkdir(folder, { recursive: true })
          const draft = { text, baseSha, savedAt: now().toISOString() }
          await atomicWrite(fileOf(path), encode({ path, seq, draft }), { mode: 0o600 })
        } catch (error) {
          throw diskError(error, path)
        }
      }),
    get: (path) => inTurn(path, async () => (await read(nameFor(path)))?.draft ?? null),
    forget: (path, saved) =>
      inTurn(path, async () => {
        if (saved !== undefined && (await read(nameFor(path)))?.draft.text !== saved) return
        try {
          await unlink(fileOf(path))
          await flushFolder(folder)
        } catch (error) {
          if (errnoOf(error) !== 'ENOENT') throw diskError(error, path)
        }
      }),
    async list() {
      for (const name of await readdir(folder).catch(() => [] as string[]))
        if (isStaleTemporary(name)) await unlink(join(folder, name)).catch(() => undefined)
      const entries = await Promise.all((await names()).map((name) => read(name)))
      return entries.flatMap((entry) => (entry ? [entry.path] : []))
    },
  }
}
