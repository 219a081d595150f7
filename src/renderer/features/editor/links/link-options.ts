import type { TreeNode } from '../../../../shared/domain/site/tree/tree-node.ts'
import type { Asset } from '../../../../shared/ipc/site-calls.ts'
import { fileNameOf, srcOf } from '../../../lib/site-files.ts'

/** One place a link can lead to. */
export interface LinkOption {
  readonly kind: 'page' | 'file' | 'address' | 'mail' | 'phone'
  readonly title: string
  readonly href: string
}

/** Every page with an address, and every document, of the site. */
export function siteTargets(nodes: readonly TreeNode[], assets: readonly Asset[]): LinkOption[] {
  const pages: LinkOption[] = []
  const walk = (list: readonly TreeNode[]) => {
    for (const node of list) {
      if (node.permalink) pages.push({ kind: 'page', title: node.title, href: node.permalink })
      walk(node.children ?? [])
    }
  }
  walk(nodes)
  const files = assets
    .filter((asset) => asset.kind === 'document')
    .map(
      (asset): LinkOption => ({
        kind: 'file',
        title: fileNameOf(asset.path),
        href: srcOf(asset.path),
      }),
    )
  return [...pages, ...files]
}

const mail = /^(?:mailto:)?([^\s@/:]+@[^\s@/:]+\.[^\s@/:]+)$/i
const phone = /^(?:tel:)?(\+?[\d][\d\s()-]{4,})$/i
const address = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i
const bareHost = /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]\S*)?$/i

/** What typed words mean by themselves: an address, an e-mail, a number to call, a place on the site. */
export function typedTarget(typed: string): LinkOption | null {
  const words = typed.trim()
  const mailTo = mail.exec(words)?.[1]
  if (mailTo) return { kind: 'mail', title: `E-mail to ${mailTo}`, href: `mailto:${mailTo}` }
  const number = phone.exec(words)?.[1]
  if (number)
    return { kind: 'phone', title: `Call ${number}`, href: `tel:${number.replace(/[\s()-]/g, '')}` }
  if (address.test(words) || /^[/#]\S*$/.test(words))
    return { kind: 'address', title: words, href: words }
  if (bareHost.test(words))
    return { kind: 'address', title: `https://${words}`, href: `https://${words}` }
  return null
}

const shown = 50

/** The places that fit the typed words, best first. */
export function matchTargets(typed: string, targets: readonly LinkOption[]): LinkOption[] {
  const words = typed.trim().toLowerCase()
  const own = typedTarget(typed)
  const rank = ({ title, href }: LinkOption) => {
    const name = title.toLowerCase()
    if (name.startsWith(words)) return 0
    if (name.includes(` ${words}`)) return 1
    if (name.includes(words)) return 2
    return href.toLowerCase().includes(words) ? 3 : 4
  }
  const hits = targets
    .map((target) => ({ target, at: rank(target) }))
    .filter(({ at }) => at < 4)
    .sort((a, b) => a.at - b.at)
    .slice(0, shown)
    .map(({ target }) => target)
  const same = own && hits.some((hit) => hit.href === own.href)
  return own && !same ? [own, ...hits] : hits
}
