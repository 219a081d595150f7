import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { TreeApi } from 'react-arborist'
import type { SiteProfile } from '../../../shared/domain/site/site-profile.ts'
import { wordsOf } from '../../lib/api.ts'
import { useCommand } from '../../lib/command-store.ts'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/progress.tsx'
import { Hidden } from '../../ui/visually-hidden.tsx'
import { FilterField } from './filter-field.tsx'
import { countPages, filterRows } from './filter-rows.ts'
import { wordsOfQuery } from './fold-text.ts'
import { PageList } from './page-list.tsx'
import { type PageRow, rowOfPath } from './page-rows.ts'
import { TreeHead } from './tree-head.tsx'
import { usePageRows } from './use-page-rows.ts'
import './page-tree.css'

function Note({ children }: { readonly children: ReactNode }) {
  return <div className="page-tree-note">{children}</div>
}

/** Shown only after a moment, so that a quick answer does not flash. */
function Reading() {
  return (
    <p className="page-tree-reading" role="status">
      <Spinner /> Reading the pages…
    </p>
  )
}

function NotRead({ error, retry }: { readonly error: Error; retry(): void }) {
  return (
    <div className="page-tree-note" role="alert">
      <p>The pages could not be listed. {wordsOf(error)}</p>
      <Button size="sm" onClick={retry}>
        Try again
      </Button>
    </div>
  )
}

function Found({ count }: { readonly count: number }) {
  const words = count === 0 ? 'No page matches' : `${count} ${count === 1 ? 'page' : 'pages'} found`
  return (
    <div role="status">
      <Hidden>{words}</Hidden>
    </div>
  )
}

interface Props {
  readonly profile: SiteProfile
}

/** The pages of the site as the site itself is organised, with a filter above. */
export function PageTree({ profile }: Props) {
  const { rows, site, error, retry } = usePageRows(profile)
  const [query, setQuery] = useState('')
  const words = useMemo(() => wordsOfQuery(query), [query])
  const shown = useMemo(() => filterRows(rows ?? [], words), [rows, words])
  const tree = useRef<TreeApi<PageRow> | undefined>(undefined)
  const filter = useRef<HTMLInputElement>(null)
  const active = useOpenPages((s) => s.active)

  useCommand('go.filter', {
    run: () => {
      filter.current?.focus()
      filter.current?.select()
    },
  })
  useCommand('go.reveal', {
    enabled: rows !== null && rowOfPath(rows, active) !== null,
    run: () => {
      const row = rows && rowOfPath(rows, active)
      setQuery('')
      // The whole list is back after the next paint.
      if (row) requestAnimationFrame(() => tree.current?.focus(row.id))
    },
  })
  const openFirst = () => {
    const hit = tree.current?.visibleNodes.find(
      (node) => node.isLeaf && node.data.mark !== 'deleted',
    )
    if (words.length > 0 && hit?.data.path) useOpenPages.getState().open(hit.data.path)
  }
  const isReady = rows !== null && rows.length > 0
  return (
    <div className="page-tree">
      <TreeHead
        canClose={words.length === 0 && (rows?.some((row) => row.children !== null) ?? false)}
        onCloseAll={() => tree.current?.closeAll()}
      />
      <FilterField
        value={query}
        input={filter}
        onChange={setQuery}
        onEnter={openFirst}
        onDown={() => tree.current?.onFocus()}
      />
      {words.length > 0 && isReady && <Found count={countPages(shown)} />}
      {error && <NotRead error={error} retry={retry} />}
      {!error && rows === null && <Reading />}
      {rows?.length === 0 && <Note>This site has no pages yet.</Note>}
      {isReady && words.length > 0 && shown.length === 0 && (
        <Note>
          <p>No page matches “{query.trim()}”.</p>
          <Button size="sm" onClick={() => setQuery('')}>
            Show all pages
          </Button>
        </Note>
      )}
      {isReady && shown.length > 0 && (
        <PageList key={site} rows={shown} all={rows} words={words} site={site} tree={tree} />
      )}
    </div>
  )
}
