import { deflateSync } from 'node:zlib'
import type { HeifImage, HeifPixels } from 'libheif-js/wasm-bundle.js'
import sharp from 'sharp'
import { ImageProblem } from './image-problem.ts'

/*
 * Phones send their photos as HEIC, which the image library does not read: its pixels are coded with HEVC. They are
 * decoded by libheif in WebAssembly, a package of its own (LGPL), loaded when the first such photo comes.
 */

async function open(bytes: Uint8Array): Promise<HeifImage> {
  const { default: heif } = await import('libheif-js/wasm-bundle.js')
  const [first, ...others] = new heif.HeifDecoder().decode(bytes)
  for (const other of others) other.free()
  if (!first) throw new ImageProblem('The photo is damaged and cannot be read.')
  return first
}

/** How large a HEIC photo is, upright; its pixels are not decoded. */
export async function sizeOfHeic(bytes: Uint8Array) {
  const image = await open(bytes)
  const size = { width: image.get_width(), height: image.get_height() }
  image.free()
  return size
}

/** The colour profile in a HEIC file (its first `colr` box of the kind `prof`, ISO/IEC 14496-12); null for none. */
function profileIn(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = file.indexOf('colrprof', 0, 'latin1')
  if (at < 4) return null
  const end = at - 4 + file.readUInt32BE(at - 4)
  return end > at + 8 + 128 && end <= file.length ? file.subarray(at + 8, end) : null
}

const crcTable = Int32Array.from({ length: 256 }, (_, n) => {
  let value = n
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc(bytes: Uint8Array): number {
  let value = -1
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8)
  return (value ^ -1) >>> 0
}

/** What stands before the second chunk of a PNG: its signature and its head. */
const headOfPng = 33

/** A PNG with a colour profile (PNG specification, `iCCP`): pixels alone cannot carry one. */
function withProfile(png: Buffer, profile: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from('iCCPphoto\0\0', 'latin1'), deflateSync(profile)])
  const chunk = Buffer.alloc(content.length + 8)
  chunk.writeUInt32BE(content.length - 4)
  content.copy(chunk, 4)
  chunk.writeUInt32BE(crc(content), content.length + 4)
  return Buffer.concat([png.subarray(0, headOfPng), chunk, png.subarray(headOfPng)])
}

const isOpaque = (data: Uint8ClampedArray): boolean => {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return false
  return true
}

/**
 * A HEIC photo as a PNG of the same pixels, turned upright as the file says, with its colour profile. Throws an
 * `ImageProblem` where it is damaged or has more than `mostPixels`.
 */
export async function pngOfHeic(bytes: Uint8Array, mostPixels: number): Promise<Uint8Array> {
  const image = await open(bytes)
  try {
    const [width, height] = [image.get_width(), image.get_height()]
    if (width * height > mostPixels) throw new ImageProblem('The picture has too many pixels.')
    const pixels: HeifPixels = { data: new Uint8ClampedArray(width * height * 4), width, height }
    const shown = await new Promise<HeifPixels | null>((resolve) => image.display(pixels, resolve))
    if (!shown) throw new ImageProblem('The photo is damaged and cannot be read to its end.')
    const { data } = shown
    const raw = sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    const flat = isOpaque(data) ? raw.removeAlpha() : raw
    const png = await flat.png({ compressionLevel: 1 }).toBuffer()
    const profile = profileIn(bytes)
    return profile ? withProfile(png, profile) : png
  } finally {
    image.free()
  }
}
