import { splitFront } from '../../../../shared/domain/document/front-matter/split-front.ts'
import { DocumentSession } from '../session/document-session.ts'
import { SaverClient } from '../session/saver-client.ts'
import { StepFollower } from '../session/step-follower.ts'
import { MemoryStore } from './memory-store.ts'

const client = new SaverClient()

/** A page opened for a test, with its store. */
export async function openSession(text: string, path = 'pages/Test.md') {
  const store = new MemoryStore()
  store.files.set(path, text)
  const session = new DocumentSession(await store.open(path), {
    store,
    mediaUrl: () => null,
    isIsomer: () => true,
    follower: (source) => new StepFollower(client, source, splitFront(source).front),
  })
  const saved = async () => {
    await session.loop.flush()
    return store.files.get(path) ?? ''
  }
  return { session, store, saved, path }
}
