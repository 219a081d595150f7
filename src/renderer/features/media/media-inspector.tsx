import { FileText, Settings2 } from 'lucide-react'
import { useMemo } from 'react'
import { folderOf, nameOf } from '../../../shared/domain/repo-path.ts'
import type { MediaFile, MediaUse } from '../../../shared/ipc/media-calls.ts'
import { bytesInWords } from '../../lib/bytes-in-words.ts'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import { useCall } from '../../lib/use-call.ts'
import { Button } from '../../ui/button.tsx'
import { FileFacts } from './file-facts.tsx'
import { useMedia } from './media-store.ts'
import { MediaThumb } from './media-thumb.tsx'
import { counted, filesInWords } from './model/file-words.ts'
import { previewWidth } from './thumb-url.ts'
import { useCanChange, useFilesByPath, usePages } from './use-media-files.ts'
import { placesInWords } from './use-words.ts'
import './media-inspector.css'

function Use({ use, isPage }: { readonly use: MediaUse; readonly isPage: boolean }) {
  const Icon = isPage ? FileText : Settings2
  const words = (
    <>
      <Icon size={14} strokeWidth={2} aria-hidden />
      <span>
        <b>{use.title}</b>
        <span>{placesInWords(use)}</span>
      </span>
    </>
  )
  return (
    <li>
      {isPage ? (
        <button type="button" onClick={() => useOpenPages.getState().open(use.path)}>
          {words}
        </button>
      ) : (
        <div>{words}</div>
      )}
    </li>
  )
}

function UsedBy({ path }: { readonly path: string }) {
  const { data } = useCall('media.usage', { path })
  const pages = usePages()
  if (!data) return null
  const { uses, searched } = data
  return (
    <section className="media-part" aria-label="Used by">
      <header>
        <h3>Used by</h3>
        <span>{uses.length > 0 && counted(uses.length, 'place')}</span>
      </header>
      {uses.length === 0 ? (
        <p>Not mentioned in any of the {counted(searched, 'file')} that were searched.</p>
      ) : (
        <ul className="media-uses">
          {uses.map((use) => (
            <Use key={use.path} use={use} isPage={pages.has(use.path)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function AltTexts({ path }: { readonly path: string }) {
  const paths = useMemo(() => [path], [path])
  const { data } = useCall('media.alts', { paths })
  const canChange = useCanChange()
  if (!data || data.length === 0) return null
  const missing = data.filter(({ alt }) => alt === null).length
  const texts = [...new Set(data.map(({ alt }) => alt))].filter((alt) => alt !== null)
  return (
    <section className="media-part" aria-label="Alt text">
      <header>
        <h3>Alt text</h3>
        {canChange && (
          <Button
            variant="quiet"
            size="sm"
            onClick={() => useMedia.getState().ask({ kind: 'alt', paths })}
          >
            Edit
          </Button>
        )}
      </header>
      {texts.map((alt) => (
        <p key={alt} className="media-alt">
          {alt === '' ? 'Marked as decorative' : `“${alt}”`}
        </p>
      ))}
      {missing > 0 && (
        <p className="media-facts-problem">
          Missing in {missing} of {counted(data.length, 'use')}
        </p>
      )}
      {missing === 0 && data.length > 1 && texts.length === 1 && (
        <p>The same in all {data.length} uses</p>
      )}
    </section>
  )
}

function OneFile({ file }: { readonly file: MediaFile }) {
  return (
    <>
      <div className="media-preview">
        <MediaThumb key={file.path} file={file} width={previewWidth()} />
      </div>
      <header className="media-inspector-name">
        <h2>{nameOf(file.path)}</h2>
        <p>{folderOf(file.path) || 'At the top of the site'}</p>
      </header>
      <FileFacts file={file} />
      <UsedBy path={file.path} />
      {file.kind === 'image' && <AltTexts path={file.path} />}
    </>
  )
}

function ManyFiles({ files }: { readonly files: readonly MediaFile[] }) {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return (
    <>
      <div className="media-stack">
        {files.slice(0, 9).map((file) => (
          <MediaThumb key={file.path} file={file} />
        ))}
      </div>
      <header className="media-inspector-name">
        <h2>{filesInWords(files)}</h2>
        <p>{bytesInWords(bytes)} together</p>
      </header>
    </>
  )
}

/** What there is to know about the chosen files. */
export function MediaInspector() {
  const { selected, cursor } = useMedia((media) => media.selection)
  const byPath = useFilesByPath()
  const files = useMemo(
    () => [...selected].flatMap((path) => byPath.get(path) ?? []),
    [selected, byPath],
  )
  const only = files.length > 0 ? files[0] : byPath.get(cursor ?? '')
  return (
    <div className="media-inspector">
      {files.length > 1 && <ManyFiles files={files} />}
      {files.length <= 1 && only && <OneFile file={only} />}
      {!only && <p className="media-inspector-none">What you choose will be shown here.</p>}
    </div>
  )
}
