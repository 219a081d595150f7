import { create } from 'zustand'
import { AppError } from '../../../shared/ipc/app-error.ts'
import { request, wordsOf } from '../../lib/api.ts'
import { forgetSiteTabs } from '../../lib/site-tabs.ts'
import { confirm } from '../../ui/confirm.tsx'

/** A folder that holds no site yet; the token lets one be started there. */
export interface EmptyFolder {
  readonly token: string
  readonly folder: string
}

interface SiteActionsState {
  /** What is being opened: `sample`, `folder`, `start` or a recent site's id. */
  readonly busy: string | null
  /** Why the last attempt came to nothing, in a sentence. */
  readonly problem: string | null
  readonly isCloning: boolean
  readonly emptyFolder: EmptyFolder | null
  /** The welcome shows problems itself; in a site's window they are told in passing. */
  readonly isWelcomeShown: boolean
}

/** What is going on with opening a site, for the welcome and the dialogs. */
export const useSiteActions = create<SiteActionsState>()(() => ({
  busy: null,
  problem: null,
  isCloning: false,
  emptyFolder: null,
  isWelcomeShown: false,
}))

const set = useSiteActions.setState

/** One at a time: a second press while a site opens does nothing. */
async function attempt(busy: string, open: () => Promise<unknown>): Promise<void> {
  if (useSiteActions.getState().busy !== null) return
  set({ busy, problem: null })
  try {
    await open()
  } catch (error) {
    const isCancelled = error instanceof AppError && error.code === 'cancelled'
    if (!isCancelled) set({ problem: wordsOf(error) })
  } finally {
    set({ busy: null })
  }
}

export const openSample = () => attempt('sample', () => request('app.openSample', { fresh: false }))

export const openRecent = (id: string) => attempt(id, () => request('app.openRecent', { id }))

/** Asks for a folder; one without a site is offered as a place to start one. */
export const openFolder = () =>
  attempt('folder', async () => {
    const choice = await request('app.openFolder')
    if (choice.kind === 'no-repository')
      set({ emptyFolder: { token: choice.token, folder: choice.folder } })
  })

/** Makes the offered folder a site and opens it. */
export async function startSite({ token }: EmptyFolder): Promise<void> {
  await attempt('start', () => request('app.startRepository', { token }))
  set({ emptyFolder: null })
}

/** Throws the sample away and makes it anew, if that is really meant. */
export async function openFreshSample(): Promise<void> {
  const isMeant = await confirm({
    title: 'Start again with a fresh sample?',
    body: 'The sample site is thrown away with all you changed in it, and a new one is made. Your own sites are not touched.',
    action: 'Start again',
    danger: true,
  })
  if (!isMeant) return
  await attempt('sample', async () => {
    // What was open in the old one is not there any more, or not as it was.
    for (const { id, sample } of await request('app.recentSites')) if (sample) forgetSiteTabs(id)
    await request('app.openSample', { fresh: true })
  })
}

export const showClone = () => set({ isCloning: true, problem: null })
export const hideClone = () => set({ isCloning: false })
export const leaveEmptyFolder = () => set({ emptyFolder: null })
export const dropProblem = () => set({ problem: null })
