const latin = new TextDecoder('latin1')

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte)

const signatures: readonly (readonly [type: string, magic: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image/bmp', [0x42, 0x4d]],
  ['image/x-icon', [0, 0, 1, 0]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
  // Office files of before 2007.
  ['application/x-ole-storage', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
]

const avif = new Set(['avif', 'avis'])
const heic = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'])

/** Pictures in boxes tell what they are by their brands: AVIF often calls itself `mif1` first. */
function boxType(bytes: Uint8Array): string | null {
  if (latin.decode(bytes.subarray(4, 8)) !== 'ftyp') return null
  const brands = latin.decode(bytes.subarray(8, 64)).match(/.{4}/gs) ?? []
  if (brands.some((brand) => avif.has(brand))) return 'image/avif'
  if (brands.some((brand) => heic.has(brand))) return 'image/heic'
  return /^(?:isom|iso\d|mp4\d|M4V |qt {2})/.test(brands[0] ?? '') ? 'video/mp4' : null
}

function riffType(bytes: Uint8Array): string | null {
  if (latin.decode(bytes.subarray(0, 4)) !== 'RIFF') return null
  const kind = latin.decode(bytes.subarray(8, 12))
  return kind === 'WEBP' ? 'image/webp' : null
}

const svgStart =
  /^\s*(?:<\?xml[^>]*>\s*|<!doctype[^>[]*(?:\[[^\]]*\])?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:svg:)?svg[\s>]/i

/** What its first bytes (4,096 or fewer) say a file is; null where they say nothing. */
export function typeOfBytes(head: Uint8Array): string | null {
  const known = signatures.find(([, magic]) => startsWith(head, magic))?.[0]
  if (known !== undefined) return known
  const boxed = riffType(head) ?? boxType(head)
  if (boxed !== null) return boxed
  const text = new TextDecoder().decode(head.subarray(0, 4096))
  return svgStart.test(text) ? 'image/svg+xml' : null
}

/** Whether a file only stands for its content, which Git LFS keeps elsewhere. */
export const isLfsPointer = (head: Uint8Array): boolean =>
  latin.decode(head.subarray(0, 42)) === 'version https://git-lfs.github.com/spec/v1'
