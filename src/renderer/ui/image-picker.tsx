import { useState } from 'react'
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

/** The images of the site, to choose one of. */
export function ImagePicker({ chosen, onChoose, mediaUrl }: Props) {
  const [search, setSearch] = useState('')
  const images = useSiteFiles('image')
  const words = search.trim().toLowerCase()
  const hits = images?.filter(({ path }) => path.toLowerCase().includes(words)) ?? []
  if (images?.length === 0)
    return (
      <EmptyState
        title="No images yet"
        text="Put picture files into the site’s images folder; they will be offered here."
      />
    )
  return (
    <>
      <TextField
        label="Search images"
        placeholder="Name or folder"
        value={search}
        onChange={setSearch}
      />
      <div role="listbox" aria-label="Images of the site" className="image-choices">
        {hits.slice(0, mostShown).map(({ path }) => (
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
        {images && hits.length === 0 && <p className="image-none">No image fits.</p>}
      </div>
    </>
  )
}
