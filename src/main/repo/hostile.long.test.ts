import {
  chown,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ContentRepo, contentRepo, rawGit } from '../testing/content-repo-builder.ts'
import { gitHttpServer } from '../testing/git-http-server.ts'
import { hostilePages, plants, trap } from '../testing/hostile-repository.ts'
import { openSite } from './open-site.ts'

/*
 * Folders that somebody else made, to run programs or to reach further than the folder, when they are opened, listed and
 * read.
 */

/** Everything that opening and looking does, twice over; then one save. */
async function lookAround(site: ContentRepo) {
  const session = await openSite(site.root, { profileDir: site.profileDir })
  const { files, info } = session
  const listed = (await files.list()).map(({ path }) => path)
  const read = await files.read('a.md').catch(() => null)
  await files.published('a.md').catch(() => null)
  await session.rescan()
  await files.list()
  const saved = await files
    .write('a.md', 'two\n', read?.sha ?? null)
    .then(() => true)
    .catch(() => false)
  await session.close()
  return { info, listed, text: read && Buffer.from(read.bytes).toString(), saved }
}

describe('a repository with programs is shown, runs none and is not written to', () => {
  test.each(plants)('%s', async (_, plant) => {
    await using set = await trap()
    await plant(set.site, set.program)
    const { info, listed, text, saved } = await lookAround(set.site)
    expect(await set.marks()).toBe('')
    expect(info.restriction?.found.length).toBeGreaterThan(0)
    expect(info.restriction?.reason).toMatch(/nothing in it was run.*Ask the site’s developer/)
    expect(listed).toEqual(expect.arrayContaining(Object.keys(hostilePages)))
    expect(text).toBe('one\n')
    expect(saved).toBe(false)
    expect(await readFile(join(set.site.root, 'a.md'), 'utf8')).toBe('one\n')
  })
})

test('the trap works: git by itself runs what is planted', async () => {
  await using set = await trap()
  await set.site.git('config', 'core.fsmonitor', set.program)
  await set.site.git('status', '--porcelain')
  expect(await set.marks()).not.toBe('')
})

test('submodules are neither fetched nor entered', async () => {
  await using set = await trap()
  const { site } = set
  await site.write(
    '.gitmodules',
    '[submodule "../../evil"]\n\tpath = -evil\n\turl = --upload-pack=x\n\tupdate = !x\n',
  )
  await site.git('add', '.gitmodules')
  const head = await site.git('rev-parse', 'HEAD')
  await site.git('update-index', '--add', '--cacheinfo', `160000,${head},-evil`)
  await site.git('commit', '-qm', 'module')
  const { info, listed } = await lookAround(site)
  expect(info.restriction).toBeNull()
  expect(listed).not.toContain('-evil')
  expect(await set.marks()).toBe('')
  expect(await readdir(site.root)).not.toContain('-evil')
})

test('a repository inside the site is not taken for one', async () => {
  await using set = await trap()
  const { site, program } = set
  const inner = join(site.root, 'inner')
  await mkdir(inner)
  await rawGit(inner, 'init', '-q', '--bare')
  await rawGit(inner, 'config', 'core.fsmonitor', program)
  await rawGit(inner, 'config', 'core.bare', 'false')
  await rawGit(inner, 'config', 'core.worktree', inner)
  await expect(openSite(inner, { profileDir: site.profileDir })).rejects.toThrow(
    /only a part of a site/,
  )
  const { info } = await lookAround(site)
  expect(info.restriction).toBeNull()
  expect(await set.marks()).toBe('')
})

describe('a repository kept elsewhere is only shown', () => {
  test.each<readonly [string, (site: ContentRepo) => Promise<unknown>]>([
    [
      'by a file',
      async ({ root, top }) => {
        await rename(join(root, '.git'), join(top, 'elsewhere.git'))
        await writeFile(join(root, '.git'), `gitdir: ${join(top, 'elsewhere.git')}\n`)
      },
    ],
    [
      'by a link',
      async ({ root, top }) => {
        await rename(join(root, '.git'), join(top, 'elsewhere.git'))
        await symlink(join(top, 'elsewhere.git'), join(root, '.git'))
      },
    ],
    ['by a setting', (site) => site.git('config', 'core.worktree', site.profileDir)],
    [
      'in part',
      (site) => writeFile(join(site.root, '.git/objects/info/alternates'), `${site.top}\n`),
    ],
  ])('%s', async (_, move) => {
    await using set = await trap()
    await move(set.site)
    const { info, saved } = await lookAround(set.site)
    expect(info.restriction?.reason).toMatch(/keeps its history in another place/)
    expect(saved).toBe(false)
  })
})

test.runIf(process.getuid?.() === 0)('a folder of another user is only shown', async () => {
  await using set = await trap()
  const { site, program } = set
  await site.git('config', 'core.fsmonitor', program)
  for (const path of ['', '.git']) await chown(join(site.root, path), 12_345, 12_345)
  const { info, saved } = await lookAround(site)
  expect(info.restriction?.reason).toMatch(/belongs to another user/)
  expect(saved).toBe(false)
  expect(await set.marks()).toBe('')
})

