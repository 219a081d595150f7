import type { MediaReport } from '../../../shared/ipc/media-calls.ts'
import { request } from '../../lib/api.ts'
import { confirm } from '../../ui/confirm.tsx'
import { stepped, tellDone } from './media-steps.ts'
import { counted } from './model/file-words.ts'

type Broken = MediaReport['broken'][number]
/** A broken link with the file it is to lead to. */
export type Repairable = Broken & { readonly suggestion: string }

export const isRepairable = (link: Broken): link is Repairable => link.suggestion !== null

/** Makes links lead to the files that were meant, as one step that can be taken back. */
export async function repair(links: readonly Repairable[]): Promise<void> {
  const repairs = links.map(({ page, wanted, suggestion }) => ({ page, wanted, to: suggestion }))
  const done = await stepped('No link was repaired', () => request('media.repair', { repairs }))
  if (!done) return
  const where = `in ${counted(done.pages, 'page')}`
  tellDone({ title: `${counted(done.links, 'link')} repaired ${where}`, undo: done.undo })
}

const mostNamed = 5

/** Repairs all links for which only one file can be meant, after telling what becomes of them. */
export async function repairSure(links: readonly Repairable[]): Promise<void> {
  const lines = links
    .slice(0, mostNamed)
    .map(({ title, src, suggestion }) => `${title}: ${src} → /${suggestion}`)
  const more = links.length - lines.length
  const body = [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
  const title = `Repair ${counted(links.length, 'link')}?`
  if (await confirm({ title, body, action: 'Repair' })) await repair(links)
}
