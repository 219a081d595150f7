import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Crop, Turn } from '../../shared/domain/assets/crop.ts'
import type { ImageEdit } from '../../shared/ipc/image-edit.ts'

import { type MediaSite, mediaSite } from '../testing/media-site.ts'
import { animation, cameraPhoto } from '../testing/sample-images.ts'
import { runImageJob } from './image-jobs.ts'

/** A picture as rows of pixels, each one number. */
type Rows = readonly (readonly number[])[]

const nothing: ImageEdit = { turn: 0, flip: false, crop: null, width: null, quality: 90 }

const rowsOf = (width: number, height: number): Rows =>
  Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (x * 37 + y * 101 + x * y * 7) % 256),
  )

async function pngOf(rows: Rows): Promise<Buffer> {
  const [width, height] = [rows[0]?.length ?? 0, rows.length]
  const pixels = Buffer.from(rows.flat().flatMap((value) => [value, 255 - value, value ^ 0x5a]))
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

async function pixelsOf(bytes: Uint8Array): Promise<Rows> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  return Array.from({ length: info.height }, (_, y) =>
    Array.from({ length: info.width }, (_, x) => data[(y * info.width + x) * info.channels] ?? -1),
  )
}

const turned = (rows: Rows): Rows =>
  (rows[0] ?? []).map((_, x) => rows.map((row) => row[x] ?? -1).reverse())

/** What an edit means, pixel by pixel. */
function meant(rows: Rows, { turn, flip, crop }: ImageEdit): Rows {
  let now = rows
  for (let i = 0; i < turn; i++) now = turned(now)
  if (flip) now = now.map((row) => [...row].reverse())
  if (!crop) return now
  const { left, top, width, height } = crop
  return now.slice(top, top + height).map((row) => row.slice(left, left + width))
}

const cropIn = (width: number, height: number) =>
  fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()).map(([a, b, c, d]): Crop => {
    const size = { width: 1 + (a % width), height: 1 + (b % height) }
    return {
      ...size,
      left: c % (width - size.width + 1),
      top: d % (height - size.height + 1),
    }
  })

const edits = fc
  .record({ turn: fc.constantFrom<Turn>(0, 1, 2, 3), flip: fc.boolean(), whole: fc.boolean() })
  .chain(({ turn, flip, whole }) => {
    const crop = turn % 2 === 0 ? cropIn(23, 14) : cropIn(14, 23)
    const cut = whole ? fc.constant(null) : crop
    return cut.map((part): ImageEdit => ({ ...nothing, turn, flip, crop: part }))
  })

describe('a picture edited by hand', () => {
  test('has the pixels that were meant', async () => {
    const rows = rowsOf(23, 14)
    const bytes = await pngOf(rows)
    await fc.assert(
      fc.asyncProperty(edits, async (edit) => {
        const result = await runImageJob({ kind: 'edit', bytes, edit })
        expect(await pixelsOf(result.bytes ?? bytes)).toEqual(meant(rows, edit))
      }),
      { numRuns: 60 },
    )
  })

  test('begins upright, and leaves out where it was taken', async () => {
    const bytes = await cameraPhoto(6)
    const { width = 0, height = 0 } = (await sharp(bytes).metadata()).autoOrient
    const crop = { left: 10, top: 20, width: width - 30, height: height - 50 }
    const result = await runImageJob({ kind: 'edit', bytes, edit: { ...nothing, crop } })
    const wanted = await sharp(await sharp(bytes).autoOrient().png().toBuffer())
      .extract(crop)
      .raw()
      .toBuffer()
    const got = await sharp(result.bytes ?? bytes)
      .raw()
      .toBuffer()
    const off = wanted.reduce((sum, value, i) => sum + Math.abs(value - (got[i] ?? 0)), 0)
    expect(off / wanted.length).toBeLessThan(6)
    const { exif, orientation = 1 } = await sharp(result.bytes ?? bytes).metadata()
    expect({ exif, orientation }).toEqual({ exif: undefined, orientation: 1 })
  })

  test('is shrunk after it was cut, and never enlarged', async () => {
    const bytes = await pngOf(rowsOf(200, 100))
    const crop = { left: 0, top: 0, width: 100, height: 80 }
    const size = async (width: number) => {
      const result = await runImageJob({ kind: 'edit', bytes, edit: { ...nothing, crop, width } })
      return [result.width, result.height]
    }
    expect(await size(50)).toEqual([50, 40])
    expect(await size(400)).toEqual([100, 80])
  })

  test.each([
    ['drawing', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['moving picture', animation],
  ])('a %s says why it cannot be', async (_, make) => {
    await expect(
      runImageJob({ kind: 'edit', bytes: await make(), edit: { ...nothing, turn: 1 } }),
    ).rejects.toThrow(/cannot be cut or turned/)
  })
})

describe('in a site', () => {
  let it: MediaSite
  beforeEach(async () => {
    it = await mediaSite()
  })
  afterEach(() => it[Symbol.asyncDispose]())

  test('in its place, and back to the byte', async () => {
    const before = await it.snapshot()
    const edit: ImageEdit = { ...nothing, turn: 1, width: 100 }
    const preview = await it.handlers['media.previewEdit'](
      { path: 'images/boat.jpg', edit },
      it.context,
    )
    expect(preview).toMatchObject({
      before: { width: 300, height: 200 },
      after: { width: 100, height: 150 },
    })
    expect(await it.snapshot()).toEqual(before)
    const done = await it.handlers['media.edit'](
      { path: 'images/boat.jpg', edit, asNew: false },
      it.context,
    )
    expect(done).toMatchObject({ path: 'images/boat.jpg', bytes: preview.after.bytes })
    expect(await sharp(readFileSync(it.at('images/boat.jpg'))).metadata()).toMatchObject({
      width: 100,
      height: 150,
    })
    await it.handlers['media.undo']({ undo: done.undo }, it.context)
    expect(await it.snapshot()).toEqual(before)
  })

  test('as a new file the old one stays', async () => {
    const old = readFileSync(it.at('images/boat.jpg'))
    const edit: ImageEdit = { ...nothing, crop: { left: 0, top: 0, width: 50, height: 50 } }
    const { path } = await it.handlers['media.edit'](
      { path: 'images/boat.jpg', edit, asNew: true },
      it.context,
    )
    expect(path).not.toBe('images/boat.jpg')
    expect(path).toMatch(/^images\/boat.*\.jpg$/)
    expect(readFileSync(it.at('images/boat.jpg'))).toEqual(old)
  })

  test('a part that the picture does not have changes nothing', async () => {
    const before = await it.snapshot()
    const crop = { left: 250, top: 0, width: 100, height: 100 }
    await expect(
      it.handlers['media.edit'](
        { path: 'images/boat.jpg', edit: { ...nothing, crop }, asNew: false },
        it.context,
      ),
    ).rejects.toThrow(/Nothing was changed/)
    expect(await it.snapshot()).toEqual(before)
  })
})
