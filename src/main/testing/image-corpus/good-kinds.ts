import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { grey, type Picture, sharpOf, upright } from './picture.ts'
import { chunk, withChunk } from './png.ts'

/** A file as it may come from somewhere, and what is to be seen in it. */
export interface Sample {
  readonly bytes: Buffer
  readonly seen: Picture
  /** How far a faithful picture of it may be from what is seen: its own format has lost so much. */
  readonly loss: number
}
export type Kind = (picture: Picture) => Promise<Sample>

const as =
  (make: (picture: Picture) => Promise<Buffer>, loss = 0): Kind =>
  async (seen) => ({ bytes: await make(seen), seen, loss })

/** One number a pixel, as cameras and scanners write pictures without colour. */
const asGrey =
  (write: (image: Sharp) => Sharp, loss = 1): Kind =>
  async (picture) => {
    const seen = grey(picture)
    const { width, height } = seen
    const one = Buffer.from(seen.pixels.filter((_, i) => i % 3 === 0))
    const image = sharp(one, { raw: { width, height, channels: 1 } }).toColourspace('b-w')
    return { bytes: await write(image).toBuffer(), seen, loss }
  }

const turned =
  (orientation: number): Kind =>
  async (picture) => ({
    bytes: await sharpOf(picture).withMetadata({ orientation }).jpeg({ quality: 96 }).toBuffer(),
    seen: upright(picture, orientation),
    loss: 3,
  })

const frames = async (picture: Picture) => {
  const first = await sharpOf(picture).png().toBuffer()
  const other = await sharpOf(picture).negate().png().toBuffer()
  return sharp([first, other], { join: { animated: true } })
}

/** Half of it can be seen through; it is seen on white. */
const seenThrough =
  (write: (image: Sharp) => Sharp, loss = 2): Kind =>
  async ({ width, height, pixels }) => {
    const four = Buffer.alloc(width * height * 4)
    const seen = Buffer.alloc(pixels.length)
    for (let i = 0; i < width * height; i++) {
      const alpha = i % width < width / 2 ? 255 : 128
      for (let c = 0; c < 3; c++) {
        const value = pixels[i * 3 + c] ?? 0
        four[i * 4 + c] = value
        seen[i * 3 + c] = Math.round((value * alpha + 255 * (255 - alpha)) / 255)
      }
      four[i * 4 + 3] = alpha
    }
    const image = sharp(four, { raw: { width, height, channels: 4 } })
    return { bytes: await write(image).toBuffer(), seen: { width, height, pixels: seen }, loss }
  }

const sixteen = (picture: Picture) => sharpOf(picture).toColourspace('rgb16').png().toBuffer()

const fixture = (name: string, seen: Picture): Kind => {
  const bytes = readFileSync(join(import.meta.dirname, '../fixtures', `${name}.heic`))
  return async () => ({ bytes, seen, loss: 6 })
}

/** What `scripts/make-heic-fixtures.mjs` draws. */
function fields(): Picture {
  const [width, height] = [96, 64]
  const colours = [220, 30, 40, 40, 180, 60, 40, 60, 200, 230, 210, 50]
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const field = (y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)
      pixels.set(colours.slice(field * 3, field * 3 + 3), (y * width + x) * 3)
    }
  return { width, height, pixels }
}

const jpegs: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`jpeg turned ${n}`, turned(n)])),
  'jpeg progressive': as((p) => sharpOf(p).jpeg({ quality: 95, progressive: true }).toBuffer(), 3),
  'jpeg 4:4:4': as(
    (p) => sharpOf(p).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
    3,
  ),
  'jpeg of low quality': as((p) => sharpOf(p).jpeg({ quality: 30 }).toBuffer(), 8),
  'jpeg grey': asGrey((image) => image.jpeg({ quality: 95 }), 3),
  'jpeg cmyk': as((p) => sharpOf(p).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(), 26),
  'jpeg of a wide gamut': as(
    (p) => sharpOf(p).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer(),
    5,
  ),
  'jpeg with words in it': as(
    (p) =>
      sharpOf(p)
        .withExif({ IFD0: { Copyright: 'x'.repeat(9000) } })
        .jpeg({ quality: 95 })
        .toBuffer(),
    3,
  ),
}

