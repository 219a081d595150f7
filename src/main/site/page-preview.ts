import { pageHtml } from '../../shared/domain/preview/page-html.ts'
import { previewCss } from '../../shared/domain/preview/preview-css.ts'
import { previewPage, type SideLink } from '../../shared/domain/preview/preview-page.ts'
import { quietCss } from '../../shared/domain/preview/quiet-css.ts'
import { quietHtml } from '../../shared/domain/preview/quiet-html.ts'
import { readSiteLook } from '../../shared/domain/preview/site-look.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { mediaUrl } from '../../shared/domain/site/media-url.ts'
import type { TreeNode } from '../../shared/domain/site/tree/tree-node.ts'
import { textAt } from '../../shared/domain/site/yaml-map.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { textOf } from './text-of.ts'

interface Place {
  readonly title: string
  readonly crumbs: readonly string[]
  readonly side: readonly SideLink[]
}

/** Folders that only the page tree has, not the site. */
const isOfSite = ({ kind }: TreeNode) => kind !== 'loose'

/** Where a page stands on the site; null where the tree does not know it. */
function placeOf(nodes: readonly TreeNode[], path: RepoPath): Place | null {
  for (const node of nodes) {
    if (node.path === path) {
      const side = nodes.map(({ title, path: other }) => ({ title, isHere: other === path }))
      return { title: node.title, crumbs: [], side }
    }
    const found = placeOf(node.children ?? [], path)
    if (found)
      return isOfSite(node)
        ? { ...found, crumbs: [node.title, ...found.crumbs] }
        : { ...found, side: [] }
  }
  return null
}

const frontOf = (text: string | undefined) => /^---\r?\n([\s\S]*?)\r?\n---/.exec(text ?? '')?.[1]

export interface PreviewRequest {
  readonly path: RepoPath
  /** The page as it is now, saved or not. */
  readonly text: string
  /** The block to begin at, counted from the top; null for the top. */
  readonly place: number | null
  /** The site's own style sheet as CSS. */
  readonly css: string
}

/** A page of a site as a visitor would see it, with the site's menu and colours around it. */
export async function pagePreview(
  site: SiteSession,
  nodes: readonly TreeNode[],
  { path, text, place, css }: PreviewRequest,
): Promise<string> {
  const [config, navigation, footer, home] = await Promise.all([
    textOf(site, '_config.yml'),
    textOf(site, '_data/navigation.yml'),
    textOf(site, '_data/footer.yml'),
    textOf(site, 'index.md'),
  ])
  const look = readSiteLook({ config, navigation, footer, home: frontOf(home) })
  const { front, html } = pageHtml(text)
  const found = placeOf(nodes, path)
  const isTop = found === null || found.crumbs.length === 0
  const toMedia = (src: string) => mediaUrl(site.info.id, src)
  return previewPage({
    look: { ...look, name: look.name === 'This site' ? site.info.name : look.name },
    title: textAt(front, 'title') ?? found?.title ?? path,
    crumbs: found?.crumbs ?? [],
    side: isTop ? [] : found.side,
    body: quietHtml(html, { mediaUrl: toMedia, place }),
    css: `${previewCss}${quietCss(css, toMedia)}`,
    mediaUrl: toMedia,
  })
}
