import type { CallContext } from '../lib/call-context.ts'
import { siteOf } from '../lib/site-of.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { systemClock } from './back-off.ts'
import { SitePublishing } from './site-publishing.ts'

/** Publishing of all open sites, one for each. */
export function createAllPublishing(clock = systemClock) {
  const open = new Map<SiteSession, SitePublishing>()

  function of(site: SiteSession, announce: CallContext['announce']): SitePublishing {
    const known = open.get(site)
    if (known) return known
    const made = new SitePublishing({
      site,
      clock,
      announce: (state) => announce('publish.state', state),
    })
    open.set(site, made)
    return made
  }

  return {
    /** What was opened before; null after its window was closed. */
    ofSite: (site: SiteSession): SitePublishing | null => open.get(site) ?? null,
    ofContext: (context: CallContext) => of(siteOf(context), context.announce),
    /** The site's window is open: others' changes are looked for soon and now and then. */
    opened: (site: SiteSession, announce: CallContext['announce']) => of(site, announce).start(),
    /** Stops the looks and waits for what is under way. */
    async closing(site: SiteSession): Promise<void> {
      const publishing = open.get(site)
      open.delete(site)
      await publishing?.close()
    },
  }
}
