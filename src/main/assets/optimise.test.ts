import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallContext } from '../lib/call-context.ts'
import { aboutPage, type MediaSite, mediaSite, smallWebp } from '../testing/media-site.ts'
import { photo } from '../testing/sample-images.ts'

let it: MediaSite
beforeEach(async () => {
  it = await mediaSite()
})
afterEach(() => it[Symbol.asyncDispose]())

const paths = [
  'images/Our harbour.jpg',
  'images/boat.jpg',
  'images/scan.png',
  'images/broken.jpg',
  'images/lonely.png',
]

describe('optimising what is in the site', () => {
  test('to WebP, with references following, as one step', async () => {
    const before = await it.snapshot()
    const result = await it.handlers['media.optimise'](
      { paths, rule: smallWebp, task: 't2' },
      it.context,
    )
    expect(result.failed).toMatchObject([
      { path: 'images/broken.jpg', words: expect.stringMatching(/damaged/) },
    ])
    expect(result.done.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['images/Our harbour.webp', 'images/boat.webp', 'images/scan.webp']),
    )
    expect(result.bytesAfter).toBeLessThan(result.bytesBefore)
    expect(it.text('pages/about.md')).toBe(
      aboutPage.replaceAll('.jpg', '.webp').replace('scan.png', 'scan.webp'),
    )
    expect(existsSync(it.at('images/boat.jpg'))).toBe(false)
    const { broken } = await it.handlers['media.report'](undefined, it.context)
    expect(broken).toHaveLength(2)
    await it.handlers['media.undo']({ undo: result.undo ?? '' }, it.context)
    expect(await it.snapshot()).toEqual(before)
  })

  test('an image that somebody replaced meanwhile is left as it is now', async () => {
    const replaced = await photo(77, 55)
    const replacing: CallContext = {
      ...it.context,
      announce: () => writeFileSync(it.at('images/boat.jpg'), replaced),
    }
    const order = { paths: ['images/boat.jpg', 'images/scan.png'], rule: smallWebp, task: 't' }
    const { failed, done } = await it.handlers['media.optimise'](order, replacing)
    expect(failed).toMatchObject([
      { path: 'images/boat.jpg', words: expect.stringMatching(/meanwhile/) },
    ])
    expect(done.map(({ from }) => from)).toEqual(['images/scan.png'])
    expect(readFileSync(it.at('images/boat.jpg'))).toEqual(replaced)
  })

  test('what the settings name keeps its format', async () => {
    const config = 'title: Agency\nshareicon: /images/boat.jpg\n'
    writeFileSync(it.at('_config.yml'), config)
    const one = { path: 'images/boat.jpg', rule: smallWebp }
    const preview = await it.handlers['media.previewOptimise'](one, it.context)
    expect(preview.after.type).toBe('image/jpeg')
    const { done } = await it.handlers['media.optimise'](
      { paths: ['images/boat.jpg', 'images/scan.png'], rule: smallWebp, task: 't' },
      it.context,
    )
    expect(done.map(({ path }) => path)).toEqual(['images/boat.jpg', 'images/scan.webp'])
    expect(it.text('_config.yml')).toBe(config)
  })

  test('a name that is taken is not overwritten', async () => {
    writeFileSync(it.at('images/boat.webp'), 'mine')
    const { done } = await it.handlers['media.optimise'](
      { paths: ['images/boat.jpg'], rule: smallWebp, task: 't' },
      it.context,
    )
    expect(done[0]?.path).toBe('images/boat-2.webp')
    expect(it.text('images/boat.webp')).toBe('mine')
    expect(it.text('index.md')).toContain('/images/boat-2.webp')
  })
})

describe('a batch under way', () => {
  test('stopped, nothing is changed, or what is done is kept', async () => {
    const before = await it.snapshot()
    const many = ['images/boat.jpg', ...paths]
    const stopAfterFirst = (keepDone: boolean): CallContext => ({
      ...it.context,
      announce: () => void it.handlers['media.cancel']({ task: 't3', keepDone }, it.context),
    })
    const dropped = await it.handlers['media.optimise'](
      { paths: many, rule: smallWebp, task: 't3' },
      stopAfterFirst(false),
    )
    expect(dropped).toMatchObject({ cancelled: true, undo: null, done: [] })
    expect(await it.snapshot()).toEqual(before)
    const kept = await it.handlers['media.optimise'](
      { paths: many, rule: smallWebp, task: 't3' },
      stopAfterFirst(true),
    )
    expect(kept.cancelled).toBe(true)
    expect(kept.done.length).toBeGreaterThan(0)
    expect(kept.done.length + kept.failed.length).toBeLessThan(paths.length)
  })

  test('paused, it waits; going on, it ends', async () => {
    await it.handlers['media.pause']({ task: 'nobody', paused: true }, it.context)
    let paused = false
    const pausing: CallContext = {
      ...it.context,
      announce: () => {
        if (paused) return
        paused = true
        void it.handlers['media.pause']({ task: 't4', paused: true }, it.context)
        setTimeout(
          () => void it.handlers['media.pause']({ task: 't4', paused: false }, it.context),
          150,
        )
      },
    }
    const { done } = await it.handlers['media.optimise'](
      { paths, rule: smallWebp, task: 't4' },
      pausing,
    )
    expect(done.length).toBeGreaterThanOrEqual(3)
  })

  test('a preview tells true sizes and changes nothing', async () => {
    const before = await it.snapshot()
    const preview = await it.handlers['media.previewOptimise'](
      { path: 'images/Our harbour.jpg', rule: smallWebp },
      it.context,
    )
    expect(preview).toMatchObject({
      before: { width: 300, height: 400 },
      after: { width: 150, height: 200, type: 'image/webp' },
      kept: false,
    })
    await expect(
      it.handlers['media.previewOptimise'](
        { path: 'images/broken.jpg', rule: smallWebp },
        it.context,
      ),
    ).rejects.toThrow(/damaged/)
    expect(await it.snapshot()).toEqual(before)
  })
})