const pngs: Readonly<Record<string, Kind>> = {
  png: as((p) => sharpOf(p).png().toBuffer()),
  'png interlaced': as((p) => sharpOf(p).png({ progressive: true }).toBuffer()),
  'png with alpha': seenThrough((image) => image.png()),
  'png grey': asGrey((image) => image.png()),
  'png of 16 bits': as(sixteen, 1),
  'png palette': as(
    (p) => sharpOf(p).png({ palette: true, colours: 256, dither: 0 }).toBuffer(),
    8,
  ),
  'png of a wide gamut': as((p) => sharpOf(p).withIccProfile('p3').png().toBuffer(), 3),
  'png with words in it': as(async (p) =>
    withChunk(await sharpOf(p).png().toBuffer(), chunk('tEXt', Buffer.from('Comment\0Hello'))),
  ),
  'png with packed words': as(async (p) =>
    withChunk(
      await sharpOf(p).png().toBuffer(),
      chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync('Hello')])),
    ),
  ),
  'png named by a chunk nobody knows': as(async (p) =>
    withChunk(await sharpOf(p).png().toBuffer(), chunk('gaLy', Buffer.from('?'))),
  ),
}

const others: Readonly<Record<string, Kind>> = {
  webp: as((p) => sharpOf(p).webp({ quality: 95 }).toBuffer(), 4),
  'webp lossless': as((p) => sharpOf(p).webp({ lossless: true }).toBuffer()),
  'webp nearly lossless': as((p) => sharpOf(p).webp({ nearLossless: true }).toBuffer(), 2),
  'webp with alpha': seenThrough((image) => image.webp({ lossless: true })),
  'webp that moves': as(async (p) => (await frames(p)).webp({ lossless: true }).toBuffer(), 1),
  gif: as((p) => sharpOf(p).gif({ dither: 0 }).toBuffer(), 10),
  'gif that moves': as(async (p) => (await frames(p)).gif({ dither: 0 }).toBuffer(), 12),
  'gif interlaced': as((p) => sharpOf(p).gif({ dither: 0, progressive: true }).toBuffer(), 10),
  avif: as((p) => sharpOf(p).avif({ quality: 90 }).toBuffer(), 5),
  'avif lossless': as((p) => sharpOf(p).avif({ lossless: true }).toBuffer(), 2),
  'avif 4:2:0': as(
    (p) => sharpOf(p).avif({ quality: 80, chromaSubsampling: '4:2:0' }).toBuffer(),
    6,
  ),
  'avif with alpha': seenThrough((image) => image.avif({ quality: 95 }), 5),
  tiff: as((p) => sharpOf(p).tiff({ compression: 'none' }).toBuffer()),
  'tiff lzw': as((p) => sharpOf(p).tiff({ compression: 'lzw' }).toBuffer()),
  'tiff deflate': as((p) => sharpOf(p).tiff({ compression: 'deflate' }).toBuffer()),
  'tiff packbits': as((p) => sharpOf(p).tiff({ compression: 'packbits' }).toBuffer()),
  'tiff jpeg': as((p) => sharpOf(p).tiff({ compression: 'jpeg', quality: 95 }).toBuffer(), 5),
  'tiff in tiles': as((p) => sharpOf(p).tiff({ tile: true, compression: 'none' }).toBuffer()),
  'tiff with small ones': as((p) =>
    sharpOf(p).tiff({ tile: true, pyramid: true, compression: 'none' }).toBuffer(),
  ),
  'tiff grey': asGrey((image) => image.tiff({ compression: 'none' })),
  'tiff cmyk': as(
    (p) => sharpOf(p).toColourspace('cmyk').tiff({ compression: 'none' }).toBuffer(),
    26,
  ),
  'tiff of 16 bits': as(
    (p) => sharpOf(p).toColourspace('rgb16').tiff({ compression: 'none' }).toBuffer(),
    1,
  ),
  'heic of a phone': fixture('plain', fields()),
  'heic that lies on its side': fixture('turned', upright(fields(), 6)),
  'heic of a wide gamut': fixture('wide-gamut', fields()),
}

/** Files that hold a picture, by kind. */
export const goodKinds: Readonly<Record<string, Kind>> = { ...jpegs, ...pngs, ...others }
