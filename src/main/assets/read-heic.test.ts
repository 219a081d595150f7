import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type ImageRule, imageRule } from '../../shared/ipc/media-calls.ts'
import { mediaSite } from '../testing/media-site.ts'
import { runImageJob } from './image-jobs.ts'

/** Made by `scripts/make-heic-fixtures.mjs`: four fields, red, green, blue and yellow by rows. */
const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../testing/fixtures', `${name}.heic`))

const rule = imageRule.parse({
  ...{ format: 'keep', quality: 95, maxWidth: null, maxHeight: null },
  stripMetadata: true,
})

type Colour = readonly number[]
const [red, green, blue, yellow] = [
  [220, 30, 40],
  [40, 180, 60],
  [40, 60, 200],
  [230, 210, 50],
] as const

/** The colours in the middle of the four quarters, by rows. */
async function quarters(bytes: Uint8Array): Promise<readonly Colour[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const i = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * 3
    return [...data.subarray(i, i + 3)]
  }
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)]
}

const farthest = (got: readonly Colour[], wanted: readonly Colour[]) =>
  Math.max(...got.flat().map((value, i) => Math.abs(value - (wanted.flat()[i] ?? 0))))

describe('a HEIC photo', () => {
  test('becomes a JPEG of the same colours, also where formats are to be kept', async () => {
    const result = await runImageJob({ kind: 'convert', bytes: fixture('plain'), rule })
    expect(result).toMatchObject({ width: 96, height: 64 })
    const colours = await quarters(result.bytes ?? fixture('plain'))
    expect(farthest(colours, [red, green, blue, yellow])).toBeLessThan(8)
  })

  test('is turned as the phone says', async () => {
    const webp: ImageRule = { ...rule, format: 'webp' }
    const result = await runImageJob({ kind: 'convert', bytes: fixture('turned'), rule: webp })
    expect(result).toMatchObject({ type: 'image/webp', width: 64, height: 96 })
    const colours = await quarters(result.bytes ?? fixture('turned'))
    expect(farthest(colours, [blue, red, yellow, green])).toBeLessThan(12)
  })

  test('of a wider gamut has the colours it had, not its numbers', async () => {
    const webp: ImageRule = { ...rule, format: 'webp' }
    const result = await runImageJob({ kind: 'convert', bytes: fixture('wide-gamut'), rule: webp })
    const colours = await quarters(result.bytes ?? fixture('wide-gamut'))
    expect(farthest(colours, [red, green, blue, yellow])).toBeLessThan(16)
  })

  test('has a size and a small picture', async () => {
    const bytes = fixture('turned')
    expect(await runImageJob({ kind: 'measure', bytes })).toEqual({
      ...{ bytes: null, type: 'image/heic', width: 64, height: 96 },
    })
    const small = await runImageJob({ kind: 'thumbnail', bytes, width: 32 })
    expect(small).toMatchObject({ type: 'image/webp', width: 21, height: 32 })
  })

  test.each([100, 300, 500])('cut off after %i bytes says so', async (length) => {
    const bytes = fixture('plain').subarray(0, length)
    await expect(runImageJob({ kind: 'convert', bytes, rule })).rejects.toThrow(/damaged/)
  })

  test('is imported as a JPEG, and one in the site gets its name when it is optimised', async () => {
    await using it = await mediaSite()
    it.put('trip/IMG_0001.HEIC', fixture('plain'))
    const { offered } = await it.handlers['media.offerDropped'](
      { paths: [join(it.outside, 'trip')] },
      it.context,
    )
    const tokens = offered.map(({ token }) => token)
    const order = { tokens, folder: 'images', rule: null, names: '{name}', task: 'a' }
    const { done } = await it.handlers['media.import'](order, it.context)
    expect(done.map(({ path }) => path)).toEqual(['images/img-0001.jpg'])

    writeFileSync(it.at('images/phone.heic'), fixture('plain'))
    writeFileSync(it.at('index.md'), '---\ntitle: Home\n---\n![A](/images/phone.heic)\n')
    const optimised = await it.handlers['media.optimise'](
      { paths: ['images/phone.heic'], rule, task: 'b' },
      it.context,
    )
    expect(optimised.done.map(({ path }) => path)).toEqual(['images/phone.jpg'])
    expect(it.text('index.md')).toContain('![A](/images/phone.jpg)')
  })
})
