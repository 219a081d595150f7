import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mediaSite } from '../testing/media-site.ts'
import { inParts, undoJoined } from './joined-undo.ts'

test('parts hold everything once and in order, are few, and none holds too much without need', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 200 })
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 500 }), (bytes, atOnce) => {
      const files = bytes.map((before, id) => ({ before, id }))
      const parts = inParts(files, Math.max(atOnce, ...bytes))
      expect(parts.flat()).toEqual(files)
      expect(parts.length).toBeLessThanOrEqual(8)
    }),
  )
})

test('a step of several parts is taken back and done again as one, or not at all', async () => {
  await using it = await mediaSite()
  const { files } = it.site
  const states = [await it.snapshot()]
  const undos: string[] = []
  for (const content of ['one', 'two', 'three']) {
    const changes = [{ kind: 'write' as const, path: 'index.md', content }]
    undos.push((await files.apply({ summary: content, changes })).undo)
    states.push(await it.snapshot())
  }
  const back = await undoJoined(files, undos.join('+'))
  expect(await it.snapshot()).toEqual(states[0])
  const again = await undoJoined(files, back)
  expect(await it.snapshot()).toEqual(states[3])
  await expect(undoJoined(files, `${again}+1-1`)).rejects.toThrow(/no longer/)
  expect(await it.snapshot()).toEqual(states[3])
})
