import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openSite } from '../repo/open-site.ts'
import { type PlatformRules, platformRules } from '../repo/platform-rules.ts'
import { openPublisher } from '../repo/publish/publisher.ts'
import { type ContentRepo, rawGit } from './content-repo-builder.ts'

const identity = { name: 'Ann Editor', email: 'ann@example.test' }

/** A site opened for publishing, with short words for what tests do with it. */
export async function openPublishing(
  site: ContentRepo,
  rules: PlatformRules = platformRules.linux,
) {
  const session = await openSite(site.root, { profileDir: site.profileDir, rules })
  const publisher = await openPublisher(session)
  return {
    session,
    publisher,
    /** `A new.md`, `M changed.md`, `D deleted.md`. */
    async changes() {
      const { changes } = await publisher.unpublished()
      return changes.map(({ path, base, now }) => `${base ? (now ? 'M' : 'D') : 'A'} ${path}`)
    },
    publish: (paths: readonly string[], message = 'Update') =>
      publisher.publish({ paths: new Set(paths), message, identity }),
    [Symbol.asyncDispose]: async () => {
      await publisher.close()
      await session.close()
    },
  }
}

/** Runs git in the bare repository behind a site. */
export function bareGit(site: ContentRepo, ...args: readonly string[]): Promise<string> {
  return rawGit(site.remote ?? '', ...args)
}

/** As people do: when the site moved meanwhile, once more on top of it. */
async function pushed(root: string, tries = 5): Promise<void> {
  try {
    await rawGit(root, 'push', '-q')
  } catch (error) {
    if (tries === 1) throw error
    await rawGit(root, 'pull', '-q', '--rebase')
    await pushed(root, tries - 1)
  }
}

/** Somebody else's computer: a second copy that commits and pushes with plain git. null: deleted. */
export async function colleagueOf(site: ContentRepo) {
  const root = join(site.top, 'colleague')
  await rawGit(site.top, 'clone', '-q', site.remote ?? '', root)
  return async (files: Readonly<Record<string, string | null>>, message = 'Theirs') => {
    await rawGit(root, 'pull', '-q', '--ff-only')
    for (const [path, content] of Object.entries(files)) {
      if (content === null) await rm(join(root, path))
      else {
        await mkdir(dirname(join(root, path)), { recursive: true })
        await writeFile(join(root, path), content)
      }
    }
    await rawGit(root, 'add', '--all')
    await rawGit(root, 'commit', '-qm', message)
    await pushed(root)
  }
}
