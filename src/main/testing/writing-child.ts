import type { ChangeSet } from '../../shared/domain/change-set.ts'
import type { CallContext } from '../lib/call-context.ts'
import { createPageHandlers } from '../pages/page-handlers.ts'
import { openSite } from '../repo/open-site.ts'
import type { SiteSession } from '../repo/site-session.ts'

/* Run by crash tests: writes until it is killed, telling on standard output what it was promised. */

/** A text that shows by itself whether it is whole. */
const textOf = (index: number) => `${index}:${`word${index} `.repeat(20_000)}:${index}`
const tell = (words: string) => process.stdout.write(`${words}\n`)

/** Journals and saves ever newer texts of one page, as the window does while somebody types. */
async function type(site: SiteSession): Promise<never> {
  const handlers = createPageHandlers()
  const context: CallContext = { windowId: 1, site, announce: () => undefined }
  const path = 'page.md'
  let { sha } = await handlers['pages.open']({ path }, context)
  for (let index = 1; ; index++) {
    const text = textOf(index)
    await handlers['pages.journal']({ path, baseSha: sha, text, seq: index }, context)
    tell(`journal ${index}`)
    if (index % 3 > 0) continue
    const saved = await handlers['pages.save']({ path, baseSha: sha, text }, context)
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    sha = saved.sha
    tell(`saved ${index}`)
  }
}

/** Does a plan of many changes and takes it back, again and again. */
async function rearrange(site: SiteSession): Promise<never> {
  const numbers = Array.from({ length: 8 }, (_, index) => index)
  let plan: ChangeSet = {
    summary: 'Rearrange',
    changes: [
      ...numbers.map((n) => ({ kind: 'write' as const, path: `a${n}.md`, content: `new ${n}` })),
      { kind: 'move', from: 'a0.md', to: 'swap.md' },
      { kind: 'move', from: 'a1.md', to: 'a0.md' },
      { kind: 'move', from: 'swap.md', to: 'a1.md' },
      ...numbers.map((n) => ({ kind: 'write' as const, path: `n/${n}.md`, content: `made ${n}` })),
      ...numbers.map((n) => ({ kind: 'move' as const, from: `m${n}.md`, to: `to/m${n}.md` })),
      ...numbers.map((n) => ({ kind: 'delete' as const, path: `d/${n}.md` })),
    ],
  }
  for (let round = 1; ; round++) {
    plan = await site.files.apply(plan)
    tell(`round ${round}`)
  }
}

async function main() {
  const [, , task, root = '', profileDir = ''] = process.argv
  const site = await openSite(root, { profileDir })
  tell('open')
  await (task === 'type' ? type(site) : rearrange(site))
}

void main()
