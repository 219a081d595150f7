import { join } from 'node:path'
import { classifyPath } from '../../shared/domain/site/classify-path.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { Asset, ChangeMark } from '../../shared/ipc/site-calls.ts'
import type { CallContext } from '../lib/call-context.ts'
import { siteOf } from '../lib/site-of.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { createHeadCache, type HeadCache } from './head-cache.ts'
import type { Previews } from './previews.ts'
import { readSiteStyle } from './site-style.ts'
import { readSiteTree } from './site-tree.ts'

type SiteHandlers = Pick<
  Handlers<CallContext>,
  'site.tree' | 'site.marks' | 'site.assets' | 'site.look' | 'site.preview'
>

export interface SiteHandlerParts {
  readonly previews: Previews
  /** What differs from the last published state. */
  readonly marksOf: (site: SiteSession) => Promise<Readonly<Record<string, ChangeMark>>>
}

async function listAssets({ files, info }: SiteSession): Promise<Asset[]> {
  const listed = await files.list()
  return listed.flatMap(({ path, bytes }): Asset[] => {
    const kind = classifyPath(path, info.profile)
    return kind === 'image' || kind === 'document' ? [{ path, kind, bytes }] : []
  })
}

/** Answers what the window asks about the site as a whole. */
export function createSiteHandlers({ marksOf, previews }: SiteHandlerParts): SiteHandlers {
  const caches = new WeakMap<SiteSession, HeadCache>()
  function headsOf(site: SiteSession): HeadCache {
    const known = caches.get(site)
    if (known) return known
    const made = createHeadCache(site.files, join(site.stateDir, 'heads.json'))
    caches.set(site, made)
    return made
  }
  return {
    'site.tree': async (_, context) => {
      const site = siteOf(context)
      const { nodes, pages } = await readSiteTree(site, headsOf(site))
      return { nodes: [...nodes], pages }
    },
    'site.marks': async (_, context) => ({ ...(await marksOf(siteOf(context))) }),
    'site.assets': (_, context) => listAssets(siteOf(context)),
    'site.look': (_, context) => readSiteStyle(siteOf(context)),
    'site.preview': async (request, context) => {
      const site = siteOf(context)
      const { pagePreview } = await import('./page-preview.ts')
      const { nodes } = await readSiteTree(site, headsOf(site))
      return { address: previews.keep(await pagePreview(site, nodes, request)) }
    },
  }
}
