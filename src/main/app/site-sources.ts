import { existsSync } from 'node:fs'
import { mkdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'
import { AppError } from '../../shared/ipc/app-error.ts'
import type { CloneRequest } from '../sources/clone-site.ts'

/** Where sites come from. Each answers with the absolute path of a site's top folder. */
export interface SiteSources {
  /** The sample site in the profile folder; `fresh` makes it anew. */
  sample(fresh: boolean): Promise<string>
  clone(request: CloneRequest): Promise<string>
  /** Makes a folder of files a repository. */
  startRepository(folder: string): Promise<string>
}

/** Windows' and macOS' rules and ours: a plain name for one folder. */
const plainName = /^(?![.\s])[^<>:"|?*/\\\p{Cc}]{1,120}(?<![.\s])$/u

/** The folder a clone goes to: a new one in `parent`. Throws in the user's words. */
export async function newFolderIn(parent: string, name: string): Promise<string> {
  if (!plainName.test(name))
    throw new AppError('invalid-input', `“${name}” cannot be the name of a folder. Choose another.`)
  await mkdir(parent, { recursive: true })
  const folder = join(parent, name)
  const there = await stat(folder).catch(() => null)
  if (there)
    throw new AppError(
      'conflict',
      `There is a folder “${name}” already. Nothing was changed. Choose another name or place.`,
    )
  return folder
}

/** The real sources; their code is loaded when one is used. */
export function createSources(profileDir: string): SiteSources {
  let sample: Promise<SiteSources['sample']> | null = null
  const openSample = async () => {
    const { sampleSource } = await import('../sources/sample-site.ts')
    return sampleSource({ profileDir, content: sampleContent() })
  }
  return {
    async sample(fresh) {
      sample ??= openSample()
      return (await sample)(fresh)
    },
    async clone(request) {
      const [{ cloneSite }, { siteIdOf }, { agreeByCloning }] = await Promise.all([
        import('../sources/clone-site.ts'),
        import('../repo/open-site.ts'),
        import('../repo/publish/agreed-remote.ts'),
      ])
      const { folder, url } = await cloneSite(request)
      const id = siteIdOf(await realpath(folder))
      await agreeByCloning(join(profileDir, 'sites', id), url)
      return folder
    },
    async startRepository(folder) {
      const { startRepository } = await import('../sources/start-repository.ts')
      return startRepository(folder)
    },
  }
}

/** Beside the code, or beside the archive that a packaged Galley keeps its code in. */
function sampleContent(): string {
  const beside = join(app.getAppPath(), 'resources', 'sample-site')
  return existsSync(beside) ? beside : join(process.resourcesPath, 'sample-site')
}
