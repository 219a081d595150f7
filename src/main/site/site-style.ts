import { readSiteLook } from '../../shared/domain/preview/site-look.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { textOf } from './text-of.ts'

/** Where Isomer keeps what a site adds to the look of its theme. */
const sheetPath = 'misc/custom.scss'
/** Far more than anybody writes by hand. */
const mostCharacters = 400_000

/** What the pages of a site look like, apart from the theme they are built with. */
export async function readSiteStyle(site: SiteSession): Promise<Output<'site.look'>> {
  const [config, text] = await Promise.all([textOf(site, '_config.yml'), textOf(site, sheetPath)])
  const { colours } = readSiteLook({ config })
  const isUsable = text !== undefined && text.trim() !== '' && text.length <= mostCharacters
  return { colours, sheet: isUsable ? { path: sheetPath, text } : null }
}
