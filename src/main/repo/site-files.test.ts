import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentRepo } from '../testing/content-repo-builder.ts'
import { type Disk, realDisk, shaOf } from './disk.ts'
import { type PlatformRules, platformRules } from './platform-rules.ts'
import { openSiteFiles } from './site-files.ts'

const stateOf = (root: string) => join(root, '../profile/state')
const open = (root: string, rules: PlatformRules = platformRules.linux, disk?: Disk) =>
  openSiteFiles(root, { rules, locked: null, disk, stateDir: stateOf(root) }).files
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()
const shaOfText = (words: string) => shaOf(Buffer.from(words))

test('lists what is tracked or new, without ignored, deleted, linked-out and special files', async () => {
  await using site = await contentRepo()
    .files({ 'a.md': 'a', 'b/c d.md': 'cc', '.gitignore': 'x.log\n', 'gone.md': 'g' })
    .symlink('inner', 'a.md')
    .symlink('outer', '/etc/hostname')
    .symlink('folder', 'b')
    .dirty('new.md', 'new')
    .dirty('x.log', 'ignored')
    .removed('gone.md')
    .build()
  execFileSync('mkfifo', [join(site.root, 'pipe')])
  const listed = await open(site.root).list()
  expect(listed.map(({ path, bytes }) => [path, bytes])).toEqual([
    ['.gitignore', 6],
    ['a.md', 1],
    ['b/c d.md', 2],
    ['inner', 1],
    ['new.md', 3],
  ])
  const locked = openSiteFiles(site.root, {
    rules: platformRules.linux,
    locked: 'No.',
    stateDir: stateOf(site.root),
  }).files
  expect((await locked.list()).map(({ path }) => path)).toContain('x.log')
  await expect(locked.write('a.md', 'x', null)).rejects.toMatchObject({ code: 'restricted' })
})

describe('what is not content is never opened', () => {
  test.each([
    ['outer', 'refused'],
    ['outside/hostname', 'refused'],
    ['pipe', 'refused'],
    ['b', 'refused'],
    ['dangling', 'refused'],
    ['loop', 'refused'],
    ['.git/config', 'invalid-input'],
    ['dotgit/config', 'refused'],
    ['.GIT/config', 'invalid-input'],
    ['../x', 'invalid-input'],
    ['/etc/passwd', 'invalid-input'],
    ['missing', 'not-found'],
    ['a.md/x', 'not-found'],
  ])('%s', async (path, code) => {
    await using site = await contentRepo()
      .files({ 'a.md': 'a', 'b/c.md': 'c' })
      .symlink('outer', '/etc/hostname')
      .symlink('outside', '/etc')
      .symlink('dangling', 'nowhere')
      .symlink('loop', 'loop')
      .symlink('dotgit', '.git')
      .build()
    execFileSync('mkfifo', [join(site.root, 'pipe')])
    const files = open(site.root)
    await expect(files.read(path)).rejects.toMatchObject({ code })
    if (code !== 'not-found') {
      await expect(files.write(path, 'x', null)).rejects.toMatchObject({ code })
      await expect(
        files.apply({ summary: 's', changes: [{ kind: 'delete', path }] }),
      ).rejects.toMatchObject({ code })
    }
  })
})

test.runIf(process.platform !== 'win32')(
  'names that only Windows refuses are read, written and moved',
  async () => {
    const path = 'One Story: Questions/Is it secure?.md'
    await using site = await contentRepo()
      .files({ [path]: 'a' })
      .build()
    const files = open(site.root)
    expect(text((await files.read(path)).bytes)).toBe('a')
    expect(await files.locate(path)).toBe(join(site.root, path))
    expect((await files.write(path, 'b', shaOfText('a'))).kind).toBe('saved')
    await files.apply({ summary: 'Move', changes: [{ kind: 'move', from: path, to: 'c: d.md' }] })
    expect(await readFile(join(site.root, 'c: d.md'), 'utf8')).toBe('b')
  },
)

test('a link inside the site stays a link and its file is written', async () => {
  await using site = await contentRepo().file('a.md', 'a').symlink('inner', 'a.md').build()
  const files = open(site.root)
  const { sha } = await files.read('inner')
  expect(await files.write('inner', 'b', sha)).toMatchObject({ kind: 'saved' })
  expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('b')
  expect(await site.git('ls-files', '-s', 'inner')).toMatch(/^120000/)
  expect(await files.locate('inner')).toBe(join(site.root, 'a.md'))
})

test('writes only over the version it was told', async () => {
  await using site = await contentRepo().file('a.md', 'one').build()
  const files = open(site.root)
  const { sha } = await files.read('a.md')
  expect(await files.write('a.md', 'two', sha)).toEqual({ kind: 'saved', sha: shaOfText('two') })
  expect(await files.write('a.md', 'three', sha)).toEqual({
    kind: 'changed-elsewhere',
    theirs: { text: 'two', sha: shaOfText('two') },
  })
  expect(await files.write('a.md', 'two', sha)).toMatchObject({ kind: 'saved' })
  expect(await files.write('a.md', 'x', null)).toMatchObject({ kind: 'changed-elsewhere' })
  expect(await files.write('b/new.md', 'n', null)).toMatchObject({ kind: 'saved' })
  expect(await files.write('gone.md', 'x', sha)).toEqual({
    kind: 'changed-elsewhere',
    theirs: null,
  })
  await expect(files.write('a.md/x', 'x', null)).rejects.toMatchObject({ code: 'conflict' })
  expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('two')
})

