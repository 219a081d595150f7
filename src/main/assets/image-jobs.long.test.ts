import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { ImageRule } from '../../shared/ipc/media-calls.ts'
import {
  animation,
  cameraPhoto,
  drawing,
  heic,
  photo,
  photoAsPng,
} from '../testing/sample-images.ts'
import { runImageJob } from './image-jobs.ts'
import { sizeOfImage } from './image-size.ts'
import { withoutLocation } from './location.ts'

const rule: ImageRule = {
  format: 'keep',
  quality: 75,
  maxWidth: null,
  maxHeight: null,
  stripMetadata: true,
}
const convert = (bytes: Uint8Array, more: Partial<ImageRule> = {}) =>
  runImageJob({ kind: 'convert', bytes, rule: { ...rule, ...more } })

const hasPlace = async (bytes: Uint8Array) => {
  const { exif, xmp } = await sharp(bytes).metadata()
  const numbers = exif?.toString('latin1') ?? ''
  return (
    /GPSLatitude/.test(xmp?.toString() ?? '') || gpsEntries(exif) > 0 || numbers.includes('103/1')
  )
}

/** How many things the GPS part of an EXIF block says. */
function gpsEntries(exif: Buffer | undefined): number {
  if (!exif) return 0
  const tiff = exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const first = u32(4)
  for (let i = 0; i < u16(first); i++)
    if (u16(first + 2 + i * 12) === 0x8825) return u16(u32(first + 10 + i * 12))
  return 0
}

describe('converting', () => {
  test.each(['webp', 'jpeg', 'png'] as const)('a photo to %s', async (format) => {
    const source = await (format === 'jpeg' ? photoAsPng() : photo(600, 400, 100))
    const result = await convert(source, { format, maxWidth: 300, maxHeight: 300 })
    expect(result).toMatchObject({ type: `image/${format}`, width: 300, height: 200 })
    expect(result.bytes?.length).toBeLessThan(source.length)
    expect((await sharp(result.bytes ?? source).metadata()).format).toBe(format)
  })

  test.each(['webp', 'gif', 'tiff', 'avif', 'png', 'jpeg'] as const)(
    '%s can be read and shrunk',
    async (format) => {
      const source = await sharp(await photo(500, 400))
        .toFormat(format, { quality: 90 })
        .toBuffer()
      const result = await convert(source, { maxWidth: 100 })
      expect(result).toMatchObject({ type: `image/${format}`, width: 100, height: 80 })
    },
  )

  test('nothing is enlarged, and what would not get smaller stays as it is', async () => {
    const small = await sharp(await photo(200, 100))
      .webp({ quality: 20 })
      .toBuffer()
    expect(await convert(small, { maxWidth: 900, quality: 95 })).toMatchObject({
      bytes: null,
      width: 200,
    })
    expect((await convert(await photo(400, 300), { maxWidth: 4000 })).width).toBe(400)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i is turned upright', async (orientation) => {
    const source = await cameraPhoto(orientation)
    const upright = orientation >= 5 ? { width: 300, height: 400 } : { width: 400, height: 300 }
    expect(sizeOfImage(source)).toEqual(upright)
    const { bytes } = await convert(source, { format: 'webp' })
    expect(sizeOfImage(bytes ?? source)).toEqual(upright)
    expect((await sharp(bytes ?? source).metadata()).orientation ?? 1).toBe(1)
  })

  test('an animation goes on moving, also where the rule names a format that does not', async () => {
    const gif = await animation(4)
    for (const [format, type] of [
      ['webp', 'image/webp'],
      ['jpeg', 'image/gif'],
      ['keep', 'image/gif'],
    ] as const) {
      const result = await convert(gif, { format, maxWidth: 20 })
      expect(result.type).toBe(type)
      expect(result.height).toBe(result.bytes === null ? 30 : 15)
      if (result.bytes) expect((await sharp(result.bytes).metadata()).pages).toBe(4)
    }
  })

  test('transparent ground stays where the format can hold it, and becomes white in JPEG', async () => {
    const bytes = await sharp(await drawing(400, 400))
      .png({ compressionLevel: 0 })
      .toBuffer()
    expect(
      (await sharp((await convert(bytes, { format: 'webp' })).bytes ?? bytes).metadata()).hasAlpha,
    ).toBe(true)
    const jpeg = await convert(bytes, { format: 'jpeg' })
    const { dominant } = await sharp(jpeg.bytes ?? bytes).stats()
    expect(dominant.r).toBeGreaterThan(200)
    expect(dominant.g).toBeGreaterThan(100)
  })

  test('print colours and deep ones become those of screens', async () => {
    const cmyk = await sharp(await photo())
      .toColourspace('cmyk')
      .jpeg({ quality: 100 })
      .toBuffer()
    expect((await sharp((await convert(cmyk)).bytes ?? cmyk).metadata()).space).toBe('srgb')
    const deep = await sharp(await photo())
      .toColourspace('rgb16')
      .png()
      .toBuffer()
    expect((await convert(deep, { format: 'webp' })).bytes?.length).toBeLessThan(deep.length)
  })
})

