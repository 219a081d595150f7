import { ChevronDown, Search, Upload } from 'lucide-react'
import type { MediaFile } from '../../../shared/ipc/media-calls.ts'
import { bytesInWords } from '../../lib/bytes-in-words.ts'
import { Button } from '../../ui/button.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useMedia } from './media-store.ts'
import { filesInWords, inFigures } from './model/file-words.ts'
import { placeLabel } from './model/places.ts'
import { sortLabels, sorts, typesOf } from './model/shown-files.ts'

interface Props {
  readonly files: readonly MediaFile[]
  readonly shown: readonly MediaFile[]
  /** Null where nothing can be changed. */
  readonly onImport: (() => void) | null
}

function Facts({ files, shown }: Pick<Props, 'files' | 'shown'>) {
  const bytes = shown.reduce((sum, file) => sum + file.bytes, 0)
  const isOfDocuments = useMedia((media) => media.place === 'documents')
  const all = files.length === 0 && isOfDocuments ? 'No documents' : filesInWords(files)
  const words = shown.length === files.length ? all : `${inFigures(shown.length)} of ${all}`
  return (
    <span className="media-bar-facts" role="status">
      {words}
      {bytes > 0 && <span className="media-bar-bytes">, {bytesInWords(bytes)}</span>}
    </span>
  )
}

function SearchField() {
  const search = useMedia((media) => media.search)
  const { setSearch } = useMedia.getState()
  return (
    <span className="media-search">
      <Search size={14} strokeWidth={2} aria-hidden />
      <input
        type="search"
        aria-label="Search media"
        placeholder="Search"
        spellCheck={false}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && search !== '') setSearch('')
          else if (event.key === 'ArrowDown' || event.key === 'Enter')
            document.querySelector<HTMLElement>('.media-grid')?.focus()
          else return
          event.preventDefault()
        }}
      />
    </span>
  )
}

const trigger = (label: string, shown: string) => (
  <Button variant="quiet" className="media-bar-menu" aria-label={`${label}: ${shown}`}>
    {shown}
    <ChevronDown size={14} strokeWidth={2} aria-hidden />
  </Button>
)

function TypeMenu({ files }: { readonly files: readonly MediaFile[] }) {
  const type = useMedia((media) => media.type)
  const { setType } = useMedia.getState()
  const types = typesOf(files)
  if (types.length < 2 && type === null) return null
  const rows = [null, ...types].map((to) => ({
    label: to ?? 'All kinds',
    checked: to === type,
    run: () => setType(to),
  }))
  return <MenuButton label="Kinds" entries={rows} trigger={trigger('Kind', type ?? 'All kinds')} />
}

function SortMenu() {
  const sort = useMedia((media) => media.sort)
  const { setSort } = useMedia.getState()
  const rows = sorts.map((to) => ({
    label: sortLabels[to],
    checked: to === sort,
    run: () => setSort(to),
  }))
  return <MenuButton label="Order" entries={rows} trigger={trigger('Order', sortLabels[sort])} />
}

/** What is shown and how; tools that would have nothing to act on are left out. */
export function MediaBar({ files, shown, onImport }: Props) {
  const place = useMedia((media) => media.place)
  const layout = useMedia((media) => media.layout)
  const { setLayout } = useMedia.getState()
  const hasFiles = files.length > 0
  return (
    <header className="media-bar">
      <h2>{placeLabel(place)}</h2>
      {place !== 'broken' && <Facts files={files} shown={shown} />}
      <span className="media-bar-gap" />
      {hasFiles && (
        <>
          <SearchField />
          <TypeMenu files={files} />
          {place !== 'duplicates' && place !== 'alike' && <SortMenu />}
          <Segmented
            label="Layout"
            value={layout}
            options={[
              { id: 'grid', label: 'Grid' },
              { id: 'table', label: 'Table' },
            ]}
            onChange={setLayout}
          />
        </>
      )}
      {onImport && (hasFiles || place !== 'images') && (
        <Button icon={Upload} className="media-bar-import" onClick={onImport}>
          Import images…
        </Button>
      )}
    </header>
  )
}
