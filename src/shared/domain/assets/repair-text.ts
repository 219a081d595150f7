import type { RepoPath } from '../repo-path.ts'
import type { Mention } from './find-mentions.ts'
import { type RewrittenText, rewriteText } from './rewrite-text.ts'
import type { SiteFacts } from './site-facts.ts'

/** A path that leads to no file, and the file it is to lead to. */
export interface Repair {
  readonly wanted: RepoPath
  readonly to: RepoPath
}

interface TextToRepair {
  readonly text: string
  readonly find: (text: string) => readonly Mention[]
  readonly facts: SiteFacts
  /** Folders that relative addresses of the text may start from. */
  readonly bases: readonly string[]
  readonly repairs: readonly Repair[]
}

/**
 * Makes addresses that lead nowhere lead to files that are there, each in the form it was written in; nothing else of
 * the text changes. It is as if the missing files had been there and were moved.
 */
export function repairText({ text, find, facts, bases, repairs }: TextToRepair): RewrittenText {
  const missing = repairs.filter(({ wanted }) => !facts.files.has(wanted.normalize('NFC')))
  const targets = new Map(missing.map(({ wanted, to }) => [wanted, to]))
  const files = new Map(facts.files)
  for (const wanted of targets.keys()) files.set(wanted.normalize('NFC'), wanted)
  return rewriteText({
    text,
    find,
    before: { facts: { ...facts, files }, bases },
    after: { facts, bases },
    newPathOf: (path) => targets.get(path) ?? path,
  })
}
