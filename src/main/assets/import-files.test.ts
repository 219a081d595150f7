import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MediaSite, mediaSite, smallWebp } from '../testing/media-site.ts'
import { cameraPhoto, drawing, heic, photo } from '../testing/sample-images.ts'

let it: MediaSite
beforeEach(async () => {
  it = await mediaSite()
})
afterEach(() => it[Symbol.asyncDispose]())

const phonePhoto = join(import.meta.dirname, '../testing/fixtures/turned.heic')

describe('files from outside', () => {
  test('only real images and documents are taken in, and only by what was offered', async () => {
    // Windows lets only administrators make links.
    const link = process.platform === 'win32' ? [] : [join(it.outside, 'trip-link.png')]
    for (const place of link) symlinkSync('/etc/passwd', place)
    const paths = [
      it.put('photo.jpg', await photo()),
      it.put('really.png', 'no picture'),
      it.put('program.exe', 'MZ'),
      it.put('page.pdf', '<html>'),
      ...link,
      join(it.outside, 'nothing.png'),
      'images/boat.jpg',
      '/etc/passwd',
    ]
    const offer = await it.handlers['media.offerDropped']({ paths }, it.context)
    expect(offer.offered.map(({ name }) => name)).toEqual(['photo.jpg'])
    expect(offer.refused).toHaveLength(6)
    const order = { tokens: ['guess'], folder: 'images', rule: null, names: '{name}', task: 't' }
    await expect(it.handlers['media.import'](order, it.context)).rejects.toThrow(/no longer chosen/)
  })

  test('a folder of them comes in by the rule: upright, small, without its place, safely named', async () => {
    it.put('trip/IMG 0001.JPG', await cameraPhoto(6, 800, 600))
    it.put('trip/IMG 0001.jpeg', await cameraPhoto(1, 800, 600))
    it.put('trip/con.png', await photo(500, 500))
    it.put('trip/phone.heic', readFileSync(phonePhoto))
    it.put('trip/half.jpg', (await photo()).subarray(0, 2000))
    it.put('trip/lame.heic', heic())
    it.put('trip/plan.pdf', '%PDF-1.7 other')
    const { offered } = await it.handlers['media.offerDropped'](
      { paths: [join(it.outside, 'trip')] },
      it.context,
    )
    expect(offered).toHaveLength(7)
    const before = await it.snapshot()
    const result = await it.handlers['media.import'](
      {
        tokens: offered.map(({ token }) => token),
        folder: 'images/trip',
        rule: smallWebp,
        names: 'trip-{name}',
        task: 't1',
      },
      it.context,
    )
    expect(result.done.map(({ path }) => path).sort()).toEqual([
      'images/trip/trip-con.webp',
      'images/trip/trip-img-0001-2.webp',
      'images/trip/trip-img-0001.webp',
      'images/trip/trip-phone.webp',
      'images/trip/trip-plan.pdf',
    ])
    expect(result.failed.map(({ path }) => path).sort()).toEqual(['half.jpg', 'lame.heic'])
    const { width, height, exif } = await sharp(
      readFileSync(it.at('images/trip/trip-con.webp')),
    ).metadata()
    expect({ width, height, exif }).toEqual({ width: 200, height: 200, exif: undefined })
    expect(it.progress.at(-1)).toMatchObject({ task: 't1', done: 7, total: 7 })
    await it.handlers['media.undo']({ undo: result.undo ?? '' }, it.context)
    expect(await it.snapshot()).toEqual(before)
  })
})

describe('what comes in', () => {
  test('what is shown beforehand is what comes of it', async () => {
    const own = [
      it.put('wide.jpg', await cameraPhoto(6, 800, 600)),
      it.put('phone.heic', readFileSync(phonePhoto)),
      it.put('old.bmp', Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)])),
    ]
    const { offered } = await it.handlers['media.offerDropped']({ paths: own }, it.context)
    const before = await it.snapshot()
    const shown = []
    for (const { token } of offered)
      shown.push(await it.handlers['media.previewImport']({ token, rule: smallWebp }, it.context))
    expect(await it.snapshot()).toEqual(before)
    const small = await sharp(Buffer.from(shown[0]?.base64 ?? '', 'base64')).metadata()
    expect(small).toMatchObject({ format: 'webp', width: 120, height: 160 })
    const tokens = offered.map(({ token }) => token)
    const { done } = await it.handlers['media.import'](
      { tokens, folder: 'images', rule: smallWebp, names: '{slug}-{seq}', task: 't' },
      it.context,
    )
    expect(done.map(({ path }) => path)).toEqual([
      ...['images/wide-001.webp', 'images/phone-002.webp', 'images/old-003.bmp'],
    ])
    expect(done.map(({ before, after }) => [before, after])).toEqual(
      shown.map(({ before, after }) => [before.bytes, after.bytes]),
    )
  })

  test('a folder that leads out of the site takes nothing in', async () => {
    symlinkSync(it.outside, it.at('images/away'), 'junction')
    const { offered } = await it.handlers['media.offerDropped'](
      { paths: [it.put('photo.jpg', await photo())] },
      it.context,
    )
    const tokens = offered.map(({ token }) => token)
    const order = { tokens, folder: 'images/away', rule: null, names: 'x', task: 't' }
    await expect(it.handlers['media.import'](order, it.context)).rejects.toThrow(/leads out/)
  })

  test('without a rule the bytes stay, but for the place; a pasted picture gets its true ending', async () => {
    const pasted = await drawing()
    const { offered } = await it.handlers['media.offerPasted'](
      { name: 'image.jpg', base64: pasted.toString('base64') },
      it.context,
    )
    it.chosen.push(it.put('camera.jpg', await cameraPhoto()))
    const more = await it.handlers['media.chooseFiles']({ multiple: false }, it.context)
    const tokens = [...offered, ...more.offered].map(({ token }) => token)
    const { done } = await it.handlers['media.import'](
      { tokens, folder: 'images', rule: null, names: '{name}', task: 't' },
      it.context,
    )
    expect(done.map(({ path }) => path)).toEqual(['images/image.png', 'images/camera.jpg'])
    expect(readFileSync(it.at('images/image.png'))).toEqual(pasted)
    expect(readFileSync(it.at('images/camera.jpg'), 'latin1')).toContain('Anna Tan')
  })
})

test('replacing keeps the name, or takes the references along to a new ending', async () => {
  const before = await it.snapshot()
  const [first, second] = (
    await it.handlers['media.offerDropped'](
      { paths: [it.put('n.jpg', await photo(50, 40)), it.put('n.png', await drawing())] },
      it.context,
    )
  ).offered
  const same = await it.handlers['media.replace'](
    { path: 'images/boat.jpg', token: first?.token ?? '' },
    it.context,
  )
  expect(same).toMatchObject({ path: 'images/boat.jpg', pages: 0 })
  const other = await it.handlers['media.replace'](
    { path: 'images/boat.jpg', token: second?.token ?? '' },
    it.context,
  )
  expect(other).toMatchObject({ path: 'images/boat.png', pages: 2 })
  expect(it.text('index.md')).toContain('(/images/boat.png)')
  for (const { undo } of [other, same]) await it.handlers['media.undo']({ undo }, it.context)
  expect(await it.snapshot()).toEqual(before)
})
