import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { headBytes, type PageHead, readPageHead } from '../../shared/domain/site/page-head.ts'
import { atomicWrite } from '../repo/atomic-write.ts'
import type { ListedFile, SiteFiles } from '../repo/site-session.ts'

/** What is remembered of a page: its size and time when read, and its head; null: no front matter. */
type Remembered = readonly [bytes: number, changedMs: number, head: PageHead | null]

const version = 2
/** A file written in the same moment it was read may have changed again without its time showing it. */
const unsureMs = 2000
/** Reads under way at once: enough to keep a disk busy, far from any limit on open files. */
const lanes = 32

function isRemembered(value: unknown): value is Remembered {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'
}

async function load(file: string): Promise<Map<RepoPath, Remembered>> {
  try {
    const stored: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (typeof stored !== 'object' || stored === null || !('heads' in stored)) return new Map()
    if (!('v' in stored) || stored.v !== version) return new Map()
    const entries = Object.entries(stored.heads ?? {}) as [RepoPath, unknown][]
    return new Map(
      entries.filter((entry): entry is [RepoPath, Remembered] => isRemembered(entry[1])),
    )
  } catch {
    // A missing or broken cache costs one slower start.
    return new Map()
  }
}

/**
 * Heads of a site's pages, read once and remembered in `file` by path, size and time. What has changed is read again;
 * a page that cannot be read has no head.
 */
export function createHeadCache(files: SiteFiles, file: string) {
  let memory: Promise<Map<RepoPath, Remembered>> | null = null

  async function readHead({ path, bytes, changedMs }: ListedFile): Promise<Remembered> {
    try {
      const start = await files.readStart(path, headBytes)
      return [bytes, changedMs, readPageHead(new TextDecoder().decode(start))]
    } catch {
      return [bytes, -1, null]
    }
  }

  async function store(heads: ReadonlyMap<RepoPath, Remembered>): Promise<void> {
    try {
      await mkdir(dirname(file), { recursive: true })
      const text = JSON.stringify({ v: version, heads: Object.fromEntries(heads) })
      await atomicWrite(file, Buffer.from(text))
    } catch {
      // Only the next start is slower.
    }
  }

  return {
    /** The heads of these pages, by path. */
    async read(pages: readonly ListedFile[]): Promise<ReadonlyMap<RepoPath, PageHead | null>> {
      memory ??= load(file)
      const known = await memory
      const startedMs = Date.now()
      const fresh = new Map<RepoPath, Remembered>()
      const queue = pages.filter((page) => {
        const old = known.get(page.path)
        const same = old?.[0] === page.bytes && old[1] === page.changedMs && page.changedMs > 0
        if (same) fresh.set(page.path, old)
        return !same
      })
      const lane = async () => {
        for (let page = queue.pop(); page; page = queue.pop())
          fresh.set(page.path, await readHead(page))
      }
      const changed = queue.length > 0 || known.size !== pages.length
      await Promise.all(Array.from({ length: lanes }, lane))
      const sure = new Map(
        [...fresh].filter(([, [, changedMs]]) => changedMs > 0 && changedMs < startedMs - unsureMs),
      )
      memory = Promise.resolve(sure)
      if (changed) await store(sure)
      return new Map([...fresh].map(([path, [, , head]]) => [path, head]))
    },
  }
}

export type HeadCache = ReturnType<typeof createHeadCache>
