import type { Handlers } from '../../shared/ipc/contract.ts'
import type { CallContext } from '../lib/call-context.ts'
import { siteOf } from '../lib/site-of.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { imagesAlike } from './alike-handlers.ts'
import { setAlts } from './alt-handlers.ts'
import type { BatchParts } from './batch.ts'
import {
  editImage,
  previewEdit,
  previewImport,
  previewOptimise,
  tryOptimise,
} from './edit-handlers.ts'
import type { ImageEngine } from './image-engine.ts'
import { importFiles } from './import-files.ts'
import { altsOf, listMedia, reportOn, usesOf } from './look-handlers.ts'
import { createOffers, type Offers } from './offers.ts'
import { optimise } from './optimise.ts'
import { deleteFiles, pagesUsing, planRename, rename } from './rename-handlers.ts'
import { repairLinks } from './repair-handlers.ts'
import { replaceFile } from './replace-file.ts'
import { openSiteMedia, type SiteMedia } from './site-media.ts'
import { titleFor, titleOfMoves } from './step-titles.ts'
import { createTasks, type Task } from './tasks.ts'

type All = Handlers<CallContext>
export type MediaHandlers = Pick<All, Extract<keyof All, `media.${string}`>>

/** What the media handlers need of the rest of the app. */
export interface MediaParts {
  readonly engine: ImageEngine
  /** Asks for files with the system's dialog; empty when cancelled. */
  chooseFiles(windowId: number, multiple: boolean): Promise<readonly string[]>
}

type MediaOf = (context: CallContext) => SiteMedia

function lookHandlers(mediaOf: MediaOf, { engine }: MediaParts) {
  return {
    'media.list'(_, context) {
      // Thumbnails are asked for next.
      engine.prepare()
      return listMedia(mediaOf(context))
    },
    async 'media.measure'({ paths }, context) {
      const { site, measures } = mediaOf(context)
      const wanted = new Set(paths)
      const listed = await site.files.list()
      return [...(await measures.measure(listed.filter(({ path }) => wanted.has(path))))]
    },
    'media.usage': ({ path }, context) => usesOf(mediaOf(context), path),
    'media.report': (_, context) => reportOn(mediaOf(context)),
    'media.alike': (_, context) =>
      imagesAlike(mediaOf(context), engine, (done, total) =>
        context.announce('task.progress', { task: 'media.alike', done, total, words: '' }),
      ),
    'media.alts': ({ paths }, context) => altsOf(mediaOf(context), paths),
  } satisfies Partial<MediaHandlers>
}

/** Does a step and notes it, so that it can be taken back later, too. */
async function noted<T extends { readonly undo: string | null }>(
  { steps }: SiteMedia,
  title: string,
  work: Promise<T>,
): Promise<T> {
  const result = await work
  await steps.note(title, result.undo)
  return result
}

function changeHandlers(mediaOf: MediaOf, offers: Offers, { engine }: MediaParts) {
  const step = <T extends { readonly undo: string | null }>(
    context: CallContext,
    title: string,
    work: (media: SiteMedia) => Promise<T>,
  ) => noted(mediaOf(context), title, work(mediaOf(context)))
  return {
    'media.setAlt': ({ edits }, context) =>
      step(context, 'Edit alt texts', (media) => setAlts(media, edits)),
    'media.planRename': ({ moves }, context) => planRename(mediaOf(context), moves),
    'media.rename': ({ moves }, context) =>
      step(context, titleOfMoves(moves), (media) => rename(media, moves)),
    'media.planDelete': async ({ paths }, context) => ({
      pages: await pagesUsing(mediaOf(context), paths),
    }),
    'media.delete': ({ paths }, context) =>
      step(context, titleFor('Delete', paths), (media) => deleteFiles(media, paths)),
    'media.replace': ({ path, token }, context) =>
      step(context, titleFor('Replace', [path]), (media) =>
        replaceFile(media, offers.of(token), { path, engine }),
      ),
    'media.repair': ({ repairs }, context) =>
      step(context, 'Repair links', (media) => repairLinks(media, repairs)),
    'media.steps': async (_, context) => mediaOf(context).steps.next(),
    'media.undo': ({ undo }, context) => mediaOf(context).steps.undo(undo),
  } satisfies Partial<MediaHandlers>
}

function offerHandlers(offers: Offers, { chooseFiles }: MediaParts) {
  return {
    async 'media.chooseFiles'({ multiple }, { windowId }) {
      return offers.places(await chooseFiles(windowId, multiple))
    },
    'media.offerDropped': ({ paths }) => offers.places(paths),
    'media.offerPasted': ({ name, base64 }) => offers.pasted(name, Buffer.from(base64, 'base64')),
  } satisfies Partial<MediaHandlers>
}

function batchHandlers(mediaOf: MediaOf, offers: Offers, { engine }: MediaParts) {
  const tasks = createTasks()
  const partsOf = (context: CallContext, name: string, task: Task): BatchParts => ({
    media: mediaOf(context),
    engine,
    task,
    progress: (done, total, words) =>
      context.announce('task.progress', { task: name, done, total, words }),
  })
  return {
    'media.import': async ({ task: name, ...order }, context) =>
      noted(
        mediaOf(context),
        titleFor(
          'Import',
          order.tokens.map((token) => offers.of(token).name),
        ),
        tasks.run(name, (task) => importFiles(partsOf(context, name, task), offers, order)),
      ),
    'media.previewImport': (input) => previewImport(offers, engine, input),
    'media.optimise': ({ paths, rule, task: name }, context) =>
      noted(
        mediaOf(context),
        titleFor('Optimise', paths, 'images'),
        tasks.run(name, (task) => optimise(partsOf(context, name, task), paths, rule)),
      ),
    'media.previewOptimise': (input, context) => previewOptimise(mediaOf(context), engine, input),
    'media.tryOptimise': (input, context) => tryOptimise(mediaOf(context), engine, input),
    'media.previewEdit': (input, context) => previewEdit(mediaOf(context), engine, input),
    'media.edit': (input, context) =>
      noted(
        mediaOf(context),
        titleFor('Edit', [input.path]),
        editImage(mediaOf(context), engine, input),
      ),
    'media.cancel': async ({ task, keepDone }) => tasks.stop(task, keepDone),
    'media.pause': async ({ task, paused }) => tasks.pause(task, paused),
  } satisfies Partial<MediaHandlers>
}

/** Answers what the window asks about images and documents. */
export function createMediaHandlers(parts: MediaParts): MediaHandlers {
  const open = new WeakMap<SiteSession, SiteMedia>()
  const mediaOf: MediaOf = (context) => {
    const site = siteOf(context)
    const known = open.get(site)
    if (known) return known
    const made = openSiteMedia(site)
    open.set(site, made)
    return made
  }
  const offers = createOffers()
  return {
    ...lookHandlers(mediaOf, parts),
    ...changeHandlers(mediaOf, offers, parts),
    ...offerHandlers(offers, parts),
    ...batchHandlers(mediaOf, offers, parts),
  }
}
