import type { Editor } from '@tiptap/core'
import { FileText, Image } from 'lucide-react'
import { useState } from 'react'
import type { MediaOffer } from '../../../../shared/ipc/media-calls.ts'
import { wordsOf } from '../../../lib/api.ts'
import { bytesInWords } from '../../../lib/bytes-in-words.ts'
import { noteImage } from '../../../lib/recent-images-store.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { LinkForm } from '../links/link-range.ts'
import './dropped.css'
import { type Inserted, insertFiles } from './insert-files.ts'
import { type FileWords, useFileWords } from './use-file-words.ts'
import { useTakeIn } from './use-take-in.ts'

type Offered = MediaOffer['offered'][number]

/** What was chosen last, while the window is open. */
const last = { folder: 'images', smaller: true }

/** Larger pictures are offered to be made smaller; the site's own upload takes 5 MB at most. */
const manyBytes = 500_000

interface RowProps {
  readonly file: Offered
  readonly said: FileWords
  readonly onChange: (part: Partial<FileWords>) => void
}

function FileRow({ file, said, onChange }: RowProps) {
  const isImage = file.kind === 'image'
  const Icon = isImage ? Image : FileText
  return (
    <li className="dropped-file">
      <p>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <b>{file.name}</b>
        <span>{bytesInWords(file.bytes)}</span>
      </p>
      <TextField
        label={isImage ? `Alt text of ${file.name}` : `Words of the link to ${file.name}`}
        value={said.decorative ? '' : said.words}
        disabled={said.decorative}
        {...(isImage ? { placeholder: 'What the picture shows' } : {})}
        onChange={(words) => onChange({ words })}
      />
      {isImage && (
        <Checkbox
          label="Decorative: screen readers pass over it"
          checked={said.decorative}
          onChange={(decorative) => onChange({ decorative })}
        />
      )}
    </li>
  )
}

function Refused({ refused }: { readonly refused: MediaOffer['refused'] }) {
  if (refused.length === 0) return null
  return (
    <ul className="dropped-refused" aria-label="Files that cannot be used">
      {refused.map(({ name, words }) => (
        <li key={name}>
          <b>{name}</b> {words}
        </li>
      ))}
    </ul>
  )
}

interface Props {
  readonly editor: Editor
  readonly offer: MediaOffer
  readonly form: LinkForm
  readonly onClose: () => void
}

function tellFailed(failed: readonly { path: string; words: string }[]): void {
  const [one] = failed
  if (!one) return
  toast({
    title:
      failed.length === 1
        ? 'One file could not be used'
        : `${failed.length} files could not be used`,
    text: failed.map(({ path, words }) => `${path}: ${words}`).join(' '),
    tone: 'problem',
  })
}

/** Files that were dropped or pasted on a page: where they go, what they show, and onto the page with them. */
export function InsertFilesDialog({ editor, offer, form, onClose }: Props) {
  const { offered, refused } = offer
  const [folder, setFolder] = useState(last.folder)
  const [smaller, setSmaller] = useState(last.smaller)
  const words = useFileWords(offered)
  const { progress, takeIn } = useTakeIn()
  const images = offered.filter(({ kind }) => kind === 'image')
  const place = folder.trim().replace(/^\/+|\/+$/g, '')
  const problem = /^images(?:\/|$)/.test(place) ? null : 'Pictures of a site lie in “images”.'
  const close = () => {
    onClose()
    editor.view.focus()
  }
  const insert = async () => {
    Object.assign(last, { folder: place, smaller })
    try {
      const { places, failed } = await takeIn({ files: offered, folder: place, smaller })
      const files = offered.flatMap((file): Inserted[] => {
        const path = places.get(file.token)
        const { words: said, decorative } = words.of(file)
        return path === undefined
          ? []
          : [{ path, kind: file.kind, words: decorative ? '' : said.trim() }]
      })
      const tr = insertFiles(editor.state, files, form)
      if (tr) editor.view.dispatch(tr)
      for (const { kind, path } of files) if (kind === 'image') noteImage(path)
      tellFailed(failed)
      close()
    } catch (error) {
      toast({ title: 'The files were not taken in', text: wordsOf(error), tone: 'problem' })
    }
  }
  const isBusy = progress !== null
  return (
    <Dialog
      open
      width={540}
      title={images.length === offered.length ? 'Insert images' : 'Insert files'}
      onClose={isBusy ? () => undefined : close}
      footer={
        <>
          {progress && (
            <Progress label="Taking files in" value={progress.done / Math.max(1, progress.total)} />
          )}
          <Button size="lg" disabled={isBusy} onClick={close}>
            Cancel
          </Button>
          <Button
            size="lg"
            variant="primary"
            busy={isBusy}
            disabled={
              isBusy ||
              offered.length === 0 ||
              !words.isReady ||
              (images.length > 0 && problem !== null)
            }
            onClick={() => void insert()}
          >
            Insert
          </Button>
        </>
      }
    >
      <div className="dropped">
        <Refused refused={refused} />
        <ul className="dropped-files" aria-label="Files">
          {offered.map((file) => (
            <FileRow
              key={file.token}
              file={file}
              said={words.of(file)}
              onChange={(part) => words.change(file, part)}
            />
          ))}
        </ul>
        {images.length > 0 && (
          <>
            <TextField label="Folder" value={folder} onChange={setFolder} problem={problem} />
            {images.some(({ bytes }) => bytes > manyBytes) && (
              <Checkbox
                label="Make large pictures smaller: at most 2,000 pixels, without what the camera wrote"
                checked={smaller}
                onChange={setSmaller}
              />
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}
