import { FileText, Image } from 'lucide-react'
import { useMemo } from 'react'
import { pathKey } from '../../../../shared/domain/assets/asset-name.ts'
import { folderOf, nameOf } from '../../../../shared/domain/repo-path.ts'
import type { ImageRule, MediaOffer } from '../../../../shared/ipc/media-calls.ts'
import { request } from '../../../lib/api.ts'
import { bytesInWords } from '../../../lib/bytes-in-words.ts'
import { useCall } from '../../../lib/use-call.ts'
import { importedAs, type Naming, type OfferedFile } from '../model/imported-as.ts'
import { useFilesByPath } from '../use-media-files.ts'
import { Outcome } from './outcome.tsx'
import { FileLine, MoreLines, mostLines } from './parts.tsx'
import { mostPreviews, type Tried, usePreviews } from './use-previews.ts'

interface TriedImport extends Tried {
  /** What the file will be. */
  readonly type: string
  /** An address of a small picture; null where there is none. */
  readonly picture: string | null
}

async function look(token: string, rule: ImageRule): Promise<TriedImport> {
  const answer = await request('media.previewImport', { token, rule })
  const { before, after, kept, base64 } = answer
  const picture = base64 === '' ? null : `data:image/webp;base64,${base64}`
  const sizes = { before: before.bytes, after: after.bytes }
  return { kind: 'tried', ...sizes, kept, type: after.type, picture }
}

interface PictureProps {
  readonly file: OfferedFile
  readonly picture: string | null
}

function Picture({ file, picture }: PictureProps) {
  const Sign = file.kind === 'image' ? Image : FileText
  return (
    <span className="media-thumb" aria-hidden>
      {picture ? (
        <img src={picture} alt="" />
      ) : (
        <span className="media-thumb-sign">
          <Sign className="media-thumb-icon" size={16} strokeWidth={1.5} />
        </span>
      )}
    </span>
  )
}

function NewName({ name, was }: { readonly name: string; readonly was: string }) {
  return (
    <>
      {name}
      {name !== was && <span className="media-was-name">{was}</span>}
    </>
  )
}

/** Documents have a folder of their own in some sites. */
function asItIs({ bytes }: OfferedFile, path: string | undefined): string {
  const folder = path === undefined ? '' : folderOf(path)
  return `${bytesInWords(bytes)} · copied as it is${folder === '' ? '' : ` to ${folder}`}`
}

interface Props extends MediaOffer {
  /** Null while the fields have a problem: old names are shown. */
  readonly naming: Pick<Naming, 'folder' | 'names' | 'format'> | null
  /** Null: nothing is tried out. */
  readonly rule: ImageRule | null
}

/** Names of files that are in the site, as file systems compare them. */
function useTakenNames(): ReadonlySet<string> {
  const byPath = useFilesByPath()
  return useMemo(() => new Set([...byPath.keys()].map(pathKey)), [byPath])
}

/** Files from elsewhere: first those that cannot be used, then what becomes of the others. */
export function ImportLines({ offered, refused, naming, rule }: Props) {
  const tokens = useMemo(
    () => offered.filter(({ kind }) => kind === 'image').map(({ token }) => token),
    [offered],
  )
  const previews = usePreviews(tokens, rule, look)
  const taken = useTakenNames()
  const shown = offered.slice(0, mostLines)
  const tried = new Set(tokens.slice(0, mostPreviews))
  const lines = shown.map((file) => ({ file, preview: previews.get(file.token) }))
  const typed = lines.map(({ file, preview }) =>
    preview?.kind === 'tried' ? { ...file, becomes: preview.type } : file,
  )
  const profile = useCall('app.state').data?.site?.profile ?? 'folder'
  const paths = naming && importedAs(typed, { ...naming, profile, taken })
  return (
    <ul className="media-lines" aria-label="Files">
      {refused.map(({ name, words }) => (
        <FileLine key={name} name={name}>
          <span className="media-problem">{words}</span>
        </FileLine>
      ))}
      {lines.map(({ file, preview }, i) => (
        <FileLine
          key={file.token}
          picture={
            <Picture file={file} picture={preview?.kind === 'tried' ? preview.picture : null} />
          }
          name={<NewName name={nameOf(paths?.[i] ?? file.name)} was={file.name} />}
        >
          {file.kind === 'image' ? (
            <Outcome
              bytes={file.bytes}
              preview={preview}
              waits={rule !== null && tried.has(file.token)}
            />
          ) : (
            asItIs(file, paths?.[i])
          )}
        </FileLine>
      ))}
      <MoreLines count={offered.length} />
    </ul>
  )
}
