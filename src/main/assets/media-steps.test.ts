import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MediaSite, mediaSite } from '../testing/media-site.ts'
import { openMediaSteps } from './media-steps.ts'

let it: MediaSite
beforeEach(async () => {
  it = await mediaSite()
})
afterEach(() => it[Symbol.asyncDispose]())

const steps = () => it.handlers['media.steps'](undefined, it.context)
const undo = (id: string | undefined) => it.handlers['media.undo']({ undo: id ?? '' }, it.context)

test('steps are taken back the last first and done again, to the byte, also after a restart', async () => {
  const start = await it.snapshot()
  expect(await steps()).toEqual({ undo: null, redo: null })
  await it.handlers['media.rename'](
    { moves: [{ from: 'images/boat.jpg', to: 'images/ship.jpg' }] },
    it.context,
  )
  const renamed = await it.snapshot()
  await it.handlers['media.delete']({ paths: ['images/lonely.png'] }, it.context)
  const deleted = await it.snapshot()
  expect((await steps()).undo?.title).toBe('Delete lonely.png')

  // As a new start reads it.
  const again = openMediaSteps(it.site)
  await again.undo(again.next().undo?.undo ?? '')
  expect(await it.snapshot()).toEqual(renamed)
  expect(again.next().undo?.title).toBe('Rename boat.jpg')
  await again.undo(again.next().undo?.undo ?? '')
  expect(await it.snapshot()).toEqual(start)
  expect(again.next().undo).toBeNull()

  const third = openMediaSteps(it.site)
  expect(third.next().redo?.title).toBe('Rename boat.jpg')
  await third.undo(third.next().redo?.undo ?? '')
  expect(await it.snapshot()).toEqual(renamed)
  await third.undo(third.next().redo?.undo ?? '')
  expect(await it.snapshot()).toEqual(deleted)
  expect(third.next()).toMatchObject({ undo: { title: 'Delete lonely.png' }, redo: null })
})

test('a new step ends what could be done again; one whose files changed since stays and says so', async () => {
  await it.handlers['media.delete']({ paths: ['images/lonely.png'] }, it.context)
  await undo((await steps()).undo?.undo)
  expect((await steps()).redo?.title).toBe('Delete lonely.png')
  const uses = await it.handlers['media.alts']({ paths: ['images/boat.jpg'] }, it.context)
  const use = uses.find(({ page }) => page === 'index.md')
  const edit = { page: 'index.md', at: use?.at ?? 0, src: use?.src ?? '', alt: 'Ship' }
  await it.handlers['media.setAlt']({ edits: [edit] }, it.context)
  expect(await steps()).toMatchObject({ undo: { title: 'Edit alt texts' }, redo: null })
  const { sha } = await it.site.files.read('index.md')
  await it.site.files.write('index.md', 'somebody else', sha)
  await expect(undo((await steps()).undo?.undo)).rejects.toMatchObject({ code: 'conflict' })
  expect((await steps()).undo?.title).toBe('Edit alt texts')
})

test('a step whose record is gone is no longer in the way', async () => {
  await it.handlers['media.delete']({ paths: ['images/lonely.png'] }, it.context)
  const own = openMediaSteps(it.site)
  await own.note('Older', '000000000000001-0001')
  await expect(own.undo('000000000000001-0001')).rejects.toMatchObject({ code: 'not-found' })
  expect(own.next().undo?.title).toBe('Delete lonely.png')
})
