import type { RepoPath } from '../repo-path.ts'
import type { Mention } from './find-mentions.ts'
import { referencesAmong } from './find-references.ts'
import { follow, type Place, type Reference, resolveMention } from './resolve-mention.ts'
import { type Edit, redirect } from './write-path.ts'

/** A text in which references follow files that move. */
export interface TextToRewrite {
  readonly text: string
  /** How mentions are found. */
  readonly find: (text: string) => readonly Mention[]
  /** What addresses lead to before the move, and after it. */
  readonly before: Place
  readonly after: Place
  /** Where a file is after the move; the same path where it stays. */
  readonly newPathOf: (path: RepoPath) => RepoPath
}

export interface RewrittenText {
  readonly text: string
  /** How many references were changed. */
  readonly count: number
  /** Addresses that could not be made to lead to the new place, as written. */
  readonly lost: readonly string[]
}

/** Puts the edits, in order and apart from each other, into a text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let at = 0
  const pieces: string[] = []
  for (const edit of edits) {
    pieces.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return [...pieces, text.slice(at)].join('')
}

/** More than a mention ever looks back, and than it looks ahead. */
const [behind, ahead] = [2048, 16]

/** Where an edited reference leads: the one that ends where the edit ends. */
function leadsTo(edit: Edit, { text, find, after }: TextToRewrite): RepoPath | null {
  const before = text.slice(Math.max(0, edit.start - behind), edit.start) + edit.text
  const near = before + text.slice(edit.end, edit.end + ahead)
  const mention = find(near).find(({ at, window }) => at + window.length === before.length)
  return (mention && resolveMention(mention, after).path) ?? null
}

/** A relative address of a text that moves starts from another folder afterwards. */
function fromAfter(reference: Reference, { text, after }: TextToRewrite): Reference {
  const folder = reference.base === null ? undefined : after.bases[reference.base]
  if (folder === undefined) return reference
  const dots = text.slice(reference.start, reference.pathStart)
  return { ...reference, anchor: follow(folder, dots) }
}

/** The edit of one reference, checked by reading what it will be; all percent-encoded where the written form fails. */
function editOf(reference: Reference, task: TextToRewrite): Edit | null {
  const { text, newPathOf } = task
  const { start, end } = reference
  const target = newPathOf(reference.path)
  const asItIs: Edit = { start, end, text: text.slice(start, end) }
  if (target === reference.path && leadsTo(asItIs, task) === target) return asItIs
  const from = fromAfter(reference, task)
  const edits = [redirect(from, target), redirect(from, target, true)]
  return edits.find((edit) => leadsTo(edit, task) === target) ?? null
}

/** Makes every reference follow the files that move; nothing else of the text changes. */
export function rewriteText(task: TextToRewrite): RewrittenText {
  const { text, find, before } = task
  const edits: Edit[] = []
  const lost: string[] = []
  for (const reference of referencesAmong(find(text), before)) {
    const edit = editOf(reference, task)
    if (!edit) lost.push(text.slice(reference.start, reference.end))
    else if (edit.text !== text.slice(edit.start, edit.end)) edits.push(edit)
  }
  return { text: applyEdits(text, edits), count: edits.length, lost }
}
