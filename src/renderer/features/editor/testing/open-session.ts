import { splitFront } from '../../../../shared/domain/document/front-matter/split-front.ts'
import { DocumentSession } from '../session/document-session.ts'
import { earlierSteps } from '../session/history-keeper.ts'
import { SaverClient } from '../session/saver-client.ts'
import { StepFollower } from '../session/step-follower.ts'
import { MemoryStore } from './memory-store.ts'

const client = new SaverClient()

const follower = (source: string) => new StepFollower(client, source, splitFront(source).front)

/** A page opened for a test, with its store; with the store of another run, as after a restart. */
export async function openSession(
  text: string,
  { path = 'pages/Test.md', store = new MemoryStore() } = {},
) {
  if (!store.files.has(path)) store.files.set(path, text)
  const file = await store.open(path)
  const deps = { store, mediaUrl: () => null, isIsomer: () => true, follower }
  const earlier = await earlierSteps(file, await store.history(path), follower)
  const session = new DocumentSession(file, deps, earlier)
  const saved = async () => {
    await session.loop.flush()
    return store.files.get(path) ?? ''
  }
  return { session, store, saved, path }
}
