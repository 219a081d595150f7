import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type ContentRepo, contentRepo } from '../testing/content-repo-builder.ts'
import { shaOf } from './disk.ts'
import { openSite } from './open-site.ts'

interface Told {
  readonly paths: readonly string[]
  readonly outside: boolean
}

/** An open site and what its listeners were told; `until` waits for a state of that, not for time. */
async function watched(site: ContentRepo) {
  const session = await openSite(site.root, { profileDir: site.profileDir })
  const told: Told[] = []
  let check = () => undefined as unknown
  session.files.watch((paths, outside) => {
    told.push({ paths, outside })
    check()
  })
  await session.rescan()
  const outsidePaths = () => new Set(told.flatMap(({ paths, outside }) => (outside ? paths : [])))
  return {
    session,
    told,
    outsidePaths,
    until: (holds: (paths: ReadonlySet<string>) => boolean) =>
      new Promise<void>((resolve) => {
        check = () => holds(outsidePaths()) && resolve()
        check()
      }),
    [Symbol.asyncDispose]: () => session.close(),
  }
}
const sha = (text: string) => shaOf(Buffer.from(text))

test('tells what another program changes, makes, removes and moves', async () => {
  await using site = await contentRepo()
    .files({ 'a.md': 'a', 'b/c.md': 'c', 'b/d/e.md': 'e', 'gone.md': 'g' })
    .build()
  await using watch = await watched(site)
  await appendFile(join(site.root, 'a.md'), 'more')
  await watch.until((paths) => paths.has('a.md'))
  await rm(join(site.root, 'gone.md'))
  await watch.until((paths) => paths.has('gone.md'))
  await mkdir(join(site.root, 'n/e/w'), { recursive: true })
  await writeFile(join(site.root, 'n/e/w/deep.md'), 'deep')
  await watch.until((paths) => paths.has('n/e/w/deep.md'))
  await writeFile(join(site.root, 'n/e/w/later.md'), 'later')
  await watch.until((paths) => paths.has('n/e/w/later.md'))
  await rename(join(site.root, 'b'), join(site.root, 'z'))
  await watch.until((paths) =>
    ['b/c.md', 'b/d/e.md', 'z/c.md', 'z/d/e.md'].every((p) => paths.has(p)),
  )
  await appendFile(join(site.root, 'z/d/e.md'), 'more')
  await rm(join(site.root, 'z'), { recursive: true })
  await watch.until((paths) => paths.has('z/d/e.md'))
})

test("Galley's own writes are told once, as its own", async () => {
  await using site = await contentRepo().files({ 'a.md': 'a', 'b.png': 'b', 'c.md': 'c' }).build()
  await using watch = await watched(site)
  const { files } = watch.session
  await files.write('a.md', 'mine', sha('a'))
  const plan = {
    summary: 's',
    changes: [
      { kind: 'move', from: 'b.png', to: 'x/b.png' },
      { kind: 'delete', path: 'c.md' },
      { kind: 'write', path: 'new.md', content: 'n' },
    ],
  } as const
  await files.apply(plan)
  await watch.session.rescan()
  await writeFile(join(site.root, 'sign.md'), 'sign')
  await watch.until((paths) => paths.has('sign.md'))
  expect(watch.told).toEqual([
    { paths: ['a.md'], outside: false },
    { paths: ['b.png', 'x/b.png', 'c.md', 'new.md'], outside: false },
    { paths: ['sign.md'], outside: true },
  ])
  await writeFile(join(site.root, 'a.md'), 'theirs')
  await watch.until((paths) => paths.has('a.md'))
  expect(await files.isOurs('a.md', sha('mine'))).toBe(true)
  expect(await files.isOurs('a.md', sha('theirs'))).toBe(false)
  expect(await files.isOurs('c.md', null)).toBe(true)
  expect(await files.isOurs('sign.md', sha('sign'))).toBe(false)
})

test('what git ignores, generated folders and the repository itself are not told', async () => {
  await using site = await contentRepo()
    .files({ 'a.md': 'a', '.gitignore': '*.log\nout/\n' })
    .build()
  await using watch = await watched(site)
  for (const path of ['x.log', 'out/page.html', '_site/a.html', 'node_modules/x/index.js'])
    await site.write(path, 'x')
  await site.git('commit', '-q', '--allow-empty', '-m', 'x')
  await writeFile(join(site.root, 'sign.md'), 'sign')
  await watch.until((paths) => paths.has('sign.md'))
  await watch.session.rescan()
  expect([...watch.outsidePaths()]).toEqual(['sign.md'])
})

test('thousands of changes at once are told in a few messages', async () => {
  await using site = await contentRepo().file('a.md', 'a').build()
  await using watch = await watched(site)
  const paths = Array.from({ length: 5000 }, (_, i) => `many/f${i % 50}/p${i}.md`)
  for (let folder = 0; folder < 50; folder++)
    await mkdir(join(site.root, `many/f${folder}`), { recursive: true })
  await Promise.all(paths.map((path) => writeFile(join(site.root, path), path)))
  await watch.until((told) => paths.every((path) => told.has(path)))
  expect(watch.told.length).toBeLessThan(12)
})

test('a closed site is told nothing more', async () => {
  await using site = await contentRepo().file('a.md', 'a').build()
  const watch = await watched(site)
  await watch.session.close()
  await writeFile(join(site.root, 'a.md'), 'x')
  await watch.session.rescan()
  expect(watch.told).toEqual([])
})
