import { request } from '../lib/api.ts'
import { fetchable } from '../lib/fetched.tsx'

async function start() {
  const [{ followWindow }, { PageEditor, PageDetails, OutlinePanel }] = await Promise.all([
    import('../features/editor/open-sessions.ts'),
    import('./page-slots.tsx'),
  ])
  followWindow()
  // Pages need to know their site for their pictures; answers come in the order of the questions.
  await request('app.state')
  return { PageEditor, PageDetails, OutlinePanel }
}

type Parts = ReturnType<typeof start>
let started: Parts | undefined

/** The editor is by far the largest part: it is fetched while the window is drawn, which does not wait for it. */
export function startEditor(): Parts {
  started ??= start()
  return started
}

export const pageEditor = fetchable(async () => (await startEditor()).PageEditor)
export const pageDetails = fetchable(async () => (await startEditor()).PageDetails)
export const outlinePanel = fetchable(async () => (await startEditor()).OutlinePanel)
