import { mkdir, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { type KeptHistory, keptHistory } from '../../shared/ipc/page-calls.ts'
import { atomicWrite } from './atomic-write.ts'
import { shaOf } from './disk.ts'

/** Pages whose steps are kept; those that were not touched for longest go first. */
const mostPages = 60

/** What can be undone on pages after a restart: a convenience, so that no failure here is anybody's problem. */
export interface PageHistories {
  get(path: RepoPath): Promise<KeptHistory | null>
  put(path: RepoPath, history: KeptHistory | null): Promise<void>
}

async function dropOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  if (names.length <= mostPages) return
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  )
  dated.sort((a, b) => a.at - b.at)
  for (const { name } of dated.slice(0, dated.length - mostPages)) await unlink(join(folder, name))
}

/** The histories in `folder`, outside the site; one file for each page. */
export function openPageHistories(folder: string): PageHistories {
  const fileOf = (path: RepoPath) => join(folder, `${shaOf(Buffer.from(path))}.json`)
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    const mine = turn.then(work).catch(() => otherwise)
    turn = mine
    return mine
  }
  return {
    get: (path) =>
      inTurn(async () => {
        const { of, ...kept } = JSON.parse(await readFile(fileOf(path), 'utf8')) as { of: unknown }
        return of === path ? keptHistory.parse(kept) : null
      }, null),
    put: (path, history) =>
      inTurn(async () => {
        if (history === null) return unlink(fileOf(path))
        await mkdir(folder, { recursive: true })
        await atomicWrite(fileOf(path), Buffer.from(JSON.stringify({ of: path, ...history })), {
          mode: 0o600,
        })
        await dropOldest(folder)
      }, undefined),
  }
}
