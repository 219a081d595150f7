import { typeOfBytes } from './file-type.ts'

/*
 * Takes where a photo was taken out of its bytes without decoding it: the GPS part of EXIF is blanked in place, and
 * XMP packets that name a position are left out.
 */

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const latin = new TextDecoder('latin1')
const gpsPointer = 0x8825
const unitOf = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** Blanks the GPS part of the TIFF structure in `tiff`; answers whether there was one. */
function blankGps(tiff: Uint8Array): boolean {
  const data = view(tiff)
  const little = data.getUint16(0) === 0x4949
  const first = data.getUint32(4, little)
  const count = data.getUint16(first, little)
  for (let i = 0; i < count; i++) {
    const entry = first + 2 + i * 12
    if (data.getUint16(entry, little) !== gpsPointer) continue
    blankFolder(tiff, data.getUint32(entry + 8, little), little)
    return true
  }
  return false
}

function blankFolder(tiff: Uint8Array, at: number, little: boolean): void {
  const data = view(tiff)
  const count = data.getUint16(at, little)
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + i * 12
    const bytes =
      (unitOf[data.getUint16(entry + 2, little)] ?? 1) * data.getUint32(entry + 4, little)
    const from = data.getUint32(entry + 8, little)
    if (bytes > 4 && from + bytes <= tiff.length) tiff.fill(0, from, from + bytes)
    tiff.fill(0, entry, entry + 12)
  }
  tiff.fill(0, at, at + 2)
}

const namesPlace = (packet: Uint8Array) =>
  /GPS(?:Latitude|Longitude|Position)|Location/i.test(latin.decode(packet))

/** What to do with one part of a file: keep it (changed in place or not) or leave it out. */
type Verdict = 'keep' | 'changed' | 'drop'

function judge(kind: 'exif' | 'xmp' | 'other', payload: Uint8Array): Verdict {
  if (kind === 'xmp') return namesPlace(payload) ? 'drop' : 'keep'
  if (kind === 'other') return 'keep'
  try {
    return blankGps(payload) ? 'changed' : 'keep'
  } catch {
    // What cannot be read cannot be cleaned.
    return 'drop'
  }
}

interface Part {
  readonly start: number
  readonly end: number
  readonly kind: 'exif' | 'xmp' | 'other'
  readonly payload: number
}

function jpegParts(bytes: Uint8Array): readonly Part[] {
  const data = view(bytes)
  const parts: Part[] = []
  for (let at = 2; at + 4 < bytes.length && data.getUint8(at) === 0xff; ) {
    const marker = data.getUint8(at + 1)
    if (marker === 0xda || marker === 0xd9) break
    const end = at + 2 + data.getUint16(at + 2)
    const label = latin.decode(bytes.subarray(at + 4, at + 33))
    const isExif = marker === 0xe1 && label.startsWith('Exif\0\0')
    const isXmp = marker === 0xe1 && label.startsWith('http://ns.adobe.com/')
    parts.push({
      start: at,
      end,
      kind: isExif ? 'exif' : isXmp ? 'xmp' : 'other',
      payload: at + (isExif ? 10 : 4),
    })
    at = end
  }
  return parts
}

function webpParts(bytes: Uint8Array): readonly Part[] {
  const data = view(bytes)
  const parts: Part[] = []
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = latin.decode(bytes.subarray(at, at + 4))
    const size = data.getUint32(at + 4, true)
    const end = Math.min(at + 8 + size + (size % 2), bytes.length)
    const prefixed = latin.decode(bytes.subarray(at + 8, at + 14)) === 'Exif\0\0'
    const kind = name === 'EXIF' ? 'exif' : name === 'XMP ' ? 'xmp' : 'other'
    parts.push({ start: at, end, kind, payload: at + 8 + (kind === 'exif' && prefixed ? 6 : 0) })
    at = end
  }
  return parts
}

/** PNG parts carry a checksum, so EXIF with a position is left out whole. */
function pngParts(bytes: Uint8Array): readonly Part[] {
  const data = view(bytes)
  const parts: Part[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = latin.decode(bytes.subarray(at + 4, at + 8))
    const end = at + 12 + data.getUint32(at)
    const kind = name === 'eXIf' ? 'exif' : name === 'iTXt' ? 'xmp' : 'other'
    const prefixed = latin.decode(bytes.subarray(at + 8, at + 14)) === 'Exif\0\0'
    parts.push({ start: at, end, kind, payload: at + 8 + (prefixed ? 6 : 0) })
    at = end
  }
  return parts
}

const readers: Readonly<Record<string, (bytes: Uint8Array) => readonly Part[]>> = {
  'image/jpeg': jpegParts,
  'image/webp': webpParts,
  'image/png': pngParts,
}

function withoutParts(bytes: Uint8Array, parts: readonly Part[]): Uint8Array {
  const pieces: Uint8Array[] = []
  let at = 0
  for (const { start, end } of parts) {
    pieces.push(bytes.subarray(at, start))
    at = end
  }
  pieces.push(bytes.subarray(at))
  return Buffer.concat(pieces)
}

/** A WebP file says how long it is, and which parts it has. */
function mendWebp(bytes: Uint8Array, droppedXmp: boolean): void {
  view(bytes).setUint32(4, bytes.length - 8, true)
  const extended = latin.decode(bytes.subarray(12, 16)) === 'VP8X'
  if (extended && droppedXmp) bytes[20] = (bytes[20] ?? 0) & ~0x04
}

/** The same picture without the place it was taken at; the very same bytes where none is noted. */
export function withoutLocation(source: Uint8Array): Uint8Array {
  const type = typeOfBytes(source) ?? ''
  const partsOf = readers[type]
  if (!partsOf) return source
  const bytes = new Uint8Array(source)
  try {
    let changed = false
    const dropped = partsOf(bytes).filter(({ kind, payload, end }) => {
      const verdict = judge(kind, bytes.subarray(payload, end))
      changed ||= verdict === 'changed'
      return verdict === 'drop' || (verdict === 'changed' && type === 'image/png')
    })
    if (dropped.length === 0) return changed ? bytes : source
    const rest = withoutParts(bytes, dropped)
    if (type === 'image/webp')
      mendWebp(
        rest,
        dropped.some(({ kind }) => kind === 'xmp'),
      )
    return rest
  } catch {
    // Not the parts it should have: no EXIF reader finds a place in it either.
    return source
  }
}
