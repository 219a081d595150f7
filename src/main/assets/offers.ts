import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, readdir, realpath } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import { assetExtensions, typeOfPath } from '../../shared/domain/assets/asset-types.ts'
import { extensionOf } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { MediaOffer } from '../../shared/ipc/media-calls.ts'
import { typeOfBytes } from './file-type.ts'

/** A file outside the site that the user chose. */
interface Offered {
  readonly name: string
  read(): Promise<Uint8Array>
}

const mostFiles = 5000
const mostBytes = 96 * 1024 * 1024
const mostDepth = 8
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const known = new Set(assetExtensions)

async function openPlain(place: string) {
  const file = await open(place, readFlags)
  const stats = await file.stat()
  if (stats.isFile() && stats.size <= mostBytes) return { file, stats }
  await file.close()
  throw new AppError(
    'refused',
    stats.isFile() ? 'It is bigger than 96 MB.' : 'It is not an ordinary file.',
  )
}

async function readPlain(place: string): Promise<Uint8Array> {
  const { file } = await openPlain(place)
  try {
    return await file.readFile()
  } finally {
    await file.close()
  }
}

async function look(place: string) {
  const { file, stats } = await openPlain(place)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return { bytes: stats.size, head: buffer.subarray(0, bytesRead) }
  } finally {
    await file.close()
  }
}

/** The files a dropped place stands for: itself, or what a folder holds. Links are followed once. */
async function filesAt(place: string, depth: number, found: string[]): Promise<void> {
  if (found.length >= mostFiles || depth > mostDepth) return
  const real = await realpath(place)
  const stats = await lstat(real)
  if (stats.isFile()) found.push(real)
  if (!stats.isDirectory()) return
  for (const entry of await readdir(real, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.isSymbolicLink()) continue
    const fits = entry.isDirectory() || known.has(extensionOf(entry.name))
    if (fits) await filesAt(join(real, entry.name), depth + 1, found)
  }
}

type Kind = MediaOffer['offered'][number]['kind']

/** What kind of file it is, by its bytes where they tell, else by its ending; null where it is none for a site. */
function kindOf(name: string, head: Uint8Array): { kind: Kind; type: string } | null {
  const said = typeOfPath(name)
  const seen = typeOfBytes(head)
  if (said === '') return null
  if (said.startsWith('image/'))
    return seen?.startsWith('image/') ? { kind: 'image', type: seen } : null
  // A document whose bytes are a picture's, or a PDF whose bytes are no PDF's, is not what it says.
  if (seen?.startsWith('image/') || (said === 'application/pdf' && seen !== said)) return null
  return { kind: 'document', type: said }
}

/** What the user offered, by the tokens that the page holds instead of places on the disk. */
export interface Offers {
  /** Places the user chose or dropped; what is no image or document is refused with the reason. */
  places(paths: readonly string[]): Promise<MediaOffer>
  /** An image from the clipboard. */
  pasted(name: string, bytes: Uint8Array): Promise<MediaOffer>
  /** Fails where nothing was offered under this token. */
  of(token: string): Offered
}

const unfit = 'It is not an image or document that a site can show.'

export function createOffers(): Offers {
  const all = new Map<string, Offered>()

  function add(offered: Offered): string {
    const token = randomBytes(16).toString('hex')
    all.set(token, offered)
    // The oldest are forgotten; nobody imports what was dropped a hundred drops ago.
    for (const old of all.keys()) {
      if (all.size <= mostFiles * 2) break
      all.delete(old)
    }
    return token
  }

  async function offerPlace(place: string, offer: MediaOffer): Promise<void> {
    const name = basename(place)
    try {
      const { bytes, head } = await look(place)
      const kind = kindOf(name, head)
      if (!kind) offer.refused.push({ name, words: unfit })
      else
        offer.offered.push({
          token: add({ name, read: () => readPlain(place) }),
          name,
          bytes,
          ...kind,
        })
    } catch (error) {
      const words = error instanceof AppError ? error.message : 'It cannot be read.'
      offer.refused.push({ name, words })
    }
  }

  return {
    async places(paths) {
      const offer: MediaOffer = { offered: [], refused: [] }
      const files: string[] = []
      for (const place of paths) {
        const name = basename(place)
        if (!isAbsolute(place) || place.includes('\0')) offer.refused.push({ name, words: unfit })
        else
          await filesAt(place, 0, files).catch(() =>
            offer.refused.push({ name, words: 'It cannot be read.' }),
          )
      }
      for (const file of new Set(files)) await offerPlace(file, offer)
      return offer
    },
    async pasted(name, bytes) {
      const type = typeOfBytes(bytes)
      if (bytes.length === 0 || !type?.startsWith('image/'))
        return { offered: [], refused: [{ name, words: unfit }] }
      const token = add({ name, read: async () => bytes })
      return { offered: [{ token, name, bytes: bytes.length, kind: 'image', type }], refused: [] }
    },
    of(token) {
      const offered = all.get(token)
      if (!offered)
        throw new AppError('not-found', 'That file is no longer chosen. Choose it again.')
      return offered
    },
  }
}
