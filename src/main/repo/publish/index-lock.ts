import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { spawnGit } from '../git/spawn-git.ts'

const deadline = 60_000
const patience = [100, 300, 600] as const
/** A lock younger than this may belong to a program that is just at work. */
const settledMs = 2000

interface Started {
  readonly pid: number
  readonly startedMs: number
}

function readLedger(file: string): Started | null {
  try {
    const entry: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof entry !== 'object' || entry === null) return null
    const { pid, startedMs } = entry as Partial<Started>
    return typeof pid === 'number' && typeof startedMs === 'number' ? { pid, startedMs } : null
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process may not be asked; it is alive all the same.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Removes a lock of git's index that an operation of ours, dead by now, left behind; nobody else's. */
async function removeOurOwn(lock: string, ledger: string): Promise<boolean> {
  const ours = readLedger(ledger)
  if (!ours || isAlive(ours.pid)) return false
  const stats = await stat(lock).catch(() => null)
  if (!stats) return true
  const within =
    stats.mtimeMs >= ours.startedMs - 1000 && stats.mtimeMs <= ours.startedMs + deadline
  if (!within || Date.now() - stats.mtimeMs < settledMs) return false
  await unlink(lock).catch(() => undefined)
  return true
}

/** Where git's index is, and where a note is kept of the process that is changing it. */
export interface IndexPlace {
  readonly root: string
  readonly ledger: string
}

/**
 * Runs `update-index` and waits a little for another program that holds the index; false where it holds it for longer.
 * The process is noted while it runs, so that its lock can be told from others' after the computer died.
 */
export async function updateIndex(
  { root, ledger }: IndexPlace,
  args: readonly string[],
  input: string,
): Promise<boolean> {
  await mkdir(dirname(ledger), { recursive: true })
  for (const wait of [...patience, 0]) {
    const done = await spawnGit(root, ['update-index', ...args], {
      deadline,
      input,
      onStart: (pid) => writeFileSync(ledger, JSON.stringify({ pid, startedMs: Date.now() })),
    })
    // It has ended: a lock that is there now is another program's.
    rmSync(ledger, { force: true })
    if (done.code === 0) return true
    if (!/index\.lock/.test(done.stderr)) throw new Error(done.stderr || 'update-index failed')
    await pause(wait)
  }
  return false
}

/** Clears away what a killed operation of ours left; to be called when none is under way. */
export async function clearOwnLock({ root, ledger }: IndexPlace): Promise<void> {
  if (await removeOurOwn(join(root, '.git/index.lock'), ledger)) rmSync(ledger, { force: true })
}