test('a repository above a plain folder does not adopt it', async () => {
  await using set = await trap()
  const { site, program } = set
  await rawGit(site.top, 'init', '-q')
  await rawGit(site.top, 'config', 'core.fsmonitor', program)
  await mkdir(join(site.top, 'plain'))
  await expect(
    openSite(join(site.top, 'plain'), { profileDir: site.profileDir }),
  ).rejects.toMatchObject({ code: 'not-found' })
  // Nor a damaged one: git would go on looking above it.
  await rm(join(site.root, '.git/HEAD'))
  const { info } = await lookAround(site)
  expect(info.restriction).not.toBeNull()
  expect(await set.marks()).toBe('')
})

describe('names that look like options, end lines or turn the text are names', () => {
  test.each(['-evil', '--upload-pack=x', 'gut\u202ehcub', `${'long'.repeat(60)}`])(
    '%s',
    async (name) => {
      await using set = await trap()
      const { site } = set
      await site.git('update-ref', `refs/heads/${name}`, 'HEAD')
      await site.git('symbolic-ref', 'HEAD', `refs/heads/${name}`)
      const { info, text } = await lookAround(site)
      expect(info.restriction).toBeNull()
      expect(info.branch).toBe(name)
      expect(text).toBe('one\n')
    },
  )

  test('in a HEAD made by hand', async () => {
    await using set = await trap()
    await writeFile(join(set.site.root, '.git/HEAD'), 'ref: refs/heads/../../../evil\n')
    const before = await readdir(set.site.top)
    const { listed } = await lookAround(set.site)
    expect(listed).toContain('a.md')
    expect(await set.marks()).toBe('')
    expect(await readdir(set.site.top)).toEqual(before)
  })
})

test('what is planted while the site is open does not run either', async () => {
  await using set = await trap()
  const { site, program } = set
  const session = await openSite(site.root, { profileDir: site.profileDir })
  await site.git('config', 'core.fsmonitor', program)
  await site.git('config', 'filter.x.clean', program)
  await site.git('config', 'filter.x.process', program)
  await site.git('config', 'diff.external', program)
  await symlink(program, join(site.root, '.git/hooks/post-index-change')).catch(() => null)
  const { sha } = await session.files.read('a.md')
  await session.files.write('a.md', 'two\n', sha)
  await session.files.list()
  await session.files.published('a.md')
  await session.rescan()
  await session.close()
  expect(await set.marks()).toBe('')
  const again = await lookAround(site)
  expect(again.info.restriction).not.toBeNull()
})

test('links lead nowhere outside the site', async () => {
  await using site = await contentRepo({ 'a.md': 'one\n' })
    .symlink('etc', '/etc')
    .symlink('up', '..')
    .symlink('loop', 'loop')
    .symlink('nowhere', 'gone.md')
    .symlink('secret.md', '/etc/hostname')
    .build()
  const { listed } = await lookAround(site)
  expect(listed).toEqual(['a.md'])
  const session = await openSite(site.root, { profileDir: site.profileDir })
  for (const path of ['etc/hostname', 'secret.md', 'up/profile/x', 'loop', 'nowhere'])
    await expect(session.files.read(path), path).rejects.toThrow()
  for (const path of ['etc/galley-test', 'up/galley-test', 'secret.md'])
    await expect(session.files.write(path, 'x', null), path).rejects.toThrow()
  expect(await readdir(site.top)).not.toContain('galley-test')
  await session.close()
})

test('a second name of a file outside keeps its content', async () => {
  await using site = await contentRepo({ 'a.md': 'one\n' }).build()
  const outside = join(site.top, 'outside')
  await writeFile(outside, 'one\n')
  await rm(join(site.root, 'a.md'))
  await link(outside, join(site.root, 'a.md'))
  const { saved } = await lookAround(site)
  expect(await readFile(outside, 'utf8')).toBe('one\n')
  if (saved) expect((await stat(outside)).nlink).toBe(1)
})

test('a repository that keeps its contents on a host is not asked for there', async () => {
  await using set = await trap()
  const { site } = set
  await using server = await gitHttpServer(site.top)
  process.env.GALLEY_ALLOW_HTTP = '1'
  try {
    await site.git('config', 'core.repositoryFormatVersion', '1')
    await site.git('config', 'extensions.partialClone', 'origin')
    await site.git('config', 'remote.origin.promisor', 'true')
    await site.git('config', 'remote.origin.url', `${server.url}/remote.git`)
    const id = await site.git('rev-parse', 'HEAD:a.md')
    await rm(join(site.root, '.git/objects', id.slice(0, 2), id.slice(2)))
    const { text } = await lookAround(site)
    expect(text).toBe('one\n')
    expect(server.asked).toEqual([])
  } finally {
    delete process.env.GALLEY_ALLOW_HTTP
  }
})
