import { useCallback, useEffect, useRef, useState } from 'react'
import { placeId } from '../../../shared/domain/preview/place-id.ts'
import { request, wordsOf } from '../../lib/api.ts'
import { useSiteStyle } from '../../lib/site-look/use-site-look.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import './preview.css'

const widths = [
  { id: 'desktop', label: 'Desktop' },
  { id: 'tablet', label: 'Tablet' },
  { id: 'phone', label: 'Phone' },
] as const
type Width = (typeof widths)[number]['id']

interface Props {
  readonly path: string
  /** The page as it is now, saved or not. */
  readonly text: string
  /** The block to begin at; null for the top. */
  readonly place: number | null
}

type Made =
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly address: string }
  | { readonly kind: 'failed'; readonly words: string }

/** The page, made anew with each change and when asked; what was shown stays until the next is there. */
function usePreview({ path, text, place }: Props, css: string | null): readonly [Made, () => void] {
  const [made, setMade] = useState<Made>({ kind: 'making' })
  const asked = useRef(0)
  const make = useCallback(() => {
    if (css === null) return
    asked.current += 1
    const mine = asked.current
    const show = (next: Made) => {
      if (mine === asked.current) setMade(next)
    }
    request('site.preview', { path, text, place, css }).then(
      ({ address }) => show({ kind: 'made', address }),
      (error: unknown) => show({ kind: 'failed', words: wordsOf(error) }),
    )
  }, [path, text, place, css])
  useEffect(make, [make])
  return [made, make]
}

/** A page as a visitor would see it, in a frame that runs nothing and reaches no network. */
export function PreviewView(props: Props) {
  const [width, setWidth] = useState<Width>('desktop')
  const style = useSiteStyle()
  const [made, again] = usePreview(props, style?.css ?? null)
  return (
    <section
      className="preview"
      aria-label="Preview of the page"
      aria-busy={made.kind === 'making'}
    >
      <div className="preview-bar">
        <Segmented label="Page width" value={width} options={widths} onChange={setWidth} />
        <p>
          {style?.problem ??
            'Near to the site’s own look. Links, forms and frames do nothing here.'}
        </p>
      </div>
      <div className="preview-desk">
        {made.kind === 'made' && (
          <iframe
            key={made.address}
            className={`preview-page preview-${width}`}
            title="Preview"
            sandbox=""
            referrerPolicy="no-referrer"
            src={props.place === null ? made.address : `${made.address}#${placeId}`}
          />
        )}
        {made.kind === 'failed' && (
          <ErrorState
            happened={made.words}
            kept="The page itself is untouched."
            actions={<Button onClick={again}>Try again</Button>}
          />
        )}
      </div>
    </section>
  )
}
