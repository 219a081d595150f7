import { checkSaved, openPage, savePage } from '../page.ts'
import { diffedLines } from './text-changes.ts'

/** What writing a page's next version into its last one showed. */
export type SaveFidelity =
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      readonly kind: 'saved'
      readonly reparseEqual: boolean
      /** The text is what was committed, to the byte. */
      readonly identical: boolean
      readonly changedLines: number
      /** Lines that the commit itself changed. */
      readonly committedLines: number
    }

/** Saves an old version of a page towards the content of a newer one, as if an editor had typed the difference. */
export function measureSave(before: string, after: string): SaveFidelity {
  const was = openPage(before)
  const now = openPage(after)
  if (!was.doc || !now.doc)
    return { kind: 'skipped', reason: was.refusal ?? now.refusal ?? 'shown as source' }
  if (was.kind !== now.kind && was.kind !== 'none' && now.kind !== 'none')
    return { kind: 'skipped', reason: 'written in another language than before' }
  const saved = savePage(was, { doc: now.doc, front: now.front })
  if (saved.kind === 'refused') return saved
  return {
    kind: 'saved',
    reparseEqual: checkSaved(saved.text, now.doc) === null,
    identical: saved.text === after,
    changedLines: diffedLines(before, saved.text),
    committedLines: diffedLines(before, after),
  }
}
