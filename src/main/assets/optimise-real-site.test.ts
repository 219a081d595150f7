import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CallContext } from '../lib/call-context.ts'
import { openSite } from '../repo/open-site.ts'
import { seededRandom } from '../testing/child-program.ts'
import { rawGit } from '../testing/content-repo-builder.ts'
import { inProcessImages } from '../testing/in-process-images.ts'
import { smallWebp } from '../testing/media-site.ts'
import { createImageEngine } from './image-engine.ts'
import { createMediaHandlers } from './media-handlers.ts'
import { openSiteMedia } from './site-media.ts'

const home = join(import.meta.dirname, '../../../../shared/sites')
const sites = existsSync(home)
  ? ['isomerguide', 'nrm'].filter((n) => readdirSync(home).includes(n))
  : []
if (sites.length === 0) console.warn(`No real sites at ${home}: optimising them is not checked.`)

/** `GALLEY_ALL_IMAGES=1` takes every image of each site; otherwise some, the same every time. */
const most = process.env.GALLEY_ALL_IMAGES === '1' ? Number.POSITIVE_INFINITY : 30

function some(paths: readonly string[]): readonly string[] {
  const random = seededRandom(7)
  const shuffled = paths.map((path) => [random(), path] as const).sort(([a], [b]) => a - b)
  return shuffled.slice(0, most).map(([, path]) => path)
}

async function copyOf(name: string) {
  const top = mkdtempSync(join(tmpdir(), 'galley-optimise-'))
  const root = join(top, 'site')
  cpSync(join(home, name), root, { recursive: true })
  await rawGit(root, 'init', '-q')
  await rawGit(root, 'add', '--all')
  await rawGit(root, 'commit', '-qm', 'copy')
  const site = await openSite(root, { profileDir: join(top, 'profile') })
  return {
    site,
    async [Symbol.asyncDispose]() {
      await site.close()
      rmSync(top, { recursive: true })
    },
  }
}

describe.runIf(sites.length > 0).each(sites)('%s', (name) => {
  test('images become WebP, every reference follows, nothing else changes, and all of it comes back', async () => {
    await using copy = await copyOf(name)
    const { site } = copy
    const context: CallContext = { windowId: 1, site, announce: () => undefined }
    const handlers = createMediaHandlers({
      engine: createImageEngine(inProcessImages),
      chooseFiles: async () => [],
    })
    const snapshot = async () => {
      const listed = await site.files.list()
      return new Map(
        await Promise.all(
          listed.map(async ({ path }) => [path, (await site.files.read(path)).sha] as const),
        ),
      )
    }
    const leads = async () => {
      const { texts } = await openSiteMedia(site).resolved()
      return new Map(
        texts.map(({ text, references }) => [text.path, references.map(({ path }) => path)]),
      )
    }
    const [before, ledTo] = [await snapshot(), await leads()]
    const images = (await handlers['media.list'](undefined, context)).filter(
      ({ kind }) => kind === 'image',
    )
    const paths = [...some(images.map(({ path }) => path))]
    const rule = { ...smallWebp, maxWidth: 2000, maxHeight: 2000 }
    const result = await handlers['media.optimise']({ paths, rule, task: 't' }, context)
    expect(result.done.length + result.kept.length + result.failed.length).toBe(paths.length)
    expect(result.bytesAfter).toBeLessThan(result.bytesBefore)
    const target = new Map(result.done.map(({ from, path }) => [from, path]))
    const expected = [...ledTo].map(([text, own]) => [text, own.map((p) => target.get(p) ?? p)])
    expect([...(await leads())].sort()).toEqual(expected.sort())
    const after = await snapshot()
    const changed = [...after]
      .filter(([path, sha]) => before.get(path) !== sha)
      .map(([path]) => path)
    const pages = changed.filter((path) => !result.done.some((one) => one.path === path))
    expect(pages.length).toBe(result.pages)
    await handlers['media.undo']({ undo: result.undo ?? '' }, context)
    expect(await snapshot()).toEqual(before)
    console.info(
      `${name}: ${result.done.length} of ${paths.length} images, ${result.bytesBefore} → ${result.bytesAfter} bytes, ${result.pages} texts, failed: ${result.failed.map(({ path, words }) => `${path} (${words})`).join(', ')}`,
    )
  }, 300_000)
})
