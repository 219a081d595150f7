import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isRepoPath, type RepoPath } from '../../shared/domain/repo-path.ts'
import type { Draft } from '../../shared/ipc/page-calls.ts'
import { writeAtomically } from './atomic-write.ts'
import type { Journal } from './site-session.ts'

interface Header {
  readonly v: 1
  readonly path: RepoPath
  readonly baseSha: string
  readonly seq: number
  readonly savedAt: string
  readonly sha: string
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** Reads one entry; null where it is damaged. The first line says what the rest must be. */
function parseEntry(text: string): { header: Header; text: string } | null {
  const cut = text.indexOf('\n')
  if (cut < 0) return null
  try {
    const header = JSON.parse(text.slice(0, cut)) as Header
    const content = text.slice(cut + 1)
    const whole = header.v === 1 && isRepoPath(header.path) && header.sha === digest(content)
    return whole ? { header, text: content } : null
  } catch {
    return null
  }
}

/**
 * Opens the journal of one site in the profile folder: one file per page, written whole and fsynced, so that unsaved
 * words outlive a crash. A damaged entry is put aside, never deleted, and does not touch the others.
 */
export function openJournal(folder: string): Journal {
  const fileOf = (path: RepoPath) => join(folder, `${digest(path).slice(0, 32)}.j`)
  const newest = new Map<RepoPath, number>()
  const queues = new Map<RepoPath, Promise<void>>()

  async function read(file: string) {
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text === null) return null
    const entry = parseEntry(text)
    if (!entry) await rename(file, `${file}.damaged`).catch(() => undefined)
    return entry
  }

  function inTurn(path: RepoPath, work: () => Promise<void>): Promise<void> {
    const next = (queues.get(path) ?? Promise.resolve()).catch(() => undefined).then(work)
    queues.set(path, next)
    return next
  }

  return {
    async put(path, { baseSha, text, seq }) {
      newest.set(path, Math.max(seq, newest.get(path) ?? 0))
      await inTurn(path, async () => {
        if (seq < (newest.get(path) ?? 0)) return
        await mkdir(folder, { recursive: true })
        const header: Header = {
          v: 1,
          path,
          baseSha,
          seq,
          savedAt: new Date().toISOString(),
          sha: digest(text),
        }
        await writeAtomically(fileOf(path), `${JSON.stringify(header)}\n${text}`)
      })
    },
    async get(path): Promise<Draft | null> {
      const entry = await read(fileOf(path))
      return entry
        ? { text: entry.text, baseSha: entry.header.baseSha, savedAt: entry.header.savedAt }
        : null
    },
    forget: (path) => inTurn(path, () => unlink(fileOf(path)).catch(() => undefined)),
    async list() {
      const names = await readdir(folder).catch(() => [] as string[])
      const entries = await Promise.all(
        names.filter((n) => n.endsWith('.j')).map((n) => read(join(folder, n))),
      )
      return entries.flatMap((entry) => (entry ? [entry.header.path] : []))
    },
  }
}