describe('the place a photo was taken at', () => {
  test('is in the sample, and gone without decoding it; the rest stays', async () => {
    const source = await cameraPhoto()
    expect(await hasPlace(source)).toBe(true)
    const plain = withoutLocation(source)
    expect(await hasPlace(plain)).toBe(false)
    expect((await sharp(plain).metadata()).exif?.toString('latin1')).toContain('Anna Tan')
    expect(await sharp(plain).raw().toBuffer()).toEqual(await sharp(source).raw().toBuffer())
    expect(withoutLocation(plain)).toEqual(plain)
  })

  test.each(['webp', 'png', 'jpeg'] as const)(
    '%s: dropped with the rest or alone, kept when asked',
    async (format) => {
      const source = await sharp(await cameraPhoto(1, 800, 600))
        .keepMetadata()
        .toFormat(format, { quality: 99 })
        .toBuffer()
      const shrunk = { format: 'keep', maxWidth: 100 } as const
      expect(await hasPlace((await convert(source, shrunk)).bytes ?? source)).toBe(false)
      const kept = await convert(source, { ...shrunk, stripMetadata: false })
      expect(await hasPlace(kept.bytes ?? source)).toBe(false)
      const all = await convert(source, { ...shrunk, stripMetadata: false, keepLocation: true })
      expect(await hasPlace(all.bytes ?? source)).toBe(true)
      expect(
        await hasPlace((await runImageJob({ kind: 'clean', bytes: source })).bytes ?? source),
      ).toBe(false)
      // A photo that re-encoding would not make smaller loses it as well.
      const small = await sharp(source)
        .resize(60)
        .keepMetadata()
        .toFormat(format, { quality: 5 })
        .toBuffer()
      const same = await convert(small, { quality: 100 })
      expect(await hasPlace(same.bytes ?? small)).toBe(false)
    },
  )

  test('damaged metadata does not stop anything', async () => {
    const source = Buffer.from(await cameraPhoto())
    for (let at = 2; at < 400; at += 3) {
      const broken = Buffer.from(source)
      broken[at] = 0xff
      withoutLocation(broken)
      sizeOfImage(broken)
    }
  })
})

/** A small file that claims to be huge. */
function bomb(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    return Buffer.concat([head, Buffer.from(name), data, Buffer.alloc(4)])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width)
  size.writeUInt32BE(height, 4)
  size.set([1, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('what cannot be worked on is told in words', () => {
  test('every kind', async () => {
    const whole = await photo()
    const cases: readonly (readonly [Uint8Array, RegExp])[] = [
      [heic(), /damaged/],
      [whole.subarray(0, whole.length / 2), /damaged/],
      [(await photoAsPng()).subarray(0, 900), /damaged/],
      [Buffer.from('not a picture'), /not a picture/],
      [Buffer.alloc(0), /not a picture/],
      [Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0'), /Git LFS/],
      [Buffer.from('BM________________'), /BMP/],
      [Buffer.from('<svg><g></svg>'), /SVG/],
    ]
    for (const [bytes, words] of cases) await expect(convert(bytes)).rejects.toThrow(words)
    await expect(convert(bomb(20_000, 20_000))).rejects.toThrow(/damaged|too many pixels/)
    await expect(
      runImageJob({ kind: 'thumbnail', bytes: bomb(90_000, 90_000), width: 160 }),
    ).rejects.toThrow()
  })

  test('a drawing loses its scripts and keeps the rest', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="8"><script>x()</script><g/></svg>',
    )
    const result = await convert(svg, { format: 'webp' })
    expect(Buffer.from(result.bytes ?? svg).toString()).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="8"><g/></svg>',
    )
    expect(result).toMatchObject({ type: 'image/svg+xml', width: 9, height: 8 })
    expect((await convert(svg, { cleanSvg: false })).bytes).toBeNull()
  })
})

test('thumbnails and sizes', async () => {
  for (const bytes of [
    await photo(900, 600),
    await cameraPhoto(6, 900, 600),
    await animation(),
    await drawing(),
  ]) {
    const size = sizeOfImage(bytes)
    const measured = await runImageJob({ kind: 'measure', bytes })
    expect(size).toEqual({ width: measured.width, height: measured.height })
    const small = await runImageJob({ kind: 'thumbnail', bytes, width: 160 })
    expect(Math.max(small.width ?? 0, small.height ?? 0)).toBeLessThanOrEqual(160)
    expect(sizeOfImage(small.bytes ?? bytes)).toEqual({ width: small.width, height: small.height })
  }
  for (const options of [{ quality: 50 }, { lossless: true }]) {
    const webp = await sharp(await drawing(123, 45))
      .webp(options)
      .toBuffer()
    expect(sizeOfImage(webp)).toEqual({ width: 123, height: 45 })
    const opaque = await sharp(await photo(123, 45))
      .webp(options)
      .toBuffer()
    expect(sizeOfImage(opaque)).toEqual({ width: 123, height: 45 })
  }
})
