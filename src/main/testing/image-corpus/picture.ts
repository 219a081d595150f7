import sharp, { type Sharp } from 'sharp'

/** Plain pixels, three numbers each. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
}

/** A picture that is nowhere the same, smooth enough to survive lossy formats; another one for each seed. */
export function pictureOf(seed: number, width: number, height: number): Picture {
  const pixels = Buffer.alloc(width * height * 3)
  const wave = (value: number) => Math.round(128 + 100 * Math.sin(value))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3
      pixels[i] = wave(x / 23 + seed)
      pixels[i + 1] = wave(y / 19 + seed * 2)
      pixels[i + 2] = wave((x + y) / 31 + seed * 3)
    }
  return { width, height, pixels }
}

export const sharpOf = ({ width, height, pixels }: Picture): Sharp =>
  sharp(pixels, { raw: { width, height, channels: 3 } })

type Place = (x: number, y: number, size: Picture) => readonly [x: number, y: number]

/** Where a pixel of the upright picture stands in the stored one, by EXIF orientation (Exif 2.3, 4.6.4). */
const stored: Readonly<Record<number, Place>> = {
  1: (x, y) => [x, y],
  2: (x, y, { width }) => [width - 1 - x, y],
  3: (x, y, { width, height }) => [width - 1 - x, height - 1 - y],
  4: (x, y, { height }) => [x, height - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, { height }) => [y, height - 1 - x],
  7: (x, y, { width, height }) => [width - 1 - y, height - 1 - x],
  8: (x, y, { width }) => [width - 1 - y, x],
}

/** What a viewer shows of stored pixels with an EXIF orientation. */
export function upright(picture: Picture, orientation: number): Picture {
  const sides = orientation >= 5
  const [width, height] = sides ? [picture.height, picture.width] : [picture.width, picture.height]
  const pixels = Buffer.alloc(picture.pixels.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [fromX, fromY] = stored[orientation]?.(x, y, picture) ?? [x, y]
      const from = (fromY * picture.width + fromX) * 3
      picture.pixels.copy(pixels, (y * width + x) * 3, from, from + 3)
    }
  return { width, height, pixels }
}

/** The picture without its colours, as the eye weighs them. */
export function grey({ width, height, pixels }: Picture): Picture {
  const out = Buffer.alloc(pixels.length)
  for (let i = 0; i < pixels.length; i += 3) {
    const [r = 0, g = 0, b = 0] = [pixels[i], pixels[i + 1], pixels[i + 2]]
    out.fill(Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b), i, i + 3)
  }
  return { width, height, pixels: out }
}

/** How far two pictures are from each other, 0 to 255 on average; Infinity where their sizes differ. */
export async function distance(bytes: Uint8Array, wanted: Picture): Promise<number> {
  const image = sharp(bytes, { limitInputPixels: 1e8 }).flatten({ background: '#fff' })
  const { data, info } = await image
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.width !== wanted.width || info.height !== wanted.height) return Number.POSITIVE_INFINITY
  const step = info.channels
  let sum = 0
  for (let i = 0; i < wanted.width * wanted.height; i++)
    for (let c = 0; c < 3; c++)
      sum += Math.abs(
        (data[i * step + Math.min(c, step - 1)] ?? 0) - (wanted.pixels[i * 3 + c] ?? 0),
      )
  return sum / wanted.pixels.length
}
