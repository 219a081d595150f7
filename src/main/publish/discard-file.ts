import { chmod } from 'node:fs/promises'
import type { Change } from '../../shared/domain/change-set.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import { readBlobs } from '../repo/publish/git-objects.ts'
import type { LocalChange } from '../repo/publish/judge-file.ts'
import {
  hasCarriageReturnsOnly,
  hasLineFeedsOnly,
  withCarriageReturns,
} from '../repo/publish/line-ends.ts'
import type { Publisher } from '../repo/publish/publisher.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { findMoves } from './move-pairs.ts'

/** The published bytes of a file, with the line ends it has in this folder. */
async function publishedBytes(
  site: SiteSession,
  { repo }: Publisher,
  { path, base, now }: LocalChange,
): Promise<Uint8Array | null> {
  if (!base) return null
  const bytes = (await readBlobs(repo.git, [base.id])).get(base.id) ?? null
  if (!bytes || !now || !hasLineFeedsOnly(bytes)) return bytes
  const file = await site.files.read(path)
  return hasCarriageReturnsOnly(file.bytes) ? withCarriageReturns(bytes) : bytes
}

/** Brings one file back to its published state, a moved one to its old place; answers what can undo that. */
export async function discardFile(
  site: SiteSession,
  publisher: Publisher,
  path: RepoPath,
): Promise<string> {
  const { changes } = await publisher.unpublished()
  const from = (await findMoves(publisher.repo, changes)).get(path)
  const chosen = changes.filter((change) => change.path === path || change.path === from)
  if (chosen.length === 0)
    throw new AppError(
      'not-found',
      `“${path}” is as it was published. There is nothing to discard.`,
    )
  const back: Change[] = []
  const executable: RepoPath[] = []
  for (const change of chosen) {
    const content = await publishedBytes(site, publisher, change)
    if (content) back.push({ kind: 'write', path: change.path, content })
    else if (change.now) back.push({ kind: 'delete', path: change.path })
    if (content && change.base?.mode === '100755') executable.push(change.path)
  }
  // First what goes: a file may stand where another's folder is to be.
  const order = back.toSorted((one) => (one.kind === 'delete' ? -1 : 1))
  const { undo } = await site.files.apply({ summary: `Discard changes to ${path}`, changes: order })
  for (const file of executable) {
    const located = await site.files.locate(file)
    if (located !== null && process.platform !== 'win32') await chmod(located, 0o755)
  }
  return undo
}