test('a change that slips in before the rename is not overwritten', async () => {
  await using site = await contentRepo().file('a.md', 'one').build()
  const target = join(site.root, 'a.md')
  const disk: Disk = {
    ...realDisk,
    open: async (...input) => {
      const file = await realDisk.open(...input)
      if (input[1] === 'wx') {
        await writeFile(`${target}.theirs`, 'theirs')
        await rename(`${target}.theirs`, target)
      }
      return file
    },
  }
  const result = await open(site.root, platformRules.linux, disk).write(
    'a.md',
    'mine',
    shaOfText('one'),
  )
  expect(result).toMatchObject({ kind: 'changed-elsewhere', theirs: { text: 'theirs' } })
  expect(await readFile(target, 'utf8')).toBe('theirs')
})

describe('a site with names the system cannot keep', () => {
  const recipe = contentRepo()
    .files({ 'Is it: secure?.md': 'question', 'plain.md': 'plain' })
    .caseClash('docs/readme.md', 'upper')
  const windows = platformRules.windows

  test('reads them from the repository, whatever lies in the folder', async () => {
    await using site = await recipe.dirty('Is it: secure?.md', 'not seen').build()
    const files = open(site.root, windows)
    expect(text((await files.read('Is it: secure?.md')).bytes)).toBe('question')
    expect(text((await files.read('DOCS/README.MD')).bytes)).toBe('upper')
    expect(text((await files.read('docs/readme.md')).bytes)).toBe('one\n')
    expect((await files.list()).map(({ path, bytes }) => [path, bytes])).toEqual([
      ['DOCS/README.MD', 5],
      ['Is it: secure?.md', 8],
      ['docs/readme.md', 4],
      ['plain.md', 5],
    ])
    expect(await files.locate('Is it: secure?.md')).toBe(null)
  })

  test('edits, makes, moves and deletes them without touching the folder', async () => {
    await using site = await recipe.build()
    const files = open(site.root, windows)
    const { sha } = await files.read('Is it: secure?.md')
    expect(await files.write('Is it: secure?.md', 'edited', sha)).toMatchObject({ kind: 'saved' })
    expect(await files.write('Is it: secure?.md', 'late', sha)).toMatchObject({
      kind: 'changed-elsewhere',
      theirs: { text: 'edited' },
    })
    expect(await site.status()).toBe('')
    const inverse = await files.apply({
      summary: 's',
      changes: [
        { kind: 'move', from: 'Is it: secure?.md', to: 'Is it secure.md' },
        { kind: 'move', from: 'plain.md', to: 'pl*in.md' },
        { kind: 'write', path: 'new?.md', content: 'new' },
      ],
    })
    const again = open(site.root, windows)
    expect((await again.list()).map(({ path }) => path)).toEqual([
      'DOCS/README.MD',
      'Is it secure.md',
      'docs/readme.md',
      'new?.md',
      'pl*in.md',
    ])
    expect(text((await again.read('Is it secure.md')).bytes)).toBe('edited')
    await again.apply(inverse)
    expect(text((await again.read('Is it: secure?.md')).bytes)).toBe('edited')
    expect((await again.list()).map(({ path }) => path)).toContain('plain.md')
  })

  test('refuses a new name that would be an existing file there', async () => {
    await using site = await recipe.build()
    const files = open(site.root, windows)
    await expect(files.write('Plain.md', 'x', null)).rejects.toMatchObject({ code: 'conflict' })
    const changes = [{ kind: 'move', from: 'plain.md', to: 'PLAIN.md' }] as const
    await files.apply({ summary: 's', changes })
    expect(await readdir(site.root)).toContain('PLAIN.md')
    expect(await readdir(site.root)).not.toContain('plain.md')
  })
})

test('saves at once are done one after the other', async () => {
  await using site = await contentRepo().file('a.md', '0').build()
  const files = open(site.root)
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, i) => files.write('a.md', `v${i}`, shaOfText('0'))),
  )
  expect(results.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
  expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('v0')
})

test('a folder that became a link out of the site is not written through', async () => {
  await using site = await contentRepo().file('b/c.md', 'c').build()
  const files = open(site.root)
  const { sha } = await files.read('b/c.md')
  await mkdir(join(site.top, 'away'))
  await writeFile(join(site.top, 'away/c.md'), 'c')
  await rename(join(site.root, 'b'), join(site.root, 'old'))
  await symlink(join(site.top, 'away'), join(site.root, 'b'))
  await expect(files.write('b/c.md', 'x', sha)).rejects.toMatchObject({ code: 'refused' })
  expect(await readFile(join(site.top, 'away/c.md'), 'utf8')).toBe('c')
})
