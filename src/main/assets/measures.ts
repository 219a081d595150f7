import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { MeasuredFile } from '../../shared/ipc/media-calls.ts'
import type { ListedFile, SiteSession } from '../repo/site-session.ts'
import { isLfsPointer, typeOfBytes } from './file-type.ts'
import { sizeHead, sizeOfImage } from './image-size.ts'

type Measure = Omit<MeasuredFile, 'path'>
type Remembered = readonly [bytes: number, changedMs: number, measure: Measure]

/** Cameras put previews and colour profiles before a photo's size. */
const longHead = 1024 * 1024
const lanes = 16

function measureOf(head: Uint8Array): Measure {
  const type = typeOfBytes(head)
  const size = sizeOfImage(head)
  const problem = isLfsPointer(head)
    ? 'Its content is kept elsewhere (Git LFS).'
    : head.length === 0
      ? 'The file is empty.'
      : null
  return { type, width: size?.width ?? null, height: size?.height ?? null, problem }
}

/** Sizes in pixels of a site's images, read from their beginnings and remembered while the files stay the same. */
export function createMeasures({ files }: SiteSession) {
  const known = new Map<RepoPath, Remembered>()

  async function read(path: RepoPath, bytes: number): Promise<Measure> {
    const short = measureOf(await files.readStart(path, sizeHead))
    const isPhoto = short.type === 'image/jpeg' && short.width === null && bytes > sizeHead
    return isPhoto ? measureOf(await files.readStart(path, longHead)) : short
  }

  const recall = ({ path, bytes, changedMs }: ListedFile): Measure | null => {
    const old = known.get(path)
    return old?.[0] === bytes && old[1] === changedMs ? old[2] : null
  }

  return {
    /** What is known without reading. */
    recall,
    /** Measures these files, those of unchanged size and time not again. */
    async measure(wanted: readonly ListedFile[]): Promise<readonly MeasuredFile[]> {
      const queue = wanted.filter((file) => recall(file) === null)
      const lane = async () => {
        for (let file = queue.pop(); file; file = queue.pop()) {
          const measure = await read(file.path, file.bytes).catch(
            (): Measure => ({
              type: null,
              width: null,
              height: null,
              problem: 'It cannot be read.',
            }),
          )
          known.set(file.path, [file.bytes, file.changedMs, measure])
        }
      }
      await Promise.all(Array.from({ length: lanes }, lane))
      return wanted.flatMap((file) => {
        const measure = recall(file)
        return measure ? [{ path: file.path, ...measure }] : []
      })
    },
  }
}
