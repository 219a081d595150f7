const text = new TextDecoder('latin1')

function startsWith(bytes: Uint8Array, ...magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

function boxType(bytes: Uint8Array): string | null {
  if (text.decode(bytes.subarray(4, 8)) !== 'ftyp') return null
  const brand = text.decode(bytes.subarray(8, 12))
  return brand === 'avif' || brand === 'avis' ? 'image/avif' : null
}

function riffType(bytes: Uint8Array): string | null {
  const isWebp = startsWith(bytes, 0x52, 0x49, 0x46, 0x46)
  return isWebp && text.decode(bytes.subarray(8, 12)) === 'WEBP' ? 'image/webp' : null
}

const signatures: readonly (readonly [type: string, ...magic: number[]])[] = [
  ['image/png', 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ['image/jpeg', 0xff, 0xd8, 0xff],
  ['image/gif', 0x47, 0x49, 0x46, 0x38],
  ['image/bmp', 0x42, 0x4d],
  ['image/x-icon', 0, 0, 1, 0],
]

/** An SVG may begin with a declaration, a document type and comments. */
const svgStart = /^\s*(?:<\?xml[^>]*>\s*|<!doctype[^>]*>\s*|<!--[\s\S]*?-->\s*)*<svg[\s>]/i

function isSvg(head: Uint8Array): boolean {
  return svgStart.test(new TextDecoder().decode(head))
}

const extensions = /\.(png|apng|jpe?g|jfif|gif|webp|avif|svg|ico|bmp)$/i

/** How many bytes of a file `mediaTypeOf` wants to see. */
export const headLength = 4096

/**
 * The content type of a picture that a page may show, judged by its first bytes; its ending must be that of a picture
 * too. Endings and contents often disagree in real sites (a JPEG called `.png`), and browsers show those.
 * Null for everything else. `head` is the first 4,096 bytes or fewer.
 */
export function mediaTypeOf(name: string, head: Uint8Array): string | null {
  if (!extensions.test(name)) return null
  for (const [type, ...magic] of signatures) if (startsWith(head, ...magic)) return type
  const boxed = riffType(head) ?? boxType(head)
  if (boxed !== null) return boxed
  return /\.svg$/i.test(name) && isSvg(head) ? 'image/svg+xml' : null
}
