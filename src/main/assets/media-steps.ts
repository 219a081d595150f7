import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { MediaStep } from '../../shared/ipc/media-step-calls.ts'
import { type JsonFile, openJsonFile } from '../lib/json-file.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { undoJoined } from './joined-undo.ts'

const steps = z.array(z.object({ undo: z.string(), title: z.string() }))
/** The newest last. */
const stored = z.object({ v: z.literal(1), done: steps, undone: steps })
type Stored = z.infer<typeof stored>

const initial: Stored = { v: 1, done: [], undone: [] }
/** As many as the records that undo keeps. */
const mostSteps = 100

/** What was done to the media of a site, to be taken back and done again in order, also after a restart. */
export interface MediaSteps {
  /** Notes a step that was done; what was taken back before cannot be done again any more. */
  note(title: string, undo: string | null): Promise<void>
  next(): { readonly undo: MediaStep | null; readonly redo: MediaStep | null }
  /** Takes a step back, or does one again that was taken back. Fails in words where its files changed since. */
  undo(id: string): Promise<MediaStep>
}

const without = (list: Stored['done'], id: string) => list.filter(({ undo }) => undo !== id)

async function takeBack(file: JsonFile<Stored>, site: SiteSession, id: string): Promise<MediaStep> {
  const before = file.get()
  const isRedo = before.undone.some(({ undo }) => undo === id)
  const step = [...before.done, ...before.undone].find(({ undo }) => undo === id)
  const back = await undoJoined(site.files, id).catch(async (error: unknown) => {
    // What is gone for good is no longer in the way of what was done before it.
    if (error instanceof AppError && error.code === 'not-found') {
      const { done, undone } = file.get()
      await file.set({ v: 1, done: without(done, id), undone: without(undone, id) })
    }
    throw error
  })
  const now = file.get()
  const [done, undone] = [without(now.done, id), without(now.undone, id)]
  const made = { undo: back, title: step?.title ?? '' }
  await file.set(
    isRedo ? { v: 1, done: [...done, made], undone } : { v: 1, done, undone: [...undone, made] },
  )
  return made
}

/** Opens the record in the application's own folder for a site. */
export function openMediaSteps(site: SiteSession): MediaSteps {
  const file = openJsonFile(join(site.stateDir, 'media-steps.json'), {
    initial,
    parse: (raw) => stored.parse(raw),
  })
  return {
    async note(title, undo) {
      if (undo === null) return
      const { done } = file.get()
      await file.set({ v: 1, done: [...done, { undo, title }].slice(-mostSteps), undone: [] })
    },
    next: () => {
      const { done, undone } = file.get()
      return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null }
    },
    undo: (id) => takeBack(file, site, id),
  }
}
