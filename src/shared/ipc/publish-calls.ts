import { z } from 'zod'
import { call } from './define.ts'
import { id, repoPath, sha256, shortText } from './schemas.ts'

export const identity = z
  .object({ name: z.string().min(1).max(200), email: z.string().min(3).max(320) })
  .strict()
export type Identity = z.infer<typeof identity>

export const publishItem = z.object({
  path: repoPath,
  /** For moves: where it was. */
  from: repoPath.nullable(),
  title: shortText,
  what: z.enum(['page', 'image', 'document', 'navigation', 'data', 'settings', 'other']),
  kind: z.enum(['changed', 'new', 'moved', 'deleted', 'replaced']),
  /** One line in words: “2 sentences, description”. */
  words: shortText,
  /** Changed by another program, or before Galley opened the site: listed apart and not ticked. */
  outside: z.boolean(),
  /** Cannot be published, with the reason in words (too big, name, clash waiting, …). */
  blocked: shortText.nullable(),
})
export type PublishItem = z.infer<typeof publishItem>

export const clash = z.object({
  path: repoPath,
  title: shortText,
  /** Who changed it on the site, and when. */
  who: shortText,
  /** null: deleted (or not there); binary files carry no text. */
  base: z.string().nullable(),
  mine: z.string().nullable(),
  theirs: z.string().nullable(),
  binary: z.boolean(),
})
export type Clash = z.infer<typeof clash>

export const queueItem = z.object({
  id,
  summary: shortText,
  count: z.number().int(),
  since: z.string(),
  /** Why it waits, in words. */
  reason: shortText,
})
export type QueueItem = z.infer<typeof queueItem>

/** What the sync pill and the status bar show. */
export const syncState = z.object({
  state: z.enum([
    'unknown',
    'up-to-date',
    'working',
    'offline',
    'incoming',
    'waiting',
    'sign-in',
    'refused',
    'clash',
    'no-remote',
    'restricted',
  ]),
  /** Publishes made here and not delivered yet. */
  waiting: z.number().int(),
  /** Files others changed on the site since the last look. */
  incoming: z.number().int(),
  /** The sentence for the pill's popover. */
  words: shortText,
  queue: z.array(queueItem),
  clashes: z.number().int(),
})
export type SyncState = z.infer<typeof syncState>

export const publishPlan = z.object({
  items: z.array(publishItem),
  summary: shortText,
  identity: identity.nullable(),
  branch: shortText.nullable(),
  remote: shortText.nullable(),
})
export type PublishPlan = z.infer<typeof publishPlan>

const side = z.object({
  /** Text of the file, null where it is binary or not there. */
  text: z.string().nullable(),
  /** `media://…` address of an image version, null otherwise. */
  image: z.string().nullable(),
  bytes: z.number().nullable(),
})
export const comparison = z.object({ path: repoPath, before: side, after: side })
export type Comparison = z.infer<typeof comparison>

const publishResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('published'), commit: z.string(), count: z.number().int() }),
  z.object({ kind: z.literal('queued'), count: z.number().int() }),
  /** The rest went out (`count` may be 0); these items wait for a decision. */
  z.object({ kind: z.literal('clashes'), count: z.number().int(), clashes: z.array(clash) }),
  z.object({ kind: z.literal('nothing') }),
])
export type PublishResult = z.infer<typeof publishResult>

export const publishCalls = {
  'publish.plan': call(z.void(), publishPlan),
  'publish.compare': call(z.object({ path: repoPath }).strict(), comparison),
  /** Brings one file back to its published state; the version thrown away can be brought back with `undo`. */
  'publish.discard': call(z.object({ path: repoPath }).strict(), z.object({ undo: id })),
  'publish.undoDiscard': call(z.object({ undo: id }).strict(), z.void()),
  'publish.run': call(
    z
      .object({
        paths: z.array(repoPath).max(100_000),
        summary: z.string().min(1).max(10_000),
        identity: identity.nullable(),
      })
      .strict(),
    publishResult,
  ),
  /** Current state without asking the network. */
  'publish.state': call(z.void(), syncState),
  /** Looks for others' changes, delivers what waits, brings their changes in. */
  'publish.sync': call(z.void(), syncState),
  'publish.clashes': call(z.void(), z.array(clash)),
  /** `both` is only offered for text and carries the joined text. */
  'publish.resolve': call(
    z
      .object({
        path: repoPath,
        choice: z.enum(['mine', 'theirs', 'both']),
        text: z.string().nullable(),
        theirsSha: sha256.nullable(),
      })
      .strict(),
    z.void(),
  ),
} as const
