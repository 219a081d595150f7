import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallContext } from '../lib/call-context.ts'
import { createPageHandlers } from '../pages/page-handlers.ts'
import { bundleProgram, seededRandom } from '../testing/child-program.ts'
import { contentRepo } from '../testing/content-repo-builder.ts'
import { openSite } from './open-site.ts'

/** More with `GALLEY_CRASH_SEEDS=200`. */
const seeds = Array.from({ length: Number(process.env.GALLEY_CRASH_SEEDS ?? 20) }, (_, i) => i + 1)

let program: Awaited<ReturnType<typeof bundleProgram>>
beforeAll(async () => {
  program = await bundleProgram(join(import.meta.dirname, '../testing/writing-child.ts'))
})
afterAll(() => program[Symbol.asyncDispose]())

/** Lets a child work for a moment that the seed decides, kills it, and answers what it had been promised. */
async function killAtRandom(child: ChildProcess, seed: number): Promise<readonly string[]> {
  const lines: string[] = []
  child.stdout?.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n')))
  while (lines.length < 2) await once(child.stdout as NodeJS.EventEmitter, 'data')
  await pause(seededRandom(seed)() * 120)
  child.kill('SIGKILL')
  await once(child, 'close')
  return lines.filter((line) => line !== '')
}

const lastOf = (lines: readonly string[], word: string) =>
  Number(lines.findLast((line) => line.startsWith(`${word} `))?.split(' ')[1] ?? 0)

/** The number of a whole text; fails for one that is torn or mixed. */
function numberOf(text: string): number {
  if (text === 'start') return 0
  const index = Number(/^(\d+):/.exec(text)?.[1])
  expect(text).toBe(`${index}:${`word${index} `.repeat(20_000)}:${index}`)
  return index
}

const temporaries = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((name) => /\.galley-.*\.tmp$/.test(name))

test.concurrent.each(seeds)(
  'killed while typing, seed %i: whole and nothing promised is lost',
  async (seed) => {
    await using site = await contentRepo().file('page.md', 'start').build()
    const lines = await killAtRandom(program.run('type', site.root, site.profileDir), seed)
    expect(numberOf(await readFile(join(site.root, 'page.md'), 'utf8'))).toBeGreaterThanOrEqual(
      lastOf(lines, 'saved'),
    )
    const session = await openSite(site.root, { profileDir: site.profileDir })
    const context: CallContext = { windowId: 1, site: session, announce: () => undefined }
    const page = await createPageHandlers()['pages.open']({ path: 'page.md' }, context)
    const restored = numberOf(page.draft?.text ?? page.text)
    expect(restored).toBeGreaterThanOrEqual(lastOf(lines, 'journal'))
    if (page.draft) expect(restored).toBeGreaterThan(numberOf(page.text))
    await session.journal.list()
    await session.close()
    expect(await temporaries(site.top)).toEqual([])
  },
)

test.concurrent.each(seeds.slice(0, Math.ceil(seeds.length / 2)))(
  'killed in a plan of many changes, seed %i: all of it or nothing',
  async (seed) => {
    let recipe = contentRepo()
    for (let n = 0; n < 8; n++)
      recipe = recipe.files({
        [`a${n}.md`]: `a${n}`,
        [`m${n}.md`]: `m${n}`,
        [`d/${n}.md`]: `d${n}`,
      })
    await using site = await recipe.build()
    const stateOf = async () => {
      const session = await openSite(site.root, { profileDir: site.profileDir })
      const listed = await session.files.list()
      const texts = await Promise.all(
        listed.map(
          async ({ path }) => `${path}=${Buffer.from((await session.files.read(path)).bytes)}`,
        ),
      )
      await session.close()
      return texts.join('\n')
    }
    const before = await stateOf()
    const lines = await killAtRandom(program.run('rearrange', site.root, site.profileDir), seed)
    const after = await stateOf()
    const rounds = lastOf(lines, 'round')
    const done = [
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((n) => `n/${n}.md=made ${n}`),
      'a0.md=new 1',
      'a1.md=new 0',
      'to/m3.md=m3',
    ]
    const isDone = done.every((line) => after.split('\n').includes(line))
    expect(after === before || (isDone && !after.includes('d/'))).toBe(true)
    if (after === before) expect(after).not.toContain('to/')
    expect(rounds).toBeGreaterThanOrEqual(0)
    expect(await temporaries(site.top)).toEqual([])
  },
)
