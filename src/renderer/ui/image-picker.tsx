import { useMemo, useState } from 'react'
import type { Asset } from '../../shared/ipc/site-calls.ts'
import { useRecentImages } from '../lib/recent-images-store.ts'
import { fileNameOf, srcOf, useSiteFiles } from '../lib/site-files.ts'
import { EmptyState } from './empty-state.tsx'
import './image-picker.css'
import { TextField } from './text-field.tsx'

interface Props {
  /** The path of the chosen image. */
  readonly chosen: string | null
  readonly onChoose: (path: string) => void
  /** Where the app shows a file of the site. */
  readonly mediaUrl: (src: string) => string | null
}

/** More are found by searching. */
const mostShown = 400
/** Two lines of them; further back is what one has forgotten. */
const mostRecent = 8

interface Group {
  readonly label: string
  readonly images: readonly Asset[]
}

/** What fits the words; without words the pictures used lately stand before all others. */
function useGroups(images: readonly Asset[] | null, search: string): readonly Group[] {
  // As it was when the dialog opened: nothing moves under the pointer.
  const [paths] = useState(() => useRecentImages.getState().paths)
  return useMemo(() => {
    const words = search.trim().toLowerCase()
    const all = (images ?? []).filter(({ path }) => path.toLowerCase().includes(words))
    const label = 'All images'
    if (words !== '') return [{ label, images: all }]
    const byPath = new Map(all.map((image) => [image.path, image]))
    const recent = paths.flatMap((path) => byPath.get(path) ?? []).slice(0, mostRecent)
    const groups = [
      { label: 'Used lately', images: recent },
      { label, images: all },
    ]
    return groups.filter((group) => group.images.length > 0)
  }, [images, search, paths])
}

function Choices({ group, only, ...props }: Props & { group: Group; only: boolean }) {
  const { chosen, onChoose, mediaUrl } = props
  return (
    <fieldset aria-label={group.label} className="image-group">
      {!only && (
        <div className="image-group-label" aria-hidden>
          {group.label}
        </div>
      )}
      {group.images.slice(0, mostShown).map(({ path }) => (
        <button
          key={path}
          type="button"
          role="option"
          aria-selected={path === chosen}
          aria-label={fileNameOf(path)}
          title={path}
          className="image-choice"
          onClick={() => onChoose(path)}
        >
          <img src={mediaUrl(srcOf(path)) ?? undefined} alt="" loading="lazy" decoding="async" />
          <span>{fileNameOf(path)}</span>
        </button>
      ))}
    </fieldset>
  )
}

/** The images of the site, to choose one of. */
export function ImagePicker(props: Props) {
  const [search, setSearch] = useState('')
  const images = useSiteFiles('image')
  const groups = useGroups(images, search)
  if (images?.length === 0)
    return (
      <EmptyState
        title="No images yet"
        text="Put picture files into the site’s images folder; they will be offered here."
      />
    )
  const isEmpty = groups.every((group) => group.images.length === 0)
  return (
    <>
      <TextField
        label="Search images"
        placeholder="Name or folder"
        value={search}
        onChange={setSearch}
      />
      <div role="listbox" aria-label="Images of the site" className="image-choices">
        {groups.map((group) => (
          <Choices key={group.label} {...props} group={group} only={groups.length === 1} />
        ))}
        {images && isEmpty && <p className="image-none">No image fits.</p>}
      </div>
    </>
  )
}
