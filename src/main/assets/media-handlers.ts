import { extensionOf } from '../../shared/domain/repo-path.ts'
import { classifyPath } from '../../shared/domain/site/classify-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { MediaFile } from '../../shared/ipc/media-calls.ts'
import type { CallContext } from '../lib/call-context.ts'
import { siteOf } from '../lib/site-of.ts'
import type { SiteSession } from '../repo/site-session.ts'

type All = Handlers<CallContext>
export type MediaHandlers = Pick<All, Extract<keyof All, `media.${string}`>>

async function listMedia({ files, info }: SiteSession): Promise<MediaFile[]> {
  const listed = await files.list()
  return listed.flatMap(({ path, bytes, changedMs }): MediaFile[] => {
    const kind = classifyPath(path, info.profile)
    if (kind !== 'image' && kind !== 'document') return []
    const modified = changedMs > 0 ? changedMs : null
    return [{ path, kind, bytes, width: null, height: null, modified, type: extensionOf(path) }]
  })
}

const later = () =>
  Promise.reject(new AppError('internal', 'This cannot be done in this version of Galley yet.'))

/** Answers what the window asks about images and documents. */
export function createMediaHandlers(): MediaHandlers {
  return {
    'media.list': (_, context) => listMedia(siteOf(context)),
    'media.measure': later,
    'media.usage': later,
    'media.report': later,
    'media.alts': later,
    'media.setAlt': later,
    'media.planRename': later,
    'media.rename': later,
    'media.planDelete': later,
    'media.delete': later,
    'media.replace': later,
    'media.chooseFiles': later,
    'media.offerDropped': later,
    'media.offerPasted': later,
    'media.import': later,
    'media.optimise': later,
    'media.previewOptimise': later,
    'media.cancel': later,
    'media.pause': later,
    'media.undo': async ({ undo }, context) => ({
      undo: (await siteOf(context).files.undo(undo)).undo,
    }),
  }
}
