import { ArrowRight, Image } from 'lucide-react'
import { useState } from 'react'
import { extensionOf, nameOf } from '../../../../shared/domain/repo-path.ts'
import type { MediaOffer } from '../../../../shared/ipc/media-calls.ts'
import { request } from '../../../lib/api.ts'
import { bytesInWords } from '../../../lib/bytes-in-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { stepped, tellDone, tellProblem } from '../media-steps.ts'
import { useMedia } from '../media-store.ts'
import { MediaThumb } from '../media-thumb.tsx'
import { counted, typeInWords } from '../model/file-words.ts'
import { useFiles } from '../use-media-files.ts'
import { closeDialog, Foot } from './parts.tsx'

type Offered = MediaOffer['offered'][number]

/** Lets the user choose the new file; what cannot be used is said in words. */
function useChoice() {
  const [chosen, setChosen] = useState<Offered | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const choose = async () => {
    try {
      const { offered, refused: not } = await request('media.chooseFiles', { multiple: false })
      if (offered[0]) setChosen(offered[0])
      setRefused(not[0]?.words ?? null)
    } catch (error) {
      tellProblem('The file could not be read', error)
    }
  }
  return { chosen, refused, choose }
}

/** `Replace`: another picture in the place of this one, under its name. */
export function ReplaceDialog({ paths }: { readonly paths: readonly string[] }) {
  const [file] = useFiles(paths)
  const { chosen, refused, choose } = useChoice()
  const [busy, setBusy] = useState(false)
  if (!file) return null
  const onDo = async () => {
    if (!chosen) return
    setBusy(true)
    const done = await stepped('The file stays as it was', () =>
      request('media.replace', { path: file.path, token: chosen.token }),
    )
    setBusy(false)
    if (!done) return
    useMedia.getState().showFiles([done.path])
    closeDialog()
    tellDone({
      title: `${nameOf(file.path)} replaced`,
      ...(done.path === file.path
        ? {}
        : { text: `It is now ${nameOf(done.path)}; ${counted(done.pages, 'page')} changed.` }),
      undo: done.undo,
    })
  }
  const changesKind = chosen && typeInWords(chosen.type) !== typeInWords(file.type)
  return (
    <Dialog
      open
      onClose={closeDialog}
      title="Replace"
      subtitle={nameOf(file.path)}
      footer={<Foot verb="Replace" busy={busy} disabled={!chosen} onDo={() => void onDo()} />}
    >
      <div className="media-form">
        <p className="media-say">
          Pages keep showing it where they do now. Its name stays
          {changesKind
            ? `, but its ending changes from .${extensionOf(file.path)}; pages follow.`
            : '.'}
        </p>
        <div className="media-replace">
          <span>
            <MediaThumb file={file} />
            <span>{bytesInWords(file.bytes)}</span>
          </span>
          <ArrowRight size={16} strokeWidth={1.75} aria-hidden />
          <span>
            <span className="media-replace-new">
              <Image size={24} strokeWidth={1.5} aria-hidden />
              <span>{chosen?.name ?? 'Nothing chosen yet'}</span>
            </span>
            <span>{chosen && bytesInWords(chosen.bytes)}</span>
          </span>
        </div>
        {refused && <p className="media-problem">{refused}</p>}
        <div>
          <Button onClick={() => void choose()}>
            {chosen ? 'Choose another file…' : 'Choose a file…'}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
