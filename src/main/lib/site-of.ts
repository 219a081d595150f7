import { AppError } from '../../shared/ipc/app-error.ts'
import type { SiteSession } from '../repo/site-session.ts'
import type { CallContext } from './call-context.ts'

/** The site of the window that asked; fails where it shows the welcome screen. */
export function siteOf(context: CallContext): SiteSession {
  if (!context.site) throw new AppError('no-site', 'No site is open in this window.')
  return context.site
}
