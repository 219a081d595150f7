import { typeOfBytes } from './file-type.ts'

/** In pixels, as shown: turned upright. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** How much of a file usually tells its size. */
export const sizeHead = 64 * 1024

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function pngSize(bytes: Uint8Array): ImageSize {
  return { width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) }
}

function gifSize(bytes: Uint8Array): ImageSize {
  return { width: view(bytes).getUint16(6, true), height: view(bytes).getUint16(8, true) }
}

function bmpSize(bytes: Uint8Array): ImageSize {
  const height = Math.abs(view(bytes).getInt32(22, true))
  return { width: Math.abs(view(bytes).getInt32(18, true)), height }
}

function webpSize(bytes: Uint8Array): ImageSize | null {
  const data = view(bytes)
  const kind = new TextDecoder('latin1').decode(bytes.subarray(12, 16))
  if (kind === 'VP8X') {
    const third = (at: number) => data.getUint16(at, true) + data.getUint8(at + 2) * 65_536 + 1
    return { width: third(24), height: third(27) }
  }
  if (kind === 'VP8L') {
    const bits = data.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (kind !== 'VP8 ') return null
  return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff }
}

/** The orientation noted in EXIF (1 to 8), where `at` is the beginning of its TIFF part. */
function orientationAt(bytes: Uint8Array, at: number): number {
  const data = view(bytes)
  const little = data.getUint16(at) === 0x4949
  const first = at + data.getUint32(at + 4, little)
  const count = Math.min(data.getUint16(first, little), 200)
  for (let i = 0; i < count; i++) {
    const entry = first + 2 + i * 12
    if (data.getUint16(entry, little) === 0x0112) return data.getUint16(entry + 8, little)
  }
  return 1
}

function jpegSize(bytes: Uint8Array): ImageSize | null {
  const data = view(bytes)
  let orientation = 1
  for (let at = 2; at + 9 < bytes.length; ) {
    if (data.getUint8(at) !== 0xff) return null
    const marker = data.getUint8(at + 1)
    const length = data.getUint16(at + 2)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      const [height, width] = [data.getUint16(at + 5), data.getUint16(at + 7)]
      return orientation >= 5 ? { width: height, height: width } : { width, height }
    }
    // “Exif”
    if (marker === 0xe1 && data.getUint32(at + 4) === 0x45786966)
      orientation = orientationOr1(bytes, at + 10)
    at += 2 + length
  }
  return null
}

function orientationOr1(bytes: Uint8Array, at: number): number {
  try {
    return orientationAt(bytes, at)
  } catch {
    return 1
  }
}

const length = (written: string | undefined): number | null => {
  const match = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(written ?? '')
  return match ? Math.round(Number(match[1])) : null
}

function svgSize(bytes: Uint8Array): ImageSize | null {
  const text = new TextDecoder().decode(bytes.subarray(0, 8192))
  const tag = /<(?:svg:)?svg\b[^>]*/i.exec(text)?.[0] ?? ''
  const value = (name: string) =>
    new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(tag)?.[1]
  const [width, height] = [length(value('width')), length(value('height'))]
  if (width !== null && height !== null) return { width, height }
  const box = (value('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [, , boxWidth = Number.NaN, boxHeight = Number.NaN] = box
  if (!(boxWidth > 0 && boxHeight > 0)) return null
  return { width: Math.round(boxWidth), height: Math.round(boxHeight) }
}

type Reader = (bytes: Uint8Array) => ImageSize | null
const readers: Readonly<Record<string, Reader>> = {
  'image/png': pngSize,
  'image/gif': gifSize,
  'image/bmp': bmpSize,
  'image/webp': webpSize,
  'image/jpeg': jpegSize,
  'image/svg+xml': svgSize,
}

/** The size of an image by its first bytes; null where they do not tell. Never throws. */
export function sizeOfImage(head: Uint8Array): ImageSize | null {
  try {
    const size = readers[typeOfBytes(head) ?? '']?.(head) ?? null
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch {
    // Cut short.
    return null
  }
}
