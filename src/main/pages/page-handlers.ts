import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { PageFile, SaveResult } from '../../shared/ipc/page-calls.ts'
import type { CallContext } from '../lib/call-context.ts'
import { siteOf } from '../lib/site-of.ts'
import { decodeStrictly, limitOfText } from '../repo/decode-text.ts'
import type { SiteSession } from '../repo/site-session.ts'

type PageHandlers = Pick<
  Handlers<CallContext>,
  | 'pages.open'
  | 'pages.save'
  | 'pages.journal'
  | 'pages.forgetDraft'
  | 'pages.history'
  | 'pages.keepHistory'
  | 'pages.published'
>

const undecodable =
  'This file is not in the text format UTF-8, so Galley shows no text and changes nothing in it. A developer can convert it.'
const tooLong =
  'This file is too big to edit in Galley. Nothing in it was changed. Edit it with another program.'

async function openPage(site: SiteSession, path: RepoPath): Promise<PageFile> {
  const [file, draft] = await Promise.all([site.files.read(path), site.journal.get(path)])
  const locked = site.info.restriction?.reason ?? null
  if (file.bytes.length > limitOfText)
    return { path, text: '', sha: file.sha, readOnly: tooLong, draft }
  const text = decodeStrictly(file.bytes)
  if (text === null) return { path, text: '', sha: file.sha, readOnly: undecodable, draft }
  // Saved, but stopped before the draft was dropped: nothing is waiting.
  const waiting = draft !== null && draft.text !== text ? draft : null
  if (draft !== null && waiting === null) await site.journal.forget(path, text)
  return { path, text, sha: file.sha, readOnly: locked, draft: waiting }
}

interface Save {
  readonly path: RepoPath
  readonly baseSha: string | null
  readonly text: string
}

const shaOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Puts the words of a save in the journal; false where that disk is full as well. */
function keep({ journal }: SiteSession, { path, baseSha, text }: Save): Promise<boolean> {
  return journal.put(path, { baseSha: baseSha ?? shaOfNothing, text, seq: 0 }).then(
    () => true,
    () => false,
  )
}

async function savePage(site: SiteSession, save: Save): Promise<SaveResult> {
  const { path, baseSha, text } = save
  const draft = await site.journal.get(path).catch(() => null)
  // An older draft that outlived a crash right after this save would be offered as if it were newer.
  if (draft && draft.text !== text) await keep(site, save)
  try {
    const result = await site.files.write(path, text, baseSha)
    if (result.kind === 'saved') await site.journal.forget(path, text)
    else await keep(site, save)
    return result
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'invalid-input') throw error
    const kept = await keep(site, save)
    const words = kept
      ? 'Your words are kept as a draft.'
      : 'Keep this window open: your words are only here.'
    throw new AppError(error.code, `${error.message} ${words}`, { cause: error })
  }
}

/** Opens and saves pages; what is typed in between is kept by the journal. */
export function createPageHandlers(): PageHandlers {
  return {
    'pages.open': ({ path }, context) => openPage(siteOf(context), path),
    'pages.save': (input, context) => savePage(siteOf(context), input),
    'pages.journal': ({ path, baseSha, text, seq }, context) =>
      siteOf(context).journal.put(path, { baseSha, text, seq }),
    'pages.forgetDraft': ({ path }, context) => siteOf(context).journal.forget(path),
    'pages.history': ({ path }, context) => siteOf(context).histories.get(path),
    'pages.keepHistory': ({ path, history }, context) =>
      siteOf(context).histories.put(path, history),
    'pages.published': async ({ path }, context) => {
      const bytes = await siteOf(context).files.published(path)
      return bytes === null ? null : decodeStrictly(bytes)
    },
  }
}
