import type { Node } from 'prosemirror-model'
import { useState } from 'react'

/** How a picture of the site is shown: an address the window may load, or null for a labelled placeholder. */
export type PictureAddress = (src: string) => string | null

/** Where pictures come from on each side of a comparison. */
export interface Addresses {
  readonly before: PictureAddress
  readonly after: PictureAddress
}

const isElsewhere = (src: string) => /^\s*(?:[a-z][a-z\d+.-]*:)?\/\//i.test(src)

/** The file name at the end of an address, for a line under a picture. */
export function pictureName(src: string): string {
  const name =
    src
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** A picture of the page. What is not the site's own is a labelled place and is never fetched. */
export function SitePicture({
  node,
  address,
}: {
  readonly node: Node
  readonly address: PictureAddress
}) {
  const src = String(node.attrs.src ?? '')
  const [broken, setBroken] = useState<string | null>(null)
  const loadable = address(src)
  if (!loadable)
    return (
      <span className="compare-placeholder">
        {isElsewhere(src) ? 'Image from another site: ' : 'Image: '}
        {src}
      </span>
    )
  if (broken === loadable)
    return <span className="compare-placeholder">Image not found: {pictureName(src)}</span>
  return (
    <img
      className="compare-picture"
      src={loadable}
      alt={String(node.attrs.alt ?? '')}
      decoding="async"
      onError={() => setBroken(loadable)}
    />
  )
}
