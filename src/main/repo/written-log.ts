import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { atomicWrite } from './atomic-write.ts'
import { createQueue } from './work-queue.ts'

/** What Galley itself wrote, also in earlier runs: tells its own changes from those of other programs. */
export interface WrittenLog {
  /** To be told before a file is written; `sha` is of its new bytes, null: it is removed. */
  add(path: RepoPath, sha: string | null): Promise<void>
  /** Whether a file in this state (null: not there) was left so by Galley. */
  isOurs(path: RepoPath, sha: string | null): Promise<boolean>
  /** The state Galley last gave a file; undefined where it never wrote one. */
  latest(path: RepoPath): Promise<string | null | undefined>
}

/** States remembered of a file: the write before the last counts too, for the last may have failed. */
const depth = 2
/** Lines beyond this many are worth writing the file anew at the next start. */
const compactAt = 5000

type States = readonly (string | null)[]

function parse(line: string): readonly [RepoPath, string | null] | null {
  try {
    const entry: unknown = JSON.parse(line)
    if (!Array.isArray(entry) || typeof entry[0] !== 'string') return null
    return typeof entry[1] === 'string' || entry[1] === null ? [entry[0], entry[1]] : null
  } catch {
    // The last line of a run that was killed may be torn.
    return null
  }
}

function remember(states: Map<RepoPath, States>, path: RepoPath, sha: string | null): void {
  const before = (states.get(path) ?? []).filter((state) => state !== sha)
  states.set(path, [sha, ...before].slice(0, depth))
}

/** Opens the record kept in `file`: a line of JSON `[path, sha]` for each write, the newest last. */
export function openWrittenLog(file: string): WrittenLog {
  const queue = createQueue()
  let loading: Promise<Map<RepoPath, States>> | null = null

  async function load(): Promise<Map<RepoPath, States>> {
    const text = await readFile(file, 'utf8').catch(() => '')
    const states = new Map<RepoPath, States>()
    const lines = text.split('\n')
    for (const line of lines) {
      const entry = parse(line)
      if (entry) remember(states, ...entry)
    }
    if (lines.length > compactAt && lines.length > states.size * depth * 2) await compact(states)
    return states
  }

  async function compact(states: ReadonlyMap<RepoPath, States>): Promise<void> {
    const lines = [...states].flatMap(([path, shas]) =>
      shas.toReversed().map((sha) => `${JSON.stringify([path, sha])}\n`),
    )
    // Without it the record is only longer.
    await atomicWrite(file, Buffer.from(lines.join(''))).catch(() => undefined)
  }

  const known = () => {
    loading ??= load()
    return loading
  }

  return {
    async add(path, sha) {
      remember(await known(), path, sha)
      await queue
        .run(async () => {
          await mkdir(dirname(file), { recursive: true })
          await appendFile(file, `\n${JSON.stringify([path, sha])}`)
        })
        // A full disk must not stop the user's own save; the change is then listed as one from outside.
        .catch(() => undefined)
    },
    latest: async (path) => (await known()).get(path)?.[0],
    isOurs: async (path, sha) => ((await known()).get(path) ?? []).includes(sha),
  }
}
