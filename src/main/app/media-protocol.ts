import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { isHeavyDrawing } from '../../shared/domain/assets/drawing-cost.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { type ByteRange, byteRange } from './byte-range.ts'
import { type MediaAddress, parseMediaAddress } from './media-address.ts'
import { headLength, mediaTypeOf } from './media-types.ts'

/** Where pictures come from. */
export interface MediaSource {
  /** A site open in some window; null for any other id. */
  siteOf(id: string): SiteSession | null
  /** A file as it was in a commit, or as last `published`; null where it was not there. */
  /** A WebP at most so wide; null where none can be made. */
  thumbnailOf(site: SiteSession, path: RepoPath, width: number): Promise<Uint8Array | null>
  readVersion(site: SiteSession, path: RepoPath, version: string): Promise<Uint8Array | null>
}

/** Nothing larger is shown; a photo straight from a camera has a tenth of this. */
export const largest = 96 * 1024 * 1024

const headers = {
  'x-content-type-options': 'nosniff',
  // For a picture opened by itself: an SVG may hold scripts and addresses.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'cache-control': 'no-cache',
  'accept-ranges': 'bytes',
} as const

interface Content {
  /** The name its type is judged by, where that is not its path's. */
  readonly name?: string
  readonly size: number
  read(range: ByteRange): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

async function readExactly(file: FileHandle, range: ByteRange): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(range.end - range.start + 1)
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(
      bytes,
      filled,
      bytes.length - filled,
      range.start + filled,
    )
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

async function contentOnDisk(path: string): Promise<Content | null> {
  // Never waits for a pipe that somebody put in the place of a picture.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  const info = await file.stat()
  if (!info.isFile()) {
    await file.close()
    return null
  }
  return {
    size: info.size,
    read: (range) => readExactly(file, range),
    close: () => file.close(),
  }
}

function contentInMemory(bytes: Uint8Array): Content {
  return {
    size: bytes.length,
    read: async ({ start, end }) => new Uint8Array(bytes.subarray(start, end + 1)),
    close: async () => undefined,
  }
}

/** How wide a small picture shall be; null for other versions. */
const widthOf = (version: string | null): number | null =>
  version?.startsWith('thumb-') ? Number(version.slice('thumb-'.length)) : null

async function contentOf(
  { path, version }: MediaAddress,
  site: SiteSession,
  source: MediaSource,
): Promise<Content | null> {
  const width = widthOf(version)
  const small = width === null ? null : await source.thumbnailOf(site, path, width)
  if (small) return { ...contentInMemory(small), name: 'small.webp' }
  if (version !== null && width === null) {
    const bytes = await source.readVersion(site, path, version)
    return bytes && contentInMemory(bytes)
  }
  const located = await site.files.locate(path)
  if (located !== null) return contentOnDisk(located)
  // A file this system cannot store lies in the repository only; the door to the content knows.
  return contentInMemory((await site.files.read(path)).bytes)
}

const refuse = (status: number): Response => new Response(null, { status, headers })

/** Bigger ones are no drawings; their thumbnail is made elsewhere. */
const largestDrawing = 8 * 1024 * 1024

/** A drawing may stand for more shapes than a window survives. */
async function isDrawable(content: Content, type: string): Promise<boolean> {
  if (type !== 'image/svg+xml') return true
  if (content.size > largestDrawing) return false
  const bytes = await content.read({ start: 0, end: content.size - 1 })
  return !isHeavyDrawing(new TextDecoder().decode(bytes))
}

async function answer(content: Content, name: string, request: Request): Promise<Response> {
  if (content.size > largest) return refuse(413)
  const head = await content.read({ start: 0, end: Math.min(headLength, content.size) - 1 })
  const type = mediaTypeOf(name, head)
  if (type === null || !(await isDrawable(content, type))) return refuse(415)
  const range = byteRange(request.headers.get('range'), content.size)
  if (range === 'unsatisfiable')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${content.size}` },
    })
  const whole = range ?? { start: 0, end: content.size - 1 }
  const partial = range && {
    'content-range': `bytes ${range.start}-${range.end}/${content.size}`,
  }
  const body = request.method === 'HEAD' ? null : await content.read(whole)
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      ...partial,
      'content-type': type,
      'content-length': String(whole.end - whole.start + 1),
    },
  })
}

/** Answers `media://…` with a picture of an open site. Whatever is wrong with a request, no byte of another file goes out. */
export async function answerMedia(request: Request, source: MediaSource): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
  const address = parseMediaAddress(request.url)
  if (!address) return refuse(400)
  const site = source.siteOf(address.siteId)
  if (!site) return refuse(404)
  try {
    const content = await contentOf(address, site, source)
    if (!content) return refuse(404)
    try {
      return await answer(content, content.name ?? address.path, request)
    } finally {
      await content.close()
    }
  } catch {
    return refuse(404)
  }
}
