import { app } from 'electron'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { ImageEngine } from '../assets/image-engine.ts'
import type { Thumbnails } from '../assets/thumbnails.ts'
import type { SiteSession } from '../repo/site-session.ts'

interface Made {
  readonly engine: ImageEngine
  readonly thumbnails: Thumbnails
}

/**
 * The one image engine of the app and its thumbnails; nothing of it is loaded before it is first needed. `program` is
 * what its processes run.
 */
export function createImages(program: string) {
  let making: Promise<Made> | null = null
  async function make(): Promise<Made> {
    const [{ createImageEngine }, { createThumbnails }, { imageProcesses }] = await Promise.all([
      import('../assets/image-engine.ts'),
      import('../assets/thumbnails.ts'),
      import('./image-process.ts'),
    ])
    const engine = createImageEngine(imageProcesses(program))
    app.once('will-quit', () => engine.close())
    return { engine, thumbnails: createThumbnails(engine) }
  }
  const made = () => {
    making ??= make()
    return making
  }
  return {
    engine: async (): Promise<ImageEngine> => (await made()).engine,
    thumbnailOf: async (site: SiteSession, path: RepoPath, width: number) =>
      (await made()).thumbnails.of(site, path, width),
  }
}
