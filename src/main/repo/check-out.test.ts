import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { lstat, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ContentRepo, contentRepo, rawGit } from '../testing/content-repo-builder.ts'
import { auditRepository } from './audit.ts'
import { checkOut } from './check-out.ts'
import { openSite } from './open-site.ts'
import { type PlatformRules, platformRules, rulesOf } from './platform-rules.ts'

/** A copy of the site's remote, checked out by these rules. */
async function checkedOut(site: ContentRepo, rules: PlatformRules = rulesOf(process.platform)) {
  const copy = join(site.top, 'copy')
  const remote = join(site.top, 'remote.git')
  const plain = ['--no-checkout', '--template=', '-c', 'core.symlinks=false']
  await rawGit(site.top, 'clone', '-q', ...plain, remote, copy)
  await checkOut(copy, { rules, deadline: 60_000 })
  return copy
}

// Only Linux can make a folder with all these names.
describe.runIf(process.platform === 'linux')(
  'what a system cannot store stays out of its folder',
  () => {
    const odd = {
      'Is it secure?.md': 'secure',
      'Opportunities: Professionals/a.md': 'a',
      'aux.md': 'aux',
      'trailing./b.md': 'b',
      'a[1]*.md': 'brackets',
      'a\\b.md': 'backslash',
      'line\nbreak.md': 'line',
      'space ': 'space',
      'plain/é.md': 'plain',
      'README.md': 'first',
      'readme.md': 'second',
    }

    test('with the rules of Windows', async () => {
      await using site = await contentRepo(odd).withRemote().build()
      const { windows } = platformRules
      const copy = await checkedOut(site, windows)
      const there = await readdir(copy, { recursive: true })
      expect(there.filter((path) => !path.startsWith('.git')).toSorted()).toEqual([
        'README.md',
        'plain',
        'plain/é.md',
      ])
      expect(await rawGit(copy, 'status', '--porcelain')).toBe('')
      expect(await auditRepository(copy)).toMatchObject({ kind: 'clean' })
      const session = await openSite(copy, { profileDir: site.profileDir, rules: windows })
      const listed = (await session.files.list()).map(({ path }) => path)
      expect(listed.toSorted()).toEqual(Object.keys(odd).toSorted())
      for (const [path, text] of Object.entries(odd))
        expect(Buffer.from((await session.files.read(path)).bytes).toString(), path).toBe(text)
      await session.close()
    })

    test('with the rules of Linux all are written', async () => {
      await using site = await contentRepo(odd).withRemote().build()
      const copy = await checkedOut(site, platformRules.linux)
      for (const [path, text] of Object.entries(odd))
        expect(await readFile(join(copy, path), 'utf8'), path).toBe(text)
      expect(await rawGit(copy, 'status', '--porcelain')).toBe('')
    })

    test('names that are no text, and names too long for any disk', async () => {
      await using site = await contentRepo({ 'a.md': 'a' }).withRemote().build()
      const blob = await site.git('rev-parse', 'HEAD:a.md')
      const tree = (names: readonly string[]) =>
        Buffer.concat(names.map((name) => Buffer.from(`100644 blob ${blob}\t${name}\0`, 'latin1')))
      const bare = site.remote ?? ''
      const made = spawnSync('git', ['mktree', '-z'], {
        cwd: bare,
        input: tree(['a.md', 'caf\xe9.md', `${'x'.repeat(300)}.md`]),
      })
      const id = made.stdout.toString().trim()
      const commit = await site.git('--git-dir', bare, 'commit-tree', id, '-m', 'odd')
      await rawGit(bare, 'update-ref', 'refs/heads/main', commit)
      const copy = await checkedOut(site, platformRules.macos)
      expect((await readdir(copy)).toSorted()).toEqual(['.git', 'a.md'])
      expect(await rawGit(copy, 'status', '--porcelain')).toBe('')
    })
  },
)

test('links are not made, in whatever place they lead', async () => {
  await using site = await contentRepo({ 'a.md': 'a' })
    .symlink('images', '/etc')
    .symlink('up', '..')
    .withRemote()
    .build()
  const copy = await checkedOut(site)
  await expect(lstat(join(copy, 'images'))).rejects.toThrow()
  expect(await rawGit(copy, 'status', '--porcelain')).toBe('')
  expect(await rawGit(copy, 'ls-files')).toBe('a.md\nimages\nup')
})

test('files are written byte for byte, whatever the site’s attributes ask for', async () => {
  const files = {
    '.gitattributes':
      '*.md text eol=crlf\n*.u filter=evil working-tree-encoding=UTF-16\n*.id ident\n* filter=lfs\n',
    'a.md': 'one\ntwo\n',
    'b.u': 'text',
    'c.id': '$Id$\n',
    'd.png': 'version https://git-lfs.github.com/spec/v1\n',
  }
  await using site = await contentRepo().build()
  const bare = join(site.top, 'remote.git')
  await rawGit(bare, 'init', '-q', '--bare', '-b', 'main')
  await writeFile(
    join(site.root, '.git/info/attributes'),
    '* -text -ident -filter !working-tree-encoding\n',
  )
  for (const [path, text] of Object.entries(files)) await site.write(path, text)
  await site.git('add', '--all')
  await site.git('commit', '-qm', 'attributes')
  await site.git('push', '-q', bare, 'main')
  const copy = await checkedOut(site)
  for (const [path, text] of Object.entries(files))
    expect(await readFile(join(copy, path), 'utf8'), path).toBe(text)
  expect(existsSync(join(copy, '.git/info/attributes'))).toBe(false)
})
