import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { classifyPath, isPage } from '../../shared/domain/site/classify-path.ts'
import { buildPageTree, type PageTree } from '../../shared/domain/site/tree/build-page-tree.ts'
import type { SiteSession } from '../repo/site-session.ts'
import type { HeadCache } from './head-cache.ts'

const orderFile = /^_[^/]+\/collection\.yml$/
const isOrderText = (path: RepoPath) =>
  path === '_config.yml' || path === '_data/navigation.yml' || orderFile.test(path)

async function readTexts(
  { files }: SiteSession,
  paths: readonly RepoPath[],
): Promise<ReadonlyMap<RepoPath, string>> {
  const texts = await Promise.all(
    paths.map((path) =>
      files.read(path).then(
        ({ bytes }) => [path, new TextDecoder().decode(bytes)] as const,
        // Unreadable or just removed: the tree does without its order.
        () => null,
      ),
    ),
  )
  return new Map(texts.filter((text) => text !== null))
}

/** The page tree of an open site, from the beginnings of its pages; images are not looked at. */
export async function readSiteTree(site: SiteSession, heads: HeadCache): Promise<PageTree> {
  const { profile } = site.info
  const listed = await site.files.list()
  const candidates = listed.filter(({ path }) =>
    ['page', 'page-if-front'].includes(classifyPath(path, profile)),
  )
  const [fronts, texts] = await Promise.all([
    heads.read(candidates),
    readTexts(site, listed.map(({ path }) => path).filter(isOrderText)),
  ])
  const pages = candidates
    .map(({ path }) => ({ path, front: fronts.get(path) ?? null }))
    .filter(({ path, front }) => isPage(path, profile, front !== null))
  return buildPageTree({ profile, pages, texts })
}
