import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inProcessImages } from '../testing/in-process-images.ts'
import { type MediaSite, mediaSite } from '../testing/media-site.ts'
import { photo } from '../testing/sample-images.ts'
import { createImageEngine } from './image-engine.ts'
import { sizeOfImage } from './image-size.ts'
import { createThumbnails } from './thumbnails.ts'

let it: MediaSite
let asked = 0
const engine = createImageEngine((listener) => {
  const own = inProcessImages(listener)
  return {
    ...own,
    post(job) {
      asked += 1
      own.post(job)
    },
  }
})
beforeEach(async () => {
  it = await mediaSite()
  asked = 0
})
afterEach(() => it[Symbol.asyncDispose]())

test('made once, upright, kept outside the site, and made again when the file changes', async () => {
  const thumbnails = createThumbnails(engine)
  const path = 'images/Our harbour.jpg'
  const before = await it.snapshot()
  const [first, same] = await Promise.all([
    thumbnails.of(it.site, path, 160),
    thumbnails.of(it.site, path, 160),
  ])
  expect(sizeOfImage(first ?? Buffer.alloc(0))).toEqual({ width: 120, height: 160 })
  expect(same).toEqual(first)
  expect(await createThumbnails(engine).of(it.site, path, 160)).toEqual(Buffer.from(first ?? []))
  expect(asked).toBe(1)
  expect(await it.snapshot()).toEqual(before)
  expect(readdirSync(join(it.site.stateDir, 'thumbnails'))).toHaveLength(1)
  writeFileSync(it.at(path), await photo(320, 100))
  expect(sizeOfImage((await thumbnails.of(it.site, path, 160)) ?? Buffer.alloc(0))).toEqual({
    width: 160,
    height: 50,
  })
  expect(asked).toBe(2)
})

test('none for what cannot be shown, and none is needed to have a place for it', async () => {
  const thumbnails = createThumbnails(engine)
  for (const path of [
    'images/broken.jpg',
    'files/plan.pdf',
    'nothing.png',
    'index.md',
    '../outside.png',
  ])
    expect(await thumbnails.of(it.site, path, 160)).toBeNull()
  mkdirSync(it.site.stateDir, { recursive: true })
  rmSync(join(it.site.stateDir, 'thumbnails'), { recursive: true, force: true })
  writeFileSync(join(it.site.stateDir, 'thumbnails'), 'in the way')
  expect(await thumbnails.of(it.site, 'images/boat.jpg', 320)).not.toBeNull()
})
