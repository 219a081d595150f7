import sharp, { type Sharp } from 'sharp'
import { cleanSvg } from '../../shared/domain/assets/clean-svg.ts'
import { lookSide } from '../../shared/domain/assets/look-alike.ts'
import type { ImageEdit } from '../../shared/ipc/image-edit.ts'
import type { ImageRule } from '../../shared/ipc/media-calls.ts'
import { editPicture } from './edit-picture.ts'
import { isLfsPointer, typeOfBytes } from './file-type.ts'
import { ImageProblem } from './image-problem.ts'
import { sizeOfImage } from './image-size.ts'
import { withoutLocation } from './location.ts'
import { pngOfHeic, sizeOfHeic } from './read-heic.ts'

/** What the image process is asked to do with the bytes of one file. */
export type ImageJob =
  | { readonly kind: 'convert'; readonly bytes: Uint8Array; readonly rule: ImageRule }
  /** Turned, cut and shrunk by hand, in the format it has. */
  | { readonly kind: 'edit'; readonly bytes: Uint8Array; readonly edit: ImageEdit }
  /** Leaves the picture as it is, but for the place it was taken at and a drawing's scripts. */
  | { readonly kind: 'clean'; readonly bytes: Uint8Array }
  | { readonly kind: 'thumbnail'; readonly bytes: Uint8Array; readonly width: number }
  | { readonly kind: 'measure'; readonly bytes: Uint8Array }
  /** Shrinks it to the few pixels that pictures are compared by (`lookSide`); the answer's bytes are RGB values. */
  | { readonly kind: 'look'; readonly bytes: Uint8Array }

/** What came of it; `bytes` null: the file is best left as it is. */
export interface ImageResult {
  readonly bytes: Uint8Array | null
  readonly type: string
  readonly width: number | null
  readonly height: number | null
}

// For the whole process: two threads an image, nothing kept in memory between images.
sharp.cache(false)
sharp.concurrency(2)

const mostPixels = 100_000_000
const mostBytes = 96 * 1024 * 1024
const seconds = 30

function open(bytes: Uint8Array, animated: boolean): Sharp {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated }).timeout({
    seconds,
  })
}

const unreadable: Readonly<Record<string, string>> = {
  'image/bmp': 'Galley cannot change BMP pictures. Save it as PNG with another program.',
  'image/x-icon': 'Icons of this kind hold several sizes and are left as they are.',
}

/** The type of a picture that can be worked on; says in words why another cannot. */
function requireType(bytes: Uint8Array): string {
  if (bytes.length > mostBytes) throw new ImageProblem('The file is too big.')
  if (isLfsPointer(bytes)) throw new ImageProblem('Its content is kept elsewhere (Git LFS).')
  const type = typeOfBytes(bytes)
  if (type === null || !type.startsWith('image/'))
    throw new ImageProblem('This is not a picture, or it is damaged.')
  const words = unreadable[type]
  if (words !== undefined) throw new ImageProblem(words)
  return type
}

type Format = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'tiff'
const formatOf = (type: string) => type.slice('image/'.length) as Format

function targetFormat(source: Format, rule: ImageRule, frames: number): Format {
  if (rule.format === 'keep') return source
  // Neither JPEG nor PNG moves.
  return frames > 1 && rule.format !== 'webp' ? source : rule.format
}

function encode(image: Sharp, format: Format, quality: number): Sharp {
  switch (format) {
    case 'jpeg':
      return image.flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true })
    case 'png':
      return image.png({ compressionLevel: 9, adaptiveFiltering: true })
    case 'webp':
      return image.webp({ quality })
    case 'gif':
      return image.gif()
    case 'avif':
      return image.avif({ quality })
    case 'tiff':
      return image.tiff({ quality, compression: 'lzw' })
  }
}

function cleanDrawing(bytes: Uint8Array, wanted: boolean): ImageResult {
  const size = sizeOfImage(bytes)
  const text = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes)
  const clean = wanted ? cleanSvg(text) : text
  if (clean === null) throw new ImageProblem('This drawing is not written as SVG should be.')
  return {
    bytes: clean === text ? null : new TextEncoder().encode(clean),
    type: 'image/svg+xml',
    width: size?.width ?? null,
    height: size?.height ?? null,
  }
}

/** What is kept when re-encoding would not help: the source, at most without the place it was taken at. */
function keepSource(bytes: Uint8Array, rule: ImageRule, source: Omit<ImageResult, 'bytes'>) {
  const plain = rule.keepLocation ? bytes : withoutLocation(bytes)
  return { ...source, bytes: plain === bytes ? null : plain }
}

