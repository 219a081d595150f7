import {
  type EditFidelity,
  measurePage,
} from '../../shared/domain/document/fidelity/measure-page.ts'
import {
  addPage,
  addUndecodable,
  noTotals,
  type Totals,
} from '../../shared/domain/document/fidelity/totals.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { decodeStrictly } from '../repo/decode-text.ts'
import { findPages } from './find-pages.ts'

/** A page or an edit that did not come out as it should, for the reader of the report. */
export interface Fault {
  readonly path: RepoPath
  readonly what: string
}

export interface FolderFidelity {
  readonly totals: Totals
  readonly faults: readonly Fault[]
}

function faultOf({ kind, withinBlock, reparseEqual, refusal }: EditFidelity): string | null {
  if (refusal !== null) return `an edited ${kind} was refused: ${refusal}`
  if (!reparseEqual) return `an edited ${kind} does not read back as edited`
  return withinBlock ? null : `an edited ${kind} changed words of another block`
}

/** Measures every page under a folder; `all` edits every text block instead of one of each kind. */
export async function measureFolder(folder: string, all: boolean): Promise<FolderFidelity> {
  const totals = noTotals()
  const faults: Fault[] = []
  for await (const { path, bytes } of findPages(folder)) {
    const text = decodeStrictly(bytes)
    if (text === null) {
      addUndecodable(totals, path)
      continue
    }
    const page = measurePage(path, text, all)
    addPage(totals, path, page)
    if (!page.identical) faults.push({ path, what: 'saving it unedited changed it' })
    for (const edit of page.edits) {
      const what = faultOf(edit)
      if (what !== null) faults.push({ path, what })
    }
  }
  return { totals, faults }
}
