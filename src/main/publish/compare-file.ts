import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { classifyPath } from '../../shared/domain/site/classify-path.ts'
import type { Comparison } from '../../shared/ipc/publish-calls.ts'
import { decodeStrictly, limitOfText } from '../repo/decode-text.ts'
import { readBlobs } from '../repo/publish/git-objects.ts'
import type { Unpublished } from '../repo/publish/prepare-publish.ts'
import type { Publisher } from '../repo/publish/publisher.ts'
import { isPlainFile } from '../repo/publish/snapshot.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { findMoves } from './move-pairs.ts'

type Side = Comparison['before']

const nothing: Side = { text: null, image: null, bytes: null }

function addressOf(site: SiteSession, path: RepoPath, commit: string | null): string {
  const parts = [...(commit === null ? [] : [`@${commit}`]), ...path.split('/')]
  return `media://${site.info.id}/${parts.map(encodeURIComponent).join('/').replace('%40', '@')}`
}

function sideOf(bytes: Uint8Array, image: string | null): Side {
  const text =
    image === null && bytes.length <= limitOfText && !bytes.includes(0)
      ? decodeStrictly(bytes)
      : null
  return { text, image, bytes: bytes.length }
}

/** Where a file was at the last publish: somewhere else if it was moved since. */
async function oldPathOf(
  { repo }: Publisher,
  { base, changes }: Unpublished,
  path: RepoPath,
): Promise<RepoPath> {
  if (base.files.has(path)) return path
  return (await findMoves(repo, changes)).get(path) ?? path
}

/** One file as last published and as it is now. */
export async function compareFile(
  site: SiteSession,
  publisher: Publisher,
  path: RepoPath,
): Promise<Comparison> {
  const unpublished = await publisher.unpublished()
  const { base } = unpublished
  const from = await oldPathOf(publisher, unpublished, path)
  const isImage = classifyPath(path, site.info.profile) === 'image'
  const entry = base.files.get(from)
  const old = entry && isPlainFile(entry) ? entry : null
  const blob = old && (await readBlobs(publisher.repo.git, [old.id])).get(old.id)
  const now = await site.files.read(path).catch(() => null)
  return {
    path,
    before: blob ? sideOf(blob, isImage ? addressOf(site, from, base.commit) : null) : nothing,
    after: now ? sideOf(now.bytes, isImage ? addressOf(site, path, null) : null) : nothing,
  }
}