async function convert(bytes: Uint8Array, rule: ImageRule): Promise<ImageResult> {
  const type = requireType(bytes)
  if (type === 'image/svg+xml') return cleanDrawing(bytes, rule.cleanSvg ?? true)
  const { pages = 1, autoOrient } = await open(bytes, false).metadata()
  const format = targetFormat(formatOf(type), rule, pages)
  let image = open(bytes, pages > 1).autoOrient()
  if (rule.maxWidth !== null || rule.maxHeight !== null)
    image = image.resize({
      ...(rule.maxWidth === null ? {} : { width: rule.maxWidth }),
      ...(rule.maxHeight === null ? {} : { height: rule.maxHeight }),
      fit: 'inside',
      withoutEnlargement: true,
    })
  if (!rule.stripMetadata) image = image.keepExif().keepIccProfile()
  const { data, info } = await encode(image, format, rule.quality).toBuffer({
    resolveWithObject: true,
  })
  if (data.length >= bytes.length) return keepSource(bytes, rule, { type, ...autoOrient })
  const output = rule.stripMetadata || rule.keepLocation ? data : withoutLocation(data)
  const height = info.pageHeight ?? info.height
  return { bytes: output, type: `image/${format}`, width: info.width, height }
}

async function edit(bytes: Uint8Array, wanted: ImageEdit): Promise<ImageResult> {
  const type = requireType(bytes)
  if (type === 'image/svg+xml')
    throw new ImageProblem('This is a drawing without pixels: it cannot be cut or turned here.')
  const { pages = 1, autoOrient } = await open(bytes, false).metadata()
  if (pages > 1) throw new ImageProblem('This picture moves: it cannot be cut or turned here.')
  const upright = { image: open(bytes, false).autoOrient(), ...autoOrient }
  const image = await editPicture(upright, wanted, (turned) => open(turned, false))
  const { data, info } = await encode(image, formatOf(type), wanted.quality).toBuffer({
    resolveWithObject: true,
  })
  return { bytes: data, type, width: info.width, height: info.height }
}

async function thumbnail(bytes: Uint8Array, width: number): Promise<ImageResult> {
  requireType(bytes)
  const image = open(bytes, false).autoOrient()
  const small = image.resize({ width, height: width, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await small
    .webp({ quality: 78, effort: 2 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, type: 'image/webp', width: info.width, height: info.height }
}

async function look(bytes: Uint8Array): Promise<ImageResult> {
  const type = requireType(bytes)
  const image = open(bytes, false)
  const { autoOrient } = await image.metadata()
  const pixels = await image
    .autoOrient()
    .resize({ width: lookSide, height: lookSide, fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer()
  const { width, height } = autoOrient
  return { bytes: pixels, type, width, height }
}

async function clean(bytes: Uint8Array): Promise<ImageResult> {
  const type = requireType(bytes)
  if (type === 'image/svg+xml') return cleanDrawing(bytes, true)
  const { autoOrient } = await open(bytes, false).metadata()
  const plain = withoutLocation(bytes)
  const { width, height } = autoOrient
  return { bytes: plain === bytes ? null : plain, type, width, height }
}

async function measure(bytes: Uint8Array): Promise<ImageResult> {
  const type = requireType(bytes)
  const { autoOrient } = await open(bytes, false).metadata()
  return { bytes: null, type, width: autoOrient.width, height: autoOrient.height }
}

/** libvips' words for what users meet; others are told as damage. */
function wordsFor(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  if (/pixel limit|exceeds/i.test(text)) return 'The picture has too many pixels.'
  if (/timeout/i.test(text)) return 'The picture takes too long to read.'
  return 'The picture is damaged and cannot be read to its end.'
}

/** No browser but Apple's shows HEIC: such a photo becomes a JPEG at least. */
const plainRule: ImageRule = {
  ...{ format: 'jpeg', quality: 90, maxWidth: null, maxHeight: null },
  stripMetadata: true,
}

/** A job on a HEIC photo, done on a PNG of the same pixels. */
async function runOnHeic(job: ImageJob): Promise<ImageResult> {
  if (job.bytes.length > mostBytes) throw new ImageProblem('The file is too big.')
  if (job.kind === 'edit')
    throw new ImageProblem('This is a HEIC photo. Optimise it first, which makes a JPEG of it.')
  if (job.kind === 'measure') {
    const size = await sizeOfHeic(job.bytes)
    return { bytes: null, type: 'image/heic', ...size }
  }
  const bytes = await pngOfHeic(job.bytes, mostPixels)
  if (job.kind === 'thumbnail') return thumbnail(bytes, job.width)
  if (job.kind === 'look') return look(bytes)
  const asked = job.kind === 'convert' ? job.rule : plainRule
  const rule: ImageRule = asked.format === 'keep' ? { ...asked, format: 'jpeg' } : asked
  const made = await convert(bytes, rule)
  return made.bytes ? made : { ...made, bytes, type: 'image/png' }
}

async function run(job: ImageJob): Promise<ImageResult> {
  if (typeOfBytes(job.bytes) === 'image/heic') return runOnHeic(job)
  switch (job.kind) {
    case 'convert':
      return convert(job.bytes, job.rule)
    case 'edit':
      return edit(job.bytes, job.edit)
    case 'clean':
      return clean(job.bytes)
    case 'thumbnail':
      return thumbnail(job.bytes, job.width)
    case 'measure':
      return measure(job.bytes)
    case 'look':
      return look(job.bytes)
  }
}

/** Does one job; what is wrong with a picture is thrown as an `ImageProblem`. */
export async function runImageJob(job: ImageJob): Promise<ImageResult> {
  try {
    return await run(job)
  } catch (error) {
    if (error instanceof ImageProblem) throw error
    throw new ImageProblem(wordsFor(error), { cause: error })
  }
}
