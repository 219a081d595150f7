import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from '../repo/open-site.ts'
import { bundleProgram, seededRandom } from '../testing/child-program.ts'
import { contentRepo } from '../testing/content-repo-builder.ts'
import { photo } from '../testing/sample-images.ts'
import { openSiteMedia } from './site-media.ts'

/** More with `GALLEY_CRASH_SEEDS=200`. */
const most = Math.ceil(Number(process.env.GALLEY_CRASH_SEEDS ?? 20) / 4)
const seeds = Array.from({ length: most }, (_, i) => i + 1)

let program: Awaited<ReturnType<typeof bundleProgram>>
beforeAll(async () => {
  program = await bundleProgram(join(import.meta.dirname, '../testing/optimising-child.ts'), [
    'sharp',
  ])
})
afterAll(() => program[Symbol.asyncDispose]())

async function stateOf(root: string, profileDir: string) {
  const site = await openSite(root, { profileDir })
  const listed = await site.files.list()
  const bytes = new Map<string, string>()
  for (const { path } of listed) bytes.set(path, (await site.files.read(path)).sha)
  const { texts } = await openSiteMedia(site).resolved()
  const broken = texts.flatMap((text) => text.broken)
  await site.close()
  return { bytes, broken, paths: [...bytes.keys()].join(' ') }
}

test.each(seeds)(
  'killed while images become WebP, seed %i: all of it or nothing, and no reference is broken',
  async (seed) => {
    const names = [0, 1, 2, 3, 4, 5]
    let recipe = contentRepo()
    for (const n of names)
      recipe = recipe.files({
        [`images/${n}.jpg`]: await photo(200, 150),
        [`p${n}.md`]: `![${n}](/images/${n}.jpg) <img src="/images/${(n + 1) % 6}.jpg">\n`,
      })
    await using repo = await recipe.build()
    const before = await stateOf(repo.root, repo.profileDir)
    const child = program.run(repo.root, repo.profileDir)
    child.stdout?.setEncoding('utf8')
    for (let said = ''; !said.includes('begin'); ) {
      const [words] = await once(child.stdout as NodeJS.EventEmitter, 'data')
      said += words
    }
    await pause(seededRandom(seed)() * 400)
    child.kill('SIGKILL')
    await once(child, 'close')
    const after = await stateOf(repo.root, repo.profileDir)
    expect(after.broken).toEqual([])
    const isOld = [...before.bytes].every(([path, sha]) => after.bytes.get(path) === sha)
    const isNew = names.every((n) => after.bytes.has(`images/${n}.webp`))
    expect(isOld !== isNew).toBe(true)
    expect(after.bytes.size).toBe(before.bytes.size)
  },
)
