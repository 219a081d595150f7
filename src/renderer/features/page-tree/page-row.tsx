import { ChevronDown, ChevronRight } from 'lucide-react'
import { type Ref, useCallback, useId } from 'react'
import type { NodeApi, RowRendererProps } from 'react-arborist'
import { cx } from '../../ui/class-names.ts'
import { Hidden } from '../../ui/visually-hidden.tsx'
import { titleParts } from './fold-text.ts'
import type { PageRow } from './page-rows.ts'
import { useSurroundings } from './row-context.ts'
import { RowIcon } from './row-icon.tsx'
import { markWords, RowMark } from './row-mark.tsx'

const figures = new Intl.NumberFormat('en')

const pagesInWords = (count: number) => (count === 1 ? '1 page' : `${figures.format(count)} pages`)

/** What a screen reader says after the row's name. */
function descriptionOf({ data, isOpen }: NodeApi<PageRow>): string {
  const words: string[] = []
  if (data.mark) words.push(markWords(data.mark))
  if (data.children && !isOpen) {
    words.push(pagesInWords(data.pages))
    if (data.markedBelow) words.push('changes inside')
  }
  return words.join(', ')
}

function Title({ row, words }: { readonly row: PageRow; readonly words: readonly string[] }) {
  const parts = words.length === 0 ? null : titleParts(row.title, words)
  // What was looked for may be in the path alone.
  const tip = parts && row.path !== null ? `${row.title}\n${row.path}` : row.title
  return (
    <span className="page-row-title" dir="auto" title={tip}>
      {parts?.map(({ text, hit, at }) => (hit ? <mark key={at}>{text}</mark> : text)) ?? row.title}
    </span>
  )
}

function Chevron({ node }: { readonly node: NodeApi<PageRow> }) {
  const Sign = node.isOpen ? ChevronDown : ChevronRight
  return (
    <span className="page-row-chevron">
      {node.isInternal && <Sign size={12} strokeWidth={2.25} aria-hidden="true" />}
    </span>
  )
}

/** The place at the right: a closed folder's count, or the sign of a change. It is kept free, so nothing jumps. */
function Facts({ row, closed }: { readonly row: PageRow; readonly closed: boolean }) {
  return (
    <>
      {closed && <span className="page-row-count">{figures.format(row.pages)}</span>}
      {closed && row.markedBelow && (
        <span className="page-row-mark page-row-mark-below" title="Changes inside" />
      )}
      {row.mark && <RowMark mark={row.mark} />}
    </>
  )
}

/**
 * Keeps the focus in the tree when the row that has it scrolls out and is taken away: the arrows go on from there, and
 * the row does not take the focus back from elsewhere when it comes into view again.
 */
function useKeptFocus(innerRef: (row: HTMLDivElement | null) => void): Ref<HTMLDivElement> {
  return useCallback(
    (row: HTMLDivElement | null) => {
      innerRef(row)
      if (!row) return
      const tree = row.closest<HTMLElement>('[role="tree"]')
      return () => {
        if (document.activeElement === row) tree?.focus({ preventScroll: true })
        innerRef(null)
      }
    },
    [innerRef],
  )
}

/** One row of the tree, named by its title alone. */
export function PageRowItem({ node, attrs, innerRef }: RowRendererProps<PageRow>) {
  const { active, open, words, onUse, onKey, onMenu } = useSurroundings()
  const ref = useKeptFocus(innerRef)
  const id = useId()
  const row = node.data
  const description = descriptionOf(node)
  const isFolder = row.children !== null
  const hasTab = row.path !== null && open.has(row.path)
  return (
    <div
      {...attrs}
      ref={ref}
      role="treeitem"
      tabIndex={-1}
      aria-label={row.title}
      aria-describedby={description === '' ? undefined : id}
      aria-selected={row.path !== null && row.path === active}
      aria-expanded={isFolder ? node.isOpen : undefined}
      aria-disabled={row.mark === 'deleted' || undefined}
      aria-setsize={node.parent?.children?.length}
      aria-posinset={node.childIndex + 1}
      className={cx(
        'page-row',
        hasTab && 'page-row-open',
        row.mark === 'deleted' && 'page-row-gone',
      )}
      // The row spans the list between its margins, so that a long title shortens and never scrolls sideways.
      style={{
        ...attrs.style,
        left: 6,
        width: 'calc(100% - 6px)',
        minWidth: 0,
        paddingLeft: 4 + node.level * 14,
      }}
      onFocus={(event) => event.stopPropagation()}
      onClick={() => onUse(node)}
      onKeyDown={(event) => onKey(event, node)}
      onContextMenu={() => onMenu(row)}
    >
      <Chevron node={node} />
      <RowIcon kind={row.kind} />
      <Title row={row} words={words} />
      <Facts row={row} closed={isFolder && !node.isOpen} />
      {description !== '' && <Hidden id={id}>{description}</Hidden>}
    </div>
  )
}
