import { join } from 'node:path'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { classifyPath } from '../../shared/domain/site/classify-path.ts'
import type { ListedFile, SiteSession } from '../repo/site-session.ts'
import { createHashes } from './content-hashes.ts'
import { createLooks } from './looks.ts'
import { createMeasures } from './measures.ts'
import { type MediaSteps, openMediaSteps } from './media-steps.ts'
import { createResolver, type ResolvedText } from './site-references.ts'
import { createTextIndex, type SiteIndex } from './text-index.ts'

/** What the media handlers know of one open site. */
export interface SiteMedia {
  readonly site: SiteSession
  readonly measures: ReturnType<typeof createMeasures>
  readonly hashOf: ReturnType<typeof createHashes>
  readonly looksOf: ReturnType<typeof createLooks>
  readonly steps: MediaSteps
  index(): Promise<SiteIndex>
  /** The index with every mention resolved. */
  resolved(): Promise<{ readonly index: SiteIndex; readonly texts: readonly ResolvedText[] }>
}

/** A file of the media screen. */
export interface MediaEntry extends ListedFile {
  readonly kind: 'image' | 'document'
}

/** The images and documents among a site's files. */
export function mediaAmong(
  listed: readonly ListedFile[],
  { info }: SiteSession,
): readonly MediaEntry[] {
  return listed.flatMap((file): MediaEntry[] => {
    const kind = classifyPath(file.path, info.profile)
    return kind === 'image' || kind === 'document' ? [{ ...file, kind }] : []
  })
}

/** Prepares a site for its media screen; nothing is read yet. */
export function openSiteMedia(site: SiteSession): SiteMedia {
  const index = createTextIndex(site, join(site.stateDir, 'mentions.json'))
  const resolve = createResolver()
  return {
    site,
    measures: createMeasures(site),
    hashOf: createHashes(site),
    looksOf: createLooks(site, join(site.stateDir, 'looks.json')),
    steps: openMediaSteps(site),
    index: () => index.read(),
    async resolved() {
      const now = await index.read()
      return { index: now, texts: await resolve(now) }
    },
  }
}

/** Every text that mentions one of these files. */
export function mentioning(
  texts: readonly ResolvedText[],
  paths: ReadonlySet<RepoPath>,
): readonly ResolvedText[] {
  return texts.filter(({ references }) => references.some(({ path }) => paths.has(path)))
}
