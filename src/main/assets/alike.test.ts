import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MediaSite, mediaSite } from '../testing/media-site.ts'

let it: MediaSite
beforeEach(async () => {
  it = await mediaSite()
})
afterEach(() => it[Symbol.asyncDispose]())

/** A picture with something in it: a disc on a slope of colour. */
const scene = (hue: number, x: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue} 60% 20%)"/><stop offset="1" stop-color="hsl(${hue + 90} 70% 80%)"/></linearGradient></defs><rect width="900" height="600" fill="url(#g)"/><circle cx="${x}" cy="250" r="160" fill="hsl(${hue + 180} 60% 50%)"/></svg>`,
  )

test('copies in other sizes and formats stand together; other pictures and true duplicates do not', async () => {
  const put = (name: string, bytes: Buffer) => writeFileSync(it.at(`images/${name}`), bytes)
  const pier = sharp(scene(20, 250))
  put('pier.jpg', await pier.clone().jpeg({ quality: 92 }).toBuffer())
  put('pier-small.webp', await pier.clone().resize(300).webp({ quality: 60 }).toBuffer())
  put('pier-turned.jpg', await pier.clone().flop().jpeg().toBuffer())
  const boat = await sharp(scene(200, 600)).png().toBuffer()
  put('ferry.png', boat)
  put('ferry-copy.png', boat)
  put('torn.jpg', readFileSync(it.at('images/pier.jpg')).subarray(0, 400))
  const heard: [number, number | null][] = []
  const context = {
    ...it.context,
    announce: ((name: string, payload: { done: number; total: number | null }) => {
      if (name === 'task.progress') heard.push([payload.done, payload.total])
    }) as typeof it.context.announce,
  }
  const { groups, compared } = await it.handlers['media.alike'](undefined, context)
  const sets = groups.map(({ paths }) => [...paths].sort())
  expect(sets).toContainEqual(['images/pier-small.webp', 'images/pier.jpg'])
  expect(sets.flat().filter((path) => /turned|ferry|torn/.test(path))).toEqual([])
  expect(compared).toBeGreaterThanOrEqual(5)
  expect(heard.at(-1)?.[0]).toBe(heard.at(-1)?.[1])
  // What did not change is not looked at again; what did, is.
  heard.length = 0
  await it.handlers['media.alike'](undefined, context)
  expect(heard).toEqual([])
  rmSync(join(it.at('images/pier-small.webp')))
  const after = await it.handlers['media.alike'](undefined, context)
  expect(after.groups.flatMap(({ paths }) => paths)).not.toContain('images/pier.jpg')
  expect(heard).toEqual([])
})
