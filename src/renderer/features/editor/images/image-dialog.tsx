import type { Editor } from '@tiptap/core'
import { useMemo, useState } from 'react'
import { useCall } from '../../../lib/use-call.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { AltFields } from './alt-fields.tsx'
import { changeImage, insertImage, selectedImage, srcOf } from './image-commands.ts'
import './image-dialog.css'

interface Props {
  readonly editor: Editor
  readonly mediaUrl: (src: string) => string | null
  readonly onClose: () => void
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const mostShown = 400

function useImages(search: string) {
  const assets = useCall('site.assets')
  const images = useMemo(
    () => (assets.data ?? []).filter((asset) => asset.kind === 'image').map(({ path }) => path),
    [assets.data],
  )
  const words = search.trim().toLowerCase()
  const hits = useMemo(
    () => images.filter((path) => path.toLowerCase().includes(words)),
    [images, words],
  )
  return { loading: assets.isPending, none: images.length === 0, hits }
}

function Choices(props: {
  readonly paths: readonly string[]
  readonly chosen: string | null
  readonly mediaUrl: Props['mediaUrl']
  readonly onChoose: (path: string) => void
}) {
  const { paths, chosen, mediaUrl, onChoose } = props
  return (
    <div role="listbox" aria-label="Images of the site" className="image-choices">
      {paths.slice(0, mostShown).map((path) => (
        <button
          key={path}
          type="button"
          role="option"
          aria-selected={path === chosen}
          aria-label={nameOf(path)}
          title={path}
          className="image-choice"
          onClick={() => onChoose(path)}
        >
          <img src={mediaUrl(srcOf(path)) ?? undefined} alt="" loading="lazy" decoding="async" />
          <span>{nameOf(path)}</span>
        </button>
      ))}
    </div>
  )
}

/** Chooses a picture of the site, and what it shows. */
export function ImageDialog({ editor, mediaUrl, onClose }: Props) {
  const [replaced] = useState(() => selectedImage(editor.state))
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [alt, setAlt] = useState(String(replaced?.node.attrs.alt ?? ''))
  const [decorative, setDecorative] = useState(false)
  const { loading, none, hits } = useImages(search)
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const ready = chosen !== null && (decorative || alt.trim() !== '')
  const put = () => {
    if (chosen === null || !ready) return
    const picture = { src: srcOf(chosen), alt: decorative ? '' : alt.trim() }
    const command = replaced ? changeImage(picture) : insertImage(picture)
    command(editor.state, editor.view.dispatch, editor.view)
    close()
  }
  const title = replaced ? 'Replace image' : 'Insert image'
  return (
    <Dialog
      open
      title={title}
      subtitle={loading ? undefined : `${hits.length} images`}
      width={720}
      onClose={close}
      footer={
        <>
          <Button size="lg" onClick={close}>
            Cancel
          </Button>
          <Button size="lg" variant="primary" disabled={!ready} onClick={put}>
            {replaced ? 'Replace' : 'Insert'}
          </Button>
        </>
      }
    >
      {none && !loading ? (
        <EmptyState
          title="No images yet"
          text="Put picture files into the site’s images folder; they will be offered here."
        />
      ) : (
        <div className="image-dialog">
          <TextField
            label="Search images"
            placeholder="Name or folder"
            value={search}
            onChange={setSearch}
          />
          <Choices paths={hits} chosen={chosen} mediaUrl={mediaUrl} onChoose={setChosen} />
          <AltFields
            alt={alt}
            decorative={decorative}
            onAlt={setAlt}
            onDecorative={setDecorative}
          />
        </div>
      )}
    </Dialog>
  )
}
