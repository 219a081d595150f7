import type { Change, ChangeSet } from '../change-set.ts'
import type { RepoPath } from '../repo-path.ts'
import { basesOf } from './bases-of.ts'
import { type FileMove, inOrder } from './check-moves.ts'
import type { Mention } from './find-mentions.ts'
import { rewriteText } from './rewrite-text.ts'
import type { SiteFacts } from './site-facts.ts'

/** A text of the site in which references may have to follow. */
export interface SearchedText {
  readonly path: RepoPath
  readonly text: string
  /** Its address on the site, null where it has none. */
  readonly permalink: string | null
}

/** A file that gets another place, other contents, or both. */
export interface FileChange extends FileMove {
  /** Null: its contents stay. */
  readonly content: Uint8Array | null
  /** The SHA-256 of the contents the new ones were made from. */
  readonly was?: string
}

export interface FilesPlanInput {
  readonly summary: string
  /** Checked before (`checkMoves`); each file once. */
  readonly files: readonly FileChange[]
  readonly facts: SiteFacts
  readonly find: (text: string) => readonly Mention[]
  /** Every text that mentions one of the files, or is one. */
  readonly texts: readonly SearchedText[]
}

export interface FilesPlan {
  readonly plan: ChangeSet
  /** The texts that change, and how many references in each. */
  readonly pages: readonly { readonly path: RepoPath; readonly count: number }[]
  /** References that could not be made to follow. */
  readonly lost: readonly { readonly path: RepoPath; readonly address: string }[]
}

/** The facts after files moved. */
function factsAfter(facts: SiteFacts, files: readonly FileMove[]): SiteFacts {
  const paths = new Map(facts.files)
  for (const { from } of files) paths.delete(from.normalize('NFC'))
  for (const { to } of files) paths.set(to.normalize('NFC'), to)
  return { ...facts, files: paths }
}

function fileChanges(files: readonly FileChange[]): readonly Change[] {
  const moves = inOrder(files.filter(({ content, from, to }) => content === null && from !== to))
  const converted = files.filter(({ content }) => content !== null)
  return [
    ...moves.map(({ from, to }): Change => ({ kind: 'move', from, to })),
    ...converted.flatMap(({ from, to, was }): Change[] =>
      from === to ? [] : [{ kind: 'delete', path: from, was }],
    ),
    ...converted.map(
      ({ from, to, content, was }): Change => ({
        kind: 'write',
        path: to,
        content: content ?? new Uint8Array(),
        was: from === to ? was : undefined,
      }),
    ),
  ]
}

/** One step that moves, converts or replaces files with every reference following. Nothing else changes. */
export function planFiles({ summary, files, facts, find, texts }: FilesPlanInput): FilesPlan {
  const targets = new Map(files.map(({ from, to }) => [from, to]))
  const replaced = new Set(files.filter(({ content }) => content !== null).map(({ from }) => from))
  const newPathOf = (path: RepoPath) => targets.get(path) ?? path
  const after = factsAfter(facts, files)
  const pages: { path: RepoPath; count: number }[] = []
  const lost: { path: RepoPath; address: string }[] = []
  const writes: Change[] = []
  for (const { path, text, permalink } of texts) {
    if (replaced.has(path)) continue
    const own = newPathOf(path)
    const rewritten = rewriteText({
      text,
      find,
      newPathOf,
      before: { facts, bases: basesOf(path, permalink) },
      after: { facts: after, bases: basesOf(own, permalink) },
    })
    lost.push(...rewritten.lost.map((address) => ({ path, address })))
    if (rewritten.count === 0) continue
    pages.push({ path, count: rewritten.count })
    writes.push({ kind: 'write', path: own, content: rewritten.text })
  }
  return { plan: { summary, changes: [...fileChanges(files), ...writes] }, pages, lost }
}
