import { type BlockDiff, countDiff, diffDocuments } from '../../../shared/domain/document/diff.ts'
import { openPage } from '../../../shared/domain/document/page.ts'
import type { OpenedPage } from '../../../shared/domain/document/types.ts'
import type { Comparison } from '../../../shared/ipc/publish-calls.ts'
import { changedDetails } from './changed-details.ts'
import { countChangedStretches } from './source-lines.ts'

/** What two versions of a file are shown as. */
export type ComparisonModel =
  | {
      readonly kind: 'page'
      readonly was: OpenedPage
      readonly now: OpenedPage
      readonly blocks: readonly BlockDiff[]
      readonly changes: number
    }
  /** A page that is new, or that goes: shown as it is, not word by word. */
  | { readonly kind: 'whole-page'; readonly page: OpenedPage; readonly gone: boolean }
  | {
      readonly kind: 'text'
      readonly before: string
      readonly after: string
      readonly changes: number
    }
  | { readonly kind: 'picture' }
  | { readonly kind: 'file' }

const isPagePath = (path: string) => /\.(md|markdown|mkd|html?)$/i.test(path)

/** The two versions of a page, rendered; null where one of them can be shown as source only. */
function pageModel(before: string, after: string): ComparisonModel | null {
  const [was, now] = [openPage(before), openPage(after)]
  if (!was.doc || !now.doc) return null
  const blocks = diffDocuments(was.doc, now.doc)
  const { added, removed, moved, changed } = countDiff(blocks)
  const details = changedDetails(was.front, now.front).length
  return { kind: 'page', was, now, blocks, changes: added + removed + moved + changed + details }
}

function wholePage(text: string, gone: boolean): ComparisonModel | null {
  const page = openPage(text)
  return page.doc ? { kind: 'whole-page', page, gone } : null
}

/** Decides how two versions of a file are shown. Never throws. */
export function modelOf({ path, before, after }: Comparison): ComparisonModel {
  if (before.image !== null || after.image !== null) return { kind: 'picture' }
  if (before.text === null && after.text === null) return { kind: 'file' }
  if (isPagePath(path)) {
    const model =
      before.text === null
        ? wholePage(after.text ?? '', false)
        : after.text === null
          ? wholePage(before.text, true)
          : pageModel(before.text, after.text)
    if (model) return model
  }
  const texts = { before: before.text ?? '', after: after.text ?? '' }
  return { kind: 'text', ...texts, changes: countChangedStretches(texts.before, texts.after) }
}

const counted = (n: number) => (n === 1 ? '1 change' : `${n} changes`)

/** “4 changes”, or null where there is nothing to count; `drawn` is how many of them are marked on the screen. */
export function changesInWords(model: ComparisonModel, drawn: number | null): string | null {
  switch (model.kind) {
    case 'page':
    case 'text':
      return counted(drawn || model.changes)
    case 'whole-page':
      return model.gone ? 'This page goes' : 'New page'
    case 'picture':
    case 'file':
      return null
  }
}
