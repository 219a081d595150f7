import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentRepo, rawGit } from '../testing/content-repo-builder.ts'
import { openSite } from './open-site.ts'
import { remoteWords } from './remote-words.ts'

test('tells what the site is', async () => {
  await using site = await contentRepo()
    .files({ '_config.yml': 'title: Harbour Board\n', '_about/collection.yml': 'collections:\n' })
    .withRemote()
    .build()
  const session = await openSite(site.root, { profileDir: site.profileDir })
  expect(session.info).toMatchObject({
    name: 'Harbour Board',
    profile: 'isomer',
    branch: 'main',
    remote: 'remote on this computer',
    sample: false,
    restriction: null,
    notice: null,
  })
  const again = await openSite(join(site.root, '.'), { profileDir: site.profileDir })
  expect(again.info.id).toBe(session.info.id)
  await Promise.all([session.close(), again.close()])
  expect(await readFile(join(site.root, '.git/info/exclude'), 'utf8')).toContain('.galley-*.tmp')
  expect(await site.status()).toBe('')
})

test('a site inside the profile folder is the sample', async () => {
  await using site = await contentRepo().file('a.md', 'a').build()
  const session = await openSite(site.root, { profileDir: site.top })
  expect(session.info.sample).toBe(true)
  await session.close()
})

describe('says what is unusual', () => {
  const base = contentRepo().file('a.md', 'a')
  test.each([
    ['merge', base.merging(), /not finished joining/],
    ['detached', base.detached(), /older version/],
    ['unborn', base.unborn(), /Nothing has been published/],
  ] as const)('%s', async (_, recipe, words) => {
    await using site = await recipe.build()
    const session = await openSite(site.root, { profileDir: site.profileDir })
    expect(session.info.notice).toMatch(words)
    expect((await session.files.list()).map(({ path }) => path)).toContain('a.md')
    await session.close()
  })

  test('shallow', async () => {
    await using site = await base.withRemote().build()
    const copy = join(site.top, 'copy')
    await rawGit(site.top, 'clone', '-q', '--depth=1', `file://${site.remote}`, copy)
    await rawGit(copy, 'remote', 'set-url', 'origin', 'https://example.test/a/b.git')
    const session = await openSite(copy, { profileDir: site.profileDir })
    expect(session.info.notice).toMatch(/newest part/)
    expect(session.info.remote).toBe('example.test/a/b')
    await session.close()
  })
})

describe('refuses what is not the top of a repository', () => {
  test('a sub-folder, a plain folder, a bare repository, a missing folder', async () => {
    await using site = await contentRepo().file('b/a.md', 'a').withRemote().build()
    const open = (folder: string) => openSite(folder, { profileDir: site.profileDir })
    await expect(open(join(site.root, 'b'))).rejects.toThrow(/Open the whole folder “site”/)
    await expect(open(site.profileDir)).rejects.toThrow(/no history/)
    await expect(open(site.remote ?? '')).rejects.toThrow(/no history/)
    await expect(open(join(site.top, 'none'))).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a hostile repository is shown, runs nothing and is not written to', () => {
  const setups: readonly (readonly [string, (root: string, canary: string) => Promise<unknown>])[] =
    [
      ['a monitor', (root, canary) => rawGit(root, 'config', 'core.fsmonitor', canary)],
      ['a filter', (root, canary) => rawGit(root, 'config', 'filter.x.clean', canary)],
      ['an included file', (root) => rawGit(root, 'config', 'include.path', '../evil.cfg')],
      [
        'a hook',
        async (root, canary) => {
          const hook = join(root, '.git/hooks/post-index-change')
          await mkdir(join(root, '.git/hooks'), { recursive: true })
          await writeFile(hook, `#!/bin/sh\n${canary}\n`)
          await chmod(hook, 0o755)
        },
      ],
      ['a folder elsewhere', (root) => rawGit(root, 'config', 'core.worktree', '/tmp')],
    ]
  test.each(setups)('%s', async (_, plant) => {
    await using site = await contentRepo()
      .files({ 'a.md': 'a', '.gitattributes': '* filter=x\n', 'evil.cfg': '' })
      .build()
    const mark = join(site.top, 'ran')
    const program = join(site.top, 'program')
    await writeFile(program, `#!/bin/sh\ntouch ${mark}\ncat\n`)
    await chmod(program, 0o755)
    await writeFile(join(site.root, 'evil.cfg'), `[core]\n\tfsmonitor = ${program}\n`)
    await plant(site.root, program)
    const session = await openSite(site.root, { profileDir: site.profileDir })
    expect(session.info.restriction?.found.length).toBeGreaterThan(0)
    expect(session.info.restriction?.reason).toMatch(/^This folder .*so Galley only shows it/)
    const { bytes, sha } = await session.files.read('a.md')
    expect(Buffer.from(bytes).toString()).toBe('a')
    expect((await session.files.list()).map(({ path }) => path)).toContain('a.md')
    await session.files.published('a.md')
    await expect(session.files.write('a.md', 'x', sha)).rejects.toMatchObject({
      code: 'restricted',
    })
    await session.close()
    await expect(readFile(mark)).rejects.toThrow()
    expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('a')
  })
})

test('the one line for unfinished writes never follows a link', async () => {
  await using site = await contentRepo().file('a.md', 'a').build()
  const victim = join(site.top, 'victim')
  await writeFile(victim, 'safe\n')
  const exclude = join(site.root, '.git/info/exclude')
  await rawGit(site.root, 'config', 'core.quotepath', 'false')
  await import('node:fs/promises').then(({ rm }) => rm(exclude))
  await symlink(victim, exclude)
  const session = await openSite(site.root, { profileDir: site.profileDir })
  await session.close()
  expect(await readFile(victim, 'utf8')).toBe('safe\n')
})

test.each([
  ['https://github.com/agency/site.git', 'github.com/agency/site'],
  ['https://user:secret@github.com/agency/site', 'github.com/agency/site'],
  ['git@github.com:agency/site.git', 'github.com/agency/site'],
  ['ssh://git@host.test:22/a/b.git', 'host.test:22/a/b'],
  ['/home/me/remotes/site.git', 'site on this computer'],
  ['C:\\remotes\\site.git\\', 'site on this computer'],
  ['../site', 'site on this computer'],
])('%s is %s', (url, words) => expect(remoteWords(url)).toBe(words))
