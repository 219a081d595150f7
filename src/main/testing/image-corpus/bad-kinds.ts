import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { type Picture, sharpOf } from './picture.ts'
import { chunk, head, png } from './png.ts'

/** A file that holds no picture, or not a whole one. */
export type BadKind = (picture: Picture) => Promise<Buffer>

const text =
  (words: string): BadKind =>
  async () =>
    Buffer.from(words)
const jpeg = (picture: Picture) => sharpOf(picture).jpeg({ quality: 95 }).toBuffer()

/** The first part of a file. */
const cut =
  (make: (picture: Picture) => Promise<Buffer>, part: number): BadKind =>
  async (picture) => {
    const whole = await make(picture)
    return whole.subarray(0, Math.max(1, Math.floor(whole.length * part)))
  }

const rows = (bytes: number) => chunk('IDAT', deflateSync(Buffer.alloc(bytes)))

function gifOf(width: number, height: number): Buffer {
  const file = Buffer.from(
    '4749463839610000000080000000000000ffffff2c00000000000000000002024401003b',
    'hex',
  )
  for (const at of [6, 25]) {
    file.writeUInt16LE(width, at)
    file.writeUInt16LE(height, at + 2)
  }
  return file
}

/** A JPEG whose frame claims another size. */
async function jpegOf(picture: Picture, width: number, height: number): Promise<Buffer> {
  const file = Buffer.from(await jpeg(picture))
  for (let at = 2; at < file.length; at += 2 + file.readUInt16BE(at + 2)) {
    const marker = file[at + 1] ?? 0
    if (marker < 0xc0 || marker > 0xc2) continue
    file.writeUInt16BE(height, at + 5)
    file.writeUInt16BE(width, at + 7)
    break
  }
  return file
}

const damaged: Readonly<Record<string, BadKind>> = {
  'jpeg, one tenth': cut(jpeg, 0.1),
  'jpeg, half': cut(jpeg, 0.5),
  'jpeg, nine tenths': cut(jpeg, 0.9),
  'png, half': cut((p) => sharpOf(p).png().toBuffer(), 0.5),
  'png, nine tenths': cut((p) => sharpOf(p).png().toBuffer(), 0.9),
  'webp, half': cut((p) => sharpOf(p).webp({ lossless: true }).toBuffer(), 0.5),
  'gif, a third': cut((p) => sharpOf(p).gif().toBuffer(), 0.3),
  'avif, half': cut((p) => sharpOf(p).avif().toBuffer(), 0.5),
  'tiff, half': cut((p) => sharpOf(p).tiff({ compression: 'none' }).toBuffer(), 0.5),
  'png with a wrong check': async (p) => {
    const file = Buffer.from(await sharpOf(p).png().toBuffer())
    const at = file.indexOf('IDAT') + 8
    file.writeUInt32BE((file.readUInt32BE(at) ^ 0x5a5a5a5a) >>> 0, at)
    return file
  },
  'png without rows': async () => png(head(50, 40, [8, 2])),
}

const bombs: Readonly<Record<string, BadKind>> = {
  'png that claims 65,000 pixels a side': async () => png(head(65_000, 65_000, [8, 2]), rows(1000)),
  'png of one colour, 20,000 pixels a side': async () =>
    png(head(20_000, 20_000, [1, 0]), rows(20_000 * 2501)),
  'gif that claims 65,535 pixels a side': async () => gifOf(65_535, 65_535),
  'jpeg that claims 65,500 pixels a side': (p) => jpegOf(p, 65_500, 65_500),
  'png with words of 50 MB': async (p) =>
    Buffer.concat([
      (await sharpOf(p).png().toBuffer()).subarray(0, 33),
      chunk(
        'zTXt',
        Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(50_000_000))]),
      ),
    ]),
}

const noPictures: Readonly<Record<string, BadKind>> = {
  nothing: async () => Buffer.alloc(0),
  'one byte': async () => Buffer.from([0xff]),
  zeros: async () => Buffer.alloc(4096),
  words: text('Not a picture at all.'),
  'a page': text('<!doctype html><html><body><script>alert(1)</script></body></html>'),
  'a PDF': text('%PDF-1.7\n1 0 obj <<>> endobj'),
  'a ZIP': async () => Buffer.from('504b0304140000000800', 'hex'),
  'a BMP': async () => Buffer.from('424d3a0000000000000036000000280000000100000001000000', 'hex'),
  'an icon': async () => Buffer.from('000001000100101000000100200068040000160000', 'hex'),
  'a pointer of Git LFS': text(
    `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`,
  ),
  'a drawing that is no XML': text('<svg xmlns="http://www.w3.org/2000/svg"><g></svg'),
  'a packed drawing': async () => gzipSync('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  'the head of a film': async () => Buffer.from('000000186674797069736f6d0000020069736f6d', 'hex'),
  'a raw photo': async () =>
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123' } })
      .raw()
      .toBuffer(),
}

/** Files without a whole picture, by kind: each must be refused in words. */
export const badKinds: Readonly<Record<string, BadKind>> = { ...damaged, ...bombs, ...noPictures }
