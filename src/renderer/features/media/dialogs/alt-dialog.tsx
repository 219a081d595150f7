import { useId, useMemo, useState } from 'react'
import { nameOf } from '../../../../shared/domain/repo-path.ts'
import type { ImageUse, MediaFile } from '../../../../shared/ipc/media-calls.ts'
import { request, wordsOf } from '../../../lib/api.ts'
import { useCall } from '../../../lib/use-call.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { stepped, tellDone } from '../media-steps.ts'
import { MediaThumb } from '../media-thumb.tsx'
import { counted, filesInWords } from '../model/file-words.ts'
import { useFiles, useFilesByPath } from '../use-media-files.ts'
import { closeDialog, Foot } from './parts.tsx'

const keyOf = ({ page, at }: ImageUse) => `${page} ${at}`

/** What was written so far; uses that were not touched are not in it. */
type Drafts = Readonly<Record<string, string>>

interface UseProps {
  readonly use: ImageUse
  readonly text: string | null
  readonly onText: (text: string) => void
  /** Puts the same words at all uses of the image. */
  readonly onAll: (() => void) | null
}

function UseField({ use, text, onText, onAll }: UseProps) {
  const id = useId()
  const isDecorative = text === ''
  const [before, setBefore] = useState('')
  return (
    <div className="media-alt-use">
      <label htmlFor={id}>
        {use.title}
        {text === null && <span className="media-problem"> · no alt text yet</span>}
      </label>
      <textarea
        id={id}
        className="ui-input"
        rows={2}
        value={text ?? ''}
        placeholder={
          isDecorative ? 'Left out when read aloud' : 'What is to be seen, in a sentence'
        }
        onChange={(event) => onText(event.target.value)}
      />
      <span className="media-alt-tools">
        <Checkbox
          checked={isDecorative}
          label="Decorative"
          onChange={(on) => {
            setBefore(text ?? '')
            onText(on ? '' : before)
          }}
        />
        {onAll && (
          <Button variant="quiet" size="sm" onClick={onAll}>
            Use at all places
          </Button>
        )}
      </span>
    </div>
  )
}

interface ImageProps {
  readonly file: MediaFile | undefined
  readonly uses: readonly ImageUse[]
  readonly drafts: Drafts
  readonly onDraft: (drafts: Drafts) => void
}

function ImageUses({ file, uses, drafts, onDraft }: ImageProps) {
  const name = nameOf(file?.path ?? uses[0]?.src ?? '')
  const textOf = (use: ImageUse) => drafts[keyOf(use)] ?? use.alt
  return (
    <section className="media-alt-image" aria-label={name}>
      {file && <MediaThumb file={file} />}
      <div>
        <h3>{name}</h3>
        {uses.map((use) => {
          const text = textOf(use)
          return (
            <UseField
              key={keyOf(use)}
              use={use}
              text={text}
              onText={(next) => onDraft({ ...drafts, [keyOf(use)]: next })}
              onAll={
                uses.length > 1 && text
                  ? () => {
                      const all = uses.map((other) => [keyOf(other), text] as const)
                      onDraft({ ...drafts, ...Object.fromEntries(all) })
                    }
                  : null
              }
            />
          )
        })}
      </div>
    </section>
  )
}

/** The uses by image; those without words first. */
function byImage(uses: readonly ImageUse[]): readonly (readonly [string, readonly ImageUse[]])[] {
  const groups = new Map<string, ImageUse[]>()
  for (const use of uses) {
    const name = use.path ?? use.src
    groups.set(name, [...(groups.get(name) ?? []), use])
  }
  const missing = (list: readonly ImageUse[]) => (list.some(({ alt }) => alt === null) ? 0 : 1)
  return [...groups].sort(([, a], [, b]) => missing(a) - missing(b))
}

async function saveAlts(uses: readonly ImageUse[], drafts: Drafts): Promise<boolean> {
  const edits = uses.map(({ page, at, src }) => ({
    page,
    at,
    src,
    alt: (drafts[`${page} ${at}`] ?? '').trim(),
  }))
  const done = await stepped('The alt texts stay as they were', () =>
    request('media.setAlt', { edits }),
  )
  if (!done) return false
  closeDialog()
  const skipped =
    done.skipped > 0
      ? { text: `${counted(done.skipped, 'image')} had changed meanwhile and stayed as it was.` }
      : {}
  tellDone({
    title: `Alt text changed in ${counted(done.pages, 'page')}`,
    ...skipped,
    undo: done.undo,
  })
  return true
}

/** `Edit alt text`: every use of the images in pages, each with its words. */
export function AltDialog({ paths }: { readonly paths: readonly string[] }) {
  const files = useFiles(paths)
  const byPath = useFilesByPath()
  const input = useMemo(() => ({ paths: [...paths] }), [paths])
  const { data: uses, error } = useCall('media.alts', input)
  const [drafts, setDrafts] = useState<Drafts>({})
  const [busy, setBusy] = useState(false)
  const groups = useMemo(() => byImage(uses ?? []), [uses])
  const changed = (uses ?? []).filter((use) => {
    const draft = drafts[keyOf(use)]
    return draft !== undefined && draft.trim() !== use.alt
  })
  const onDo = async () => {
    setBusy(true)
    if (!(await saveAlts(changed, drafts))) setBusy(false)
  }
  return (
    <Dialog
      open
      onClose={closeDialog}
      title="Edit alt text"
      subtitle={filesInWords(files)}
      width={720}
      footer={
        <Foot
          verb="Edit alt text"
          busy={busy}
          disabled={changed.length === 0}
          onDo={() => void onDo()}
        >
          <span role="status">
            {changed.length > 0 && `${counted(changed.length, 'text')} changed`}
          </span>
        </Foot>
      }
    >
      <div className="media-form">
        {error && <p className="media-problem">{wordsOf(error)}</p>}
        {uses?.length === 0 && (
          <p className="media-say">No page shows this in its text, so there is nothing to write.</p>
        )}
        {groups.map(([path, list]) => (
          <ImageUses
            key={path}
            file={byPath.get(path)}
            uses={list}
            drafts={drafts}
            onDraft={setDrafts}
          />
        ))}
      </div>
    </Dialog>
  )
}
