import { createContext, type KeyboardEvent, use } from 'react'
import type { NodeApi } from 'react-arborist'
import type { PageRow } from './page-rows.ts'

/** What every row of the tree needs to know. */
export interface RowSurroundings {
  /** The page in front. */
  readonly active: string | null
  /** Pages that have a tab. */
  readonly open: ReadonlySet<string>
  /** What is looked for. */
  readonly words: readonly string[]
  /** Opens a page, opens or closes a folder. */
  onUse(node: NodeApi<PageRow>): void
  onKey(event: KeyboardEvent, node: NodeApi<PageRow>): void
  /** The menu is about to open on this row. */
  onMenu(row: PageRow): void
}

const nobody = (): void => undefined

export const RowContext = createContext<RowSurroundings>({
  active: null,
  open: new Set(),
  words: [],
  onUse: nobody,
  onKey: nobody,
  onMenu: nobody,
})

export const useSurroundings = (): RowSurroundings => use(RowContext)
