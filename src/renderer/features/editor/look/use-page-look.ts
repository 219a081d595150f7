import type { PageLook } from '../../../../shared/ipc/settings-calls.ts'
import { request } from '../../../lib/api.ts'
import { type SiteStyle, useSiteStyle } from '../../../lib/site-look/use-site-look.ts'
import { useCall } from '../../../lib/use-call.ts'

export interface PageLookChoice {
  /** `plain` until the site's own look is known. */
  readonly look: PageLook
  readonly style: SiteStyle | null
  choose(look: PageLook): void
}

/** What the page looks like while it is written; sites with a style sheet bring their own look unless told otherwise. */
export function usePageLook(): PageLookChoice {
  const style = useSiteStyle()
  const settings = useCall('settings.get').data
  const site = useCall('app.state').data?.site?.id
  const chosen = site === undefined ? undefined : settings?.look?.[site]
  const wanted = chosen ?? (style?.hasSheet ? 'site' : 'plain')
  return {
    look: style === null ? 'plain' : wanted,
    style,
    choose(next) {
      if (site && settings)
        void request('settings.set', { look: { ...settings.look, [site]: next } })
    },
  }
}
