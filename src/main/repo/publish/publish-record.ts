import { join } from 'node:path'
import { z } from 'zod'
import { type JsonFile, openJsonFile } from '../../lib/json-file.ts'

const entry = z.object({
  n: z.number().int(),
  commit: z.string(),
  parent: z.string().nullable(),
  branch: z.string(),
  summary: z.string(),
  count: z.number().int(),
  since: z.string(),
  reason: z.string(),
})
/** A publish made here that the site does not have yet; its commit is kept by `refs/galley/outbox/<n>`. */
export type OutboxEntry = z.infer<typeof entry>

const publishRecord = z.object({
  v: z.literal(1),
  outbox: z.array(entry),
  /** Paths changed here and on the site, with the content id both began with; null: there was none. */
  clashes: z.record(z.string(), z.string().nullable()),
  /** The index has not followed the branch over this stretch yet. */
  indexBehind: z.object({ from: z.string().nullable(), to: z.string() }).nullable(),
  identity: z.object({ name: z.string(), email: z.string() }).nullable(),
  /** The remote's address the user talked to: only that one is asked without the user asking. */
  agreed: z.string().nullable().default(null),
})
/** What publishing a site must not forget over a restart. */
export type PublishRecord = z.infer<typeof publishRecord>

const initial: PublishRecord = {
  ...{ v: 1, outbox: [], clashes: {} },
  ...{ indexBehind: null, identity: null, agreed: null },
}

/** Opens the record in the application's own folder for a site. */
export function openPublishRecord(stateDir: string): JsonFile<PublishRecord> {
  return openJsonFile(join(stateDir, 'publish.json'), {
    initial,
    parse: (raw) => publishRecord.parse(raw),
  })
}
