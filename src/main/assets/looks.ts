import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Look, lookOf, lookSide } from '../../shared/domain/assets/look-alike.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { atomicWrite } from '../repo/atomic-write.ts'
import type { ListedFile, SiteSession } from '../repo/site-session.ts'
import { createQueue } from '../repo/work-queue.ts'
import type { ImageEngine } from './image-engine.ts'

/** A file as it was when it was looked at; `look` null: it cannot be compared. */
type Remembered = readonly [path: RepoPath, bytes: number, changedMs: number, look: Look | null]

const version = 1
/** Pictures asked for at once: the engine has its own limits. */
const lanes = 4

const isLook = (look: unknown): look is Look =>
  typeof look === 'object' &&
  look !== null &&
  'grey' in look &&
  Array.isArray(look.grey) &&
  look.grey.length === lookSide * lookSide &&
  'colour' in look &&
  Array.isArray(look.colour) &&
  'ratio' in look &&
  typeof look.ratio === 'number'

function isRemembered(entry: unknown): entry is Remembered {
  if (!Array.isArray(entry)) return false
  const [path, bytes, changedMs, look] = entry as readonly unknown[]
  const isFile = typeof path === 'string' && typeof bytes === 'number'
  return isFile && typeof changedMs === 'number' && (look === null || isLook(look))
}

async function readKept(file: string): Promise<Map<RepoPath, Remembered>> {
  const text = await readFile(file, 'utf8').catch(() => '')
  try {
    const kept: unknown = JSON.parse(text)
    if (typeof kept !== 'object' || kept === null || !('v' in kept) || kept.v !== version)
      return new Map()
    const looks = 'looks' in kept && Array.isArray(kept.looks) ? (kept.looks as unknown[]) : []
    return new Map(looks.filter(isRemembered).map((entry) => [entry[0], entry]))
  } catch {
    // Without what was kept, every picture is looked at again.
    return new Map()
  }
}

/** What a site's pictures look like, kept in `file` (outside the site) while they stay the same. */
export function createLooks({ files }: SiteSession, file: string) {
  let known: Promise<Map<RepoPath, Remembered>> | null = null
  // Who asks while pictures are looked at finds them known.
  const queue = createQueue()

  async function lookAt(engine: ImageEngine, path: RepoPath): Promise<Look | null> {
    try {
      const { bytes } = await files.read(path)
      const { bytes: rgb, width, height } = await engine.run({ kind: 'look', bytes })
      return rgb && width !== null && height !== null ? lookOf(rgb, { width, height }) : null
    } catch {
      // Damaged files and drawings that cannot be read are told about elsewhere.
      return null
    }
  }

  async function keep(looks: ReadonlyMap<RepoPath, Remembered>): Promise<void> {
    const text = JSON.stringify({ v: version, looks: [...looks.values()] })
    await mkdir(dirname(file), { recursive: true })
    await atomicWrite(file, Buffer.from(text))
  }

  async function readLooks(
    engine: ImageEngine,
    wanted: readonly ListedFile[],
    progress: (done: number, total: number) => void,
  ): Promise<ReadonlyMap<RepoPath, Look>> {
    known ??= readKept(file)
    const looks = await known
    const isKnown = ({ path, bytes, changedMs }: ListedFile) => {
      const old = looks.get(path)
      return old?.[1] === bytes && old[2] === changedMs && changedMs > 0
    }
    const fresh = wanted.filter((one) => !isKnown(one))
    let next = 0
    let done = 0
    const lane = async () => {
      for (let one = fresh[next++]; one; one = fresh[next++]) {
        const look = await lookAt(engine, one.path)
        looks.set(one.path, [one.path, one.bytes, one.changedMs, look])
        done += 1
        progress(done, fresh.length)
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    const now = new Set(wanted.map(({ path }) => path))
    for (const path of [...looks.keys()]) if (!now.has(path)) looks.delete(path)
    // Without a disk to keep them, they are looked at again the next time.
    if (fresh.length > 0) await keep(looks).catch(() => undefined)
    return new Map(
      wanted.flatMap(({ path }) => {
        const look = looks.get(path)?.[3]
        return look ? [[path, look] as const] : []
      }),
    )
  }

  /** The looks of these files, by path; `progress` hears of those that had to be looked at. */
  return (...asked: Parameters<typeof readLooks>) => queue.run(() => readLooks(...asked))
}
