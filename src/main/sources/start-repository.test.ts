import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSite } from '../repo/open-site.ts'
import { contentRepo, rawGit } from '../testing/content-repo-builder.ts'
import { startRepository } from './start-repository.ts'

async function folder() {
  const top = await realpath(await mkdtemp(join(tmpdir(), 'galley-start-')))
  const root = join(top, 'my site')
  await mkdir(root)
  return { top, root, [Symbol.asyncDispose]: () => rm(top, { recursive: true, force: true }) }
}

test('a folder of files becomes a site and keeps its files', async () => {
  await using own = await folder()
  await writeFile(join(own.root, 'index.md'), 'one\r\n')
  expect(await startRepository(join(own.root, '.'))).toBe(own.root)
  expect(await readFile(join(own.root, 'index.md'), 'utf8')).toBe('one\r\n')
  expect((await readdir(own.root)).toSorted()).toEqual(['.git', 'index.md'])
  expect(await rawGit(own.root, 'status', '--porcelain', '--branch')).toBe(
    '## No commits yet on main\n?? index.md',
  )
  const session = await openSite(own.root, { profileDir: join(own.top, 'profile') })
  expect(session.info).toMatchObject({ restriction: null, branch: 'main', remote: null })
  expect(session.info.notice).toMatch(/first publish starts its history/)
  expect((await session.files.list()).map(({ path }) => path)).toEqual(['index.md'])
  await session.close()
})

test('refuses a site, a part of one, a bare repository and what is gone', async () => {
  await using site = await contentRepo().file('a/b.md', 'b').withRemote().build()
  await expect(startRepository(site.root)).rejects.toThrow(/is kept as a site already/)
  await expect(startRepository(join(site.root, 'a'))).rejects.toThrow(
    /Open the whole folder “site” instead/,
  )
  expect(await readdir(join(site.root, 'a'))).toEqual(['b.md'])
  await expect(startRepository(site.remote ?? '')).rejects.toThrow(/Clone it instead/)
  await expect(startRepository(join(site.top, 'none'))).rejects.toMatchObject({ code: 'not-found' })
})

test('variables of the program that started Galley lead nowhere', async () => {
  await using own = await folder()
  process.env.GIT_OBJECT_DIRECTORY = join(own.top, 'elsewhere')
  try {
    expect(await startRepository(own.root)).toBe(own.root)
  } finally {
    delete process.env.GIT_OBJECT_DIRECTORY
  }
  expect(await readdir(join(own.root, '.git'))).toContain('objects')
  expect(await readdir(own.top)).toEqual(['my site'])
})
