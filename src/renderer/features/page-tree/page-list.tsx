import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { type NodeApi, Tree, type TreeApi } from 'react-arborist'
import { runCommand } from '../../lib/command-store.ts'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import { ContextMenu } from '../../ui/menu.tsx'
import { noDragBackend } from './no-drag-backend.ts'
import { firstOpenFolders, rememberedFolders, rememberFolders } from './open-folders.ts'
import { pageMenu } from './page-menu.ts'
import { PageRowItem } from './page-row.tsx'
import { type PageRow, rowOfPath } from './page-rows.ts'
import { RowContext, type RowSurroundings } from './row-context.ts'
import { handleRowKey, type TypedLetters } from './tree-keys.ts'
import { useElementHeight } from './use-element-height.ts'

interface Props {
  /** The rows to show: all, or those that were looked for. */
  readonly rows: readonly PageRow[]
  readonly all: readonly PageRow[]
  readonly words: readonly string[]
  /** For what is remembered of the site; null remembers nothing. */
  readonly site: string | null
  readonly tree: RefObject<TreeApi<PageRow> | undefined>
}

/** Opens a page or turns a folder; a second Enter on the page in front goes on to the page itself. */
function applyRow(node: NodeApi<PageRow>): void {
  const { path, mark } = node.data
  if (node.isInternal) node.toggle()
  else if (path !== null && mark !== 'deleted') useOpenPages.getState().open(path)
}

function enterRow(node: NodeApi<PageRow>): void {
  const { path } = node.data
  const isInFront = path !== null && path === useOpenPages.getState().active
  if (isInFront) runCommand('go.next-region')
  else applyRow(node)
}

/** What the rows need to know; `menuRow` learns on which row the menu opens. */
function useRowSurroundings(
  words: readonly string[],
  menuRow: RefObject<PageRow | null>,
): RowSurroundings {
  const tabs = useOpenPages((s) => s.tabs)
  const active = useOpenPages((s) => s.active)
  const typed = useRef<TypedLetters>({ text: '', at: 0 })
  return useMemo(
    () => ({
      active,
      open: new Set(tabs.map((tab) => tab.path)),
      words,
      onUse(node) {
        node.tree.focus(node.id, { scroll: false })
        applyRow(node)
      },
      onKey: (event, node) => handleRowKey(event, node, { typed: typed.current, use: enterRow }),
      onMenu(row) {
        menuRow.current = row
      },
    }),
    [active, tabs, words, menuRow],
  )
}

/** The tree itself: only the rows in view are in the page. */
export function PageList({ rows, all, words, site, tree }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const height = useElementHeight(place)
  const menuRow = useRef<PageRow | null>(null)
  const surroundings = useRowSurroundings(words, menuRow)
  const [openAtFirst] = useState(
    () => (site === null ? null : rememberedFolders(site)) ?? firstOpenFolders(all),
  )
  const activeRow = useMemo(() => rowOfPath(rows, surroundings.active), [rows, surroundings.active])
  const activeId = activeRow?.id
  const isShown = height > 0
  const isFiltered = words.length > 0
  useEffect(() => {
    // While something is looked for, the list stays where the reader is.
    if (activeId !== undefined && isShown && !isFiltered) void tree.current?.scrollTo(activeId)
  }, [activeId, isShown, isFiltered, tree])
  const remember = () => {
    if (site !== null && tree.current) rememberFolders(site, tree.current.openState)
  }
  return (
    <RowContext value={surroundings}>
      <ContextMenu label="Page" entries={() => pageMenu(menuRow.current)}>
        <div
          ref={place}
          className="page-list"
          onContextMenuCapture={() => {
            menuRow.current = null
          }}
          onFocusCapture={() => {
            // The Tab key comes to the page in front, not to the top.
            const list = tree.current
            if (list && !list.focusedNode && activeId !== undefined && list.get(activeId))
              list.focus(activeId)
          }}
        >
          {isShown && (
            <Tree<PageRow>
              ref={tree}
              aria-label="Pages"
              data={rows}
              height={height}
              width="100%"
              rowHeight={26}
              paddingTop={4}
              paddingBottom={12}
              overscanCount={12}
              openByDefault={false}
              initialOpenState={{ ...openAtFirst }}
              searchTerm={words.join(' ')}
              searchMatch={() => true}
              onToggle={remember}
              onActivate={applyRow}
              renderRow={PageRowItem}
              dndBackend={noDragBackend}
              disableMultiSelection
              disableDeselectOnClick
              disableDrag
              disableDrop
              disableEdit
            >
              {Nothing}
            </Tree>
          )}
        </div>
      </ContextMenu>
    </RowContext>
  )
}

/** The row draws itself. */
function Nothing() {
  return null
}
