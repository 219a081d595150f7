import { wordsOf } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Spinner } from '../../ui/progress.tsx'
import { useMedia } from './media-store.ts'
import { inFigures } from './model/file-words.ts'
import type { Place } from './model/places.ts'
import { useAlikeProgress } from './use-report.ts'

/** Two photographs, of which one waits to be filled. */
function Photographs() {
  return (
    <svg className="media-drawing" viewBox="0 0 190 110" width="164" aria-hidden="true">
      <g transform="rotate(-6 60 60)">
        <rect className="media-drawing-frame" x="14" y="26" width="86" height="64" rx="7" />
        <rect className="media-drawing-grey" x="20" y="32" width="74" height="52" rx="3" />
      </g>
      <g transform="rotate(6 130 56)">
        <rect className="media-drawing-frame" x="80" y="18" width="96" height="72" rx="7" />
        <rect className="media-drawing-sky" x="86" y="24" width="84" height="60" rx="3" />
        <circle className="media-drawing-hill" cx="106" cy="42" r="7" />
        <path
          className="media-drawing-hill"
          d="M86 78l22-22 16 14 18-20 28 26v5a3 3 0 01-3 3H89a3 3 0 01-3-3z"
        />
      </g>
    </svg>
  )
}

/** Every picture is looked at the first time, so it is said how far that has come. */
function Comparing() {
  const progress = useAlikeProgress()
  const far = progress && ` ${inFigures(progress.done)} of ${inFigures(progress.total)}`
  return <>Comparing the pictures…{far}</>
}

/** Shown only after a moment, so that a quick answer does not flash. */
export function Reading({ place }: { readonly place: Place }) {
  const isList = place === 'images' || place === 'documents' || place.startsWith('folder:')
  const words = isList ? 'Reading the files…' : 'Looking through the pages…'
  return (
    <p className="media-reading" role="status">
      <Spinner /> {place === 'alike' ? <Comparing /> : words}
    </p>
  )
}

export function NotRead({ error, retry }: { readonly error: Error; retry(): void }) {
  return (
    <ErrorState
      happened={`The media could not be listed. ${wordsOf(error)}`}
      kept="All files are where they were."
      actions={<Button onClick={retry}>Try again</Button>}
    />
  )
}

const emptyWords: Readonly<Partial<Record<Place, readonly [title: string, text: string]>>> = {
  documents: ['No documents yet', 'PDF files and other documents of the site will be listed here.'],
  unused: ['Nothing is unused', 'Every file is mentioned somewhere on the site.'],
  'missing-alt': [
    'No alt text is missing',
    'Every image in the pages has words for those who cannot see it.',
  ],
  'too-big': [
    'No image is too big',
    'Images that are much larger than they are shown will be listed here.',
  ],
  duplicates: [
    'No duplicates',
    'Files with the same content under several names will be listed here.',
  ],
  alike: [
    'No pictures look alike',
    'Copies of one picture in other sizes, formats or qualities will be listed here.',
  ],
  broken: [
    'No broken links',
    'Images and files that pages mention but that are not there will be listed here.',
  ],
}

interface EmptyProps {
  readonly place: Place
  /** There are files here, but none fits the search. */
  readonly searched: boolean
  readonly onImport: (() => void) | null
}

/** Nothing to show, and why. */
export function NoFiles({ place, searched, onImport }: EmptyProps) {
  if (searched)
    return (
      <EmptyState
        title="No file fits"
        text="Nothing here has such a name. Look for less, or in all images."
        action={
          <Button size="lg" onClick={() => useMedia.setState({ search: '', type: null })}>
            Show all
          </Button>
        }
      />
    )
  const words = emptyWords[place]
  if (words) return <EmptyState title={words[0]} text={words[1]} />
  return (
    <EmptyState
      drawing={<Photographs />}
      title="No images yet"
      text="Drop photos or a whole folder here. Galley turns them upright, makes them smaller and removes location data."
      action={
        onImport && (
          <Button variant="primary" size="lg" onClick={onImport}>
            Import images…
          </Button>
        )
      }
    />
  )
}
