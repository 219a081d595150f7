import { useState } from 'react'
import type { ImageRule, MediaFile } from '../../../../shared/ipc/media-calls.ts'
import { request } from '../../../lib/api.ts'
import { Button } from '../../../ui/button.tsx'
import { useFiles } from '../use-media-files.ts'
import { CompareDialog } from './look/compare-dialog.tsx'
import { Outcome } from './outcome.tsx'
import { FileLine, MoreLines, mostLines } from './parts.tsx'
import { mostPreviews, type Tried, usePreviews } from './use-previews.ts'

async function look(path: string, rule: ImageRule): Promise<Tried> {
  const { before, after, kept } = await request('media.previewOptimise', { path, rule })
  return { kind: 'tried', before: before.bytes, after: after.bytes, kept }
}

interface Props {
  readonly paths: readonly string[]
  /** Null: nothing is tried out. */
  readonly rule: ImageRule | null
}

/** The images, and what the rule really makes of the first of them. */
export function OptimiseLines({ paths, rule }: Props) {
  const files = useFiles(paths)
  const previews = usePreviews(paths, rule, look)
  const [compared, setCompared] = useState<MediaFile | null>(null)
  return (
    <>
      <ul className="media-lines" aria-label="Images">
        {files.slice(0, mostLines).map((file, i) => (
          <FileLine key={file.path} file={file}>
            <Outcome
              bytes={file.bytes}
              preview={previews.get(file.path)}
              waits={rule !== null && i < mostPreviews}
            >
              <Button size="sm" variant="quiet" onClick={() => setCompared(file)}>
                Compare…
              </Button>
            </Outcome>
          </FileLine>
        ))}
        <MoreLines count={files.length} />
      </ul>
      {compared && rule && (
        <CompareDialog file={compared} rule={rule} onClose={() => setCompared(null)} />
      )}
    </>
  )
}
