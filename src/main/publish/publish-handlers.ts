import { suggestSummary } from '../../shared/domain/publish/suggest-summary.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type {
  Clash,
  Identity,
  PublishItem,
  PublishPlan,
  PublishResult,
} from '../../shared/ipc/publish-calls.ts'
import type { ChangeMark } from '../../shared/ipc/site-calls.ts'
import type { CallContext } from '../lib/call-context.ts'
import { siteOf } from '../lib/site-of.ts'
import { decodeStrictly } from '../repo/decode-text.ts'
import type { ClashSides } from '../repo/publish/clashes.ts'
import type { Delivery } from '../repo/publish/deliver.ts'
import type { Published, Publisher } from '../repo/publish/publisher.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { compareFile } from './compare-file.ts'
import { discardFile } from './discard-file.ts'
import { findMoves } from './move-pairs.ts'
import { planItems, titleOf, whatOf } from './plan-items.ts'
import { requireTaken } from './refused-publish.ts'
import type { SitePublishing } from './site-publishing.ts'

type PublishHandlers = Pick<
  Handlers<CallContext>,
  | 'publish.plan'
  | 'publish.compare'
  | 'publish.discard'
  | 'publish.undoDiscard'
  | 'publish.run'
  | 'publish.state'
  | 'publish.sync'
  | 'publish.clashes'
  | 'publish.resolve'
>

export interface PublishHandlerParts {
  publishingOf(context: CallContext): SitePublishing
  /** The name to publish with that the user chose for all sites. */
  identity(): Identity | null
}

const deliveryOf = (published: Published): Delivery | null =>
  'delivery' in published ? published.delivery : null

async function planOf(site: SiteSession, publisher: Publisher, chosen: Identity | null) {
  const { changes, clashes, standing } = await publisher.unpublished()
  const items = await planItems(publisher.repo, site.info.profile, {
    changes,
    clashes: new Set(clashes.keys()),
  })
  const plan: PublishPlan = {
    items,
    summary: suggestSummary(items.filter(({ outside, blocked }) => !outside && blocked === null)),
    identity: (await publisher.identity()) ?? chosen,
    branch: standing.branch,
    remote: site.info.remote,
  }
  return plan
}

const emptyPlan = ({ info }: SiteSession): PublishPlan => ({
  items: [],
  summary: '',
  identity: null,
  branch: info.branch,
  remote: info.remote,
})

const markOf: Readonly<Record<PublishItem['kind'], ChangeMark>> = {
  changed: 'changed',
  replaced: 'changed',
  new: 'new',
  moved: 'moved',
  deleted: 'deleted',
}

/** What differs from the last published state, by path; nothing where publishing is off. */
export async function marksOf(
  publishing: SitePublishing,
): Promise<Readonly<Record<RepoPath, ChangeMark>>> {
  if (publishing.site.info.restriction !== null || publishing.site.info.branch === null) return {}
  const publisher = await publishing.publisher()
  const { changes } = await publisher.unpublished()
  const moves = await findMoves(publisher.repo, changes)
  const left = new Set(moves.values())
  return Object.fromEntries(
    changes.flatMap(({ path, base, now }) => {
      if (left.has(path)) return []
      const kind = moves.has(path) ? 'moved' : !now ? 'deleted' : base ? 'changed' : 'new'
      return [[path, markOf[kind]]]
    }),
  )
}

function clashOf({ info }: SiteSession, sides: ClashSides): Clash {
  const { path, base, mine, theirs, author, date } = sides
  const texts = [base, mine, theirs].map((bytes) =>
    bytes && !bytes.includes(0) ? decodeStrictly(bytes) : null,
  )
  const binary = [base, mine, theirs].some((bytes, index) => bytes && texts[index] === null)
  const [baseText = null, mineText = null, theirsText = null] = binary ? [] : texts
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0]
  return {
    path,
    title: titleOf(path, mineText ?? theirsText ?? null, whatOf(path, info.profile)),
    who: [author || 'Somebody else', ...(day ? [`on ${day}`] : [])].join(' '),
    base: baseText,
    mine: mineText,
    theirs: theirsText,
    binary,
  }
}

async function clashesOf(site: SiteSession, publisher: Publisher): Promise<Clash[]> {
  return (await publisher.clashes()).map((sides) => clashOf(site, sides))
}

interface Run {
  readonly paths: readonly RepoPath[]
  readonly summary: string
  readonly identity: Identity | null
}

/** A moved file's old place goes with it; only new files can have one. */
async function oldPlaces(
  publisher: Publisher,
  paths: readonly RepoPath[],
): Promise<readonly RepoPath[]> {
  if (!(await publisher.hasNew(paths))) return []
  const { changes } = await publisher.unpublished()
  const moves = await findMoves(publisher.repo, changes)
  return paths.flatMap((path) => moves.get(path) ?? [])
}

async function run(
  publishing: SitePublishing,
  { paths, summary, identity }: Run,
): Promise<PublishResult> {
  const { site } = publishing
  const wanted = new Set(paths)
  const asked = wanted.size
  const published = await publishing.talk(async (publisher) => {
    for (const path of await oldPlaces(publisher, paths)) wanted.add(path)
    return publisher.publish({ paths: wanted, message: summary, identity })
  }, deliveryOf)
  requireTaken(deliveryOf(published))
  const all = await clashesOf(site, await publishing.publisher())
  const clashes = all.filter(({ path }) => wanted.has(path))
  const sent = 'count' in published ? published.count - (wanted.size - asked) : 0
  const count = Math.max(0, sent - clashes.length)
  if (published.kind === 'waiting') return { kind: 'queued', count }
  if (clashes.length > 0) return { kind: 'clashes', count, clashes }
  if (published.kind === 'nothing' || published.commit === null) return { kind: 'nothing' }
  return { kind: 'published', commit: published.commit, count }
}

/** Answers what the window asks about publishing. */
export function createPublishHandlers({
  publishingOf,
  identity,
}: PublishHandlerParts): PublishHandlers {
  return {
    'publish.plan': async (_, context) => {
      const site = siteOf(context)
      if (site.info.restriction !== null) return emptyPlan(site)
      return planOf(site, await publishingOf(context).publisher(), identity())
    },
    'publish.compare': async ({ path }, context) =>
      compareFile(siteOf(context), await publishingOf(context).publisher(), path),
    'publish.discard': async ({ path }, context) => ({
      undo: await discardFile(siteOf(context), await publishingOf(context).publisher(), path),
    }),
    'publish.undoDiscard': async ({ undo }, context) => {
      await siteOf(context).files.undo(undo)
    },
    'publish.run': (input, context) =>
      run(publishingOf(context), { ...input, identity: input.identity ?? identity() }),
    'publish.state': async (_, context) => publishingOf(context).known(),
    'publish.sync': (_, context) => publishingOf(context).sync(),
    'publish.clashes': async (_, context) => {
      const site = siteOf(context)
      if (site.info.restriction !== null) return []
      return clashesOf(site, await publishingOf(context).publisher())
    },
    'publish.resolve': async (input, context) => {
      const publishing = publishingOf(context)
      await (await publishing.publisher()).resolve(input)
      await publishing.recount()
    },
  }
}
