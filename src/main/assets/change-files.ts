import {
  type FileChange,
  type FilesPlan,
  planFiles,
} from '../../shared/domain/assets/plan-files.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { TouchedPage } from '../../shared/ipc/media-calls.ts'
import { mentioning, type SiteMedia } from './site-media.ts'
import { areUnchanged, bytesOfText, readSiteText, type SiteText } from './site-text.ts'

/** A plan made from the site as it was a moment ago. */
export interface FreshPlan extends Omit<FilesPlan, 'pages'> {
  readonly pages: readonly TouchedPage[]
  /** The texts it was made from, by path. */
  readonly read: ReadonlyMap<RepoPath, SiteText>
}

/** Plans a change of files with all references following, from what the texts hold now. */
export async function planChange(
  media: SiteMedia,
  summary: string,
  files: readonly FileChange[],
): Promise<FreshPlan> {
  const { index, texts } = await media.resolved()
  const paths = new Set(files.map(({ from }) => from))
  const concerned = new Map(mentioning(texts, paths).map(({ text }) => [text.path, text]))
  // A text that moves itself may hold relative addresses.
  for (const { text } of texts) if (paths.has(text.path)) concerned.set(text.path, text)
  const read = new Map<RepoPath, SiteText>()
  for (const path of concerned.keys()) {
    const content = await readSiteText(media.site.files, path)
    if (content) read.set(path, content)
  }
  const made = planFiles({
    summary,
    files,
    facts: index.facts,
    find: index.find,
    texts: [...read].map(([path, { text }]) => ({
      path,
      text,
      permalink: concerned.get(path)?.permalink ?? null,
    })),
  })
  const targets = new Map(files.map(({ from, to }) => [to, from]))
  const changes = made.plan.changes.map((change) => {
    const from = change.kind === 'write' ? (targets.get(change.path) ?? change.path) : ''
    const source = read.get(from)
    if (change.kind !== 'write' || typeof change.content !== 'string' || !source) return change
    const was = change.path === from ? source.sha : change.was
    return { ...change, content: bytesOfText(change.content, source.utf8), was }
  })
  const pages = made.pages.map(({ path, count }) => ({
    path,
    count,
    title: concerned.get(path)?.title ?? path,
  }))
  return { plan: { summary, changes }, lost: made.lost, pages, read }
}

function refuseLost({ lost }: FreshPlan): void {
  const [first] = lost
  if (!first) return
  throw new AppError(
    'conflict',
    `In “${first.path}” the address “${first.address}” could not be made to follow. Nothing was changed. Use a plainer name.`,
  )
}

/** How often a step is planned again because its texts changed meanwhile. */
export const tries = 3

/** Somebody writes faster than a step can be planned. */
export const changing = () =>
  new AppError(
    'conflict',
    'The pages are being changed by another program right now. Nothing was changed. Try again shortly.',
  )

/**
 * Applies a change of files as one undoable step. A text that somebody changed since the plan was made is planned
 * again, so that no word of it is lost.
 */
export async function applyChange(
  media: SiteMedia,
  summary: string,
  files: readonly FileChange[],
): Promise<{ readonly undo: string; readonly pages: number }> {
  for (let i = 0; i < tries; i++) {
    const fresh = await planChange(media, summary, files)
    refuseLost(fresh)
    const concerned = fresh.pages.flatMap(({ path }) => {
      const text = fresh.read.get(path)
      return text ? [[path, text] as const] : []
    })
    if (!(await areUnchanged(media.site.files, concerned))) continue
    const { undo } = await media.site.files.apply(fresh.plan)
    return { undo, pages: fresh.pages.length }
  }
  throw changing()
}
