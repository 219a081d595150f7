import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { safeName, uniquePath } from '../../shared/domain/assets/asset-name.ts'
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

/** A copy of a real site, open, with what tests ask about it. */
async function openCopy(name: string) {
  const copy = await copyOf(name)
  const { site } = copy
  const context: CallContext = { windowId: 1, site, announce: () => undefined }
  const handlers = createMediaHandlers({
    engine: createImageEngine(inProcessImages),
    chooseFiles: async () => [],
  })
  const images = (await handlers['media.list'](undefined, context)).filter(
    ({ kind }) => kind === 'image',
  )
  return {
    ...copy,
    context,
    handlers,
    images: images.map(({ path }) => path),
    async snapshot() {
      const listed = await site.files.list()
      const read = async (path: string) => [path, (await site.files.read(path)).sha] as const
      return new Map(await Promise.all(listed.map(({ path }) => read(path))))
    },
    /** Where the references of each text lead, in order. */
    async leads() {
      const { texts } = await openSiteMedia(site).resolved()
      const entries = texts.map(
        ({ text, references }) => [text.path, references.map(({ path }) => path)] as const,
      )
      return new Map(entries.sort(([one], [two]) => (one < two ? -1 : 1)))
    },
  }
}

type Leads = ReadonlyMap<string, readonly string[]>
const movedBy = (leads: Leads, target: ReadonlyMap<string, string>): Leads =>
  new Map(
    [...leads].map(([text, own]) => [
      target.get(text) ?? text,
      own.map((path) => target.get(path) ?? path),
    ]),
  )

describe.runIf(sites.length > 0).each(sites)('%s', (name) => {
  test('images become WebP, every reference follows, nothing else changes, and all of it comes back', async () => {
    await using copy = await openCopy(name)
    const { handlers, context } = copy
    const [before, ledTo] = [await copy.snapshot(), await copy.leads()]
    const paths = [...some(copy.images)]
    const rule = { ...smallWebp, maxWidth: 2000, maxHeight: 2000 }
    const result = await handlers['media.optimise']({ paths, rule, task: 't' }, context)
    expect(result.done.length + result.kept.length + result.failed.length).toBe(paths.length)
    expect(result.bytesAfter).toBeLessThan(result.bytesBefore)
    const target = new Map(result.done.map(({ from, path }) => [from, path]))
    expect(await copy.leads()).toEqual(movedBy(ledTo, target))
    const after = await copy.snapshot()
    const changed = [...after].filter(([path, sha]) => before.get(path) !== sha)
    const images = new Set(result.done.map(({ path }) => path))
    expect(changed.filter(([path]) => !images.has(path)).length).toBe(result.pages)
    await handlers['media.undo']({ undo: result.undo ?? '' }, context)
    expect(await copy.snapshot()).toEqual(before)
    const failed = result.failed.map(({ path, words }) => `${path} (${words})`).join(', ')
    console.info(
      `${name}: ${result.done.length} of ${paths.length} images, ${result.bytesBefore} → ${result.bytesAfter} bytes, ${result.pages} texts, failed: ${failed}`,
    )
  }, 300_000)

  test('the whole folder of images gets plain lower-case names, and gets its old ones back', async () => {
    await using copy = await openCopy(name)
    const { handlers, context } = copy
    const [before, ledTo] = [await copy.snapshot(), await copy.leads()]
    const taken = new Set<string>()
    const moves = copy.images.map((from) => {
      const plain = from.split('/').map((part) => safeName(part))
      return { from, to: uniquePath(['media', ...plain].join('/'), taken) }
    })
    const { undo } = await handlers['media.rename']({ moves }, context)
    const target = new Map(moves.map(({ from, to }) => [from, to]))
    expect(await copy.leads()).toEqual(movedBy(ledTo, target))
    const after = await copy.snapshot()
    for (const { from, to } of moves) expect(after.get(to)).toBe(before.get(from))
    await handlers['media.undo']({ undo }, context)
    expect(await copy.snapshot()).toEqual(before)
  }, 300_000)
})
