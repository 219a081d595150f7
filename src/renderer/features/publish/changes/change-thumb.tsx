import { FileText, Image, Menu, Settings2, Table2 } from 'lucide-react'
import { useState } from 'react'
import { mediaUrl } from '../../../../shared/domain/site/media-url.ts'
import type { PublishItem } from '../../../../shared/ipc/publish-calls.ts'

const icons = {
  document: FileText,
  navigation: Menu,
  data: Table2,
  settings: Settings2,
  other: FileText,
  image: Image,
} as const

/** A small drawing of a page: title, picture, words. */
function PageSketch() {
  return (
    <svg className="publish-sketch" viewBox="0 0 40 32" aria-hidden="true">
      <rect className="publish-sketch-title" x="5" y="5" width="17" height="2.4" rx="1" />
      <rect x="5" y="10.5" width="30" height="1.5" />
      <rect x="5" y="14.5" width="27" height="1.5" />
      <rect x="5" y="18.5" width="30" height="1.5" />
      <rect x="5" y="22.5" width="30" height="1.5" />
      <rect x="5" y="26.5" width="18" height="1.5" />
    </svg>
  )
}

/** What a change looks like from afar: the picture itself, a page, or a sign. */
export function ChangeThumb(props: { readonly item: PublishItem; readonly siteId: string }) {
  const { item, siteId } = props
  const [broken, setBroken] = useState(false)
  if (item.what === 'page') return <PageSketch />
  const path = `/${item.path.split('/').map(encodeURIComponent).join('/')}`
  const version = item.kind === 'deleted' ? 'published' : undefined
  const src = item.what === 'image' && !broken ? mediaUrl(siteId, path, version) : null
  if (src)
    return (
      <span className="publish-thumb">
        <img src={src} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />
      </span>
    )
  const Icon = icons[item.what]
  return (
    <span className="publish-thumb publish-thumb-sign">
      <Icon size={16} strokeWidth={1.75} aria-hidden />
    </span>
  )
}
