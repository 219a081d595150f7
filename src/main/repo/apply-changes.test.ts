import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentRepo } from '../testing/content-repo-builder.ts'
import { type Disk, realDisk } from './disk.ts'
import { platformRules } from './platform-rules.ts'
import { openSiteFiles } from './site-files.ts'

const open = (root: string, disk?: Disk) =>
  openSiteFiles(root, {
    ...{ rules: platformRules.linux, locked: null, disk },
    stateDir: join(root, '../profile/state'),
  }).files
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()

test.each(['write', 'delete'] as const)(
  'what changes while a plan is under way is left (%s), and the plan taken back',
  async (kind) => {
    await using site = await contentRepo().files({ 'a.md': 'a', 'b.md': 'b' }).build()
    const theirs = join(site.root, 'b.md')
    let isFirst = true
    const disk: Disk = {
      ...realDisk,
      open: async (...input) => {
        if (input[1] === 'wx' && isFirst) {
          isFirst = false
          await writeFile(theirs, 'theirs')
        }
        return realDisk.open(...input)
      },
    }
    const changes = [
      { kind: 'write', path: 'a.md', content: 'mine' },
      kind === 'write' ? { kind, path: 'b.md', content: 'mine' } : { kind, path: 'b.md' },
    ] as const
    await expect(open(site.root, disk).apply({ summary: 's', changes })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await readFile(theirs, 'utf8')).toBe('theirs')
    expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('a')
  },
)

test('a plan and its inverse give the same bytes', async () => {
  await using site = await contentRepo()
    .files({ 'a.md': 'a', 'b/c.md': 'c', 'b/d.md': 'd', 'e.png': new Uint8Array([0, 255, 10]) })
    .build()
  const files = open(site.root)
  const inverse = await files.apply({
    summary: 'Everything',
    changes: [
      { kind: 'write', path: 'a.md', content: 'changed' },
      { kind: 'write', path: 'x/y/z.md', content: 'new' },
      { kind: 'move', from: 'b/c.md', to: 'q/c.md' },
      { kind: 'delete', path: 'b/d.md' },
      { kind: 'delete', path: 'e.png' },
      { kind: 'move', from: 'a.md', to: 'A.md' },
    ],
  })
  expect((await files.list()).map(({ path }) => path)).toEqual(['A.md', 'q/c.md', 'x/y/z.md'])
  expect(await readdir(site.root)).not.toContain('b')
  const redo = await files.apply(inverse)
  expect(await site.status()).toBe('')
  expect(await readdir(site.root)).not.toContain('x')
  await files.apply(redo)
  expect(text((await files.read('A.md')).bytes)).toBe('changed')
})

test('a plan that fails in the middle changes nothing', async () => {
  await using site = await contentRepo().files({ 'a.md': 'a', 'b.md': 'b' }).build()
  const files = open(site.root)
  for (const last of [
    { kind: 'move', from: 'missing.md', to: 'x.md' },
    { kind: 'move', from: 'n.md', to: 'b.md' },
    { kind: 'delete', path: 'missing.md' },
    { kind: 'write', path: '.git/config', content: 'x' },
  ] as const) {
    const changes = [
      { kind: 'write', path: 'a.md', content: 'changed' },
      { kind: 'write', path: 'n.md', content: 'new' },
      { kind: 'move', from: 'a.md', to: 'z/a.md' },
      last,
    ] as const
    await expect(files.apply({ summary: 's', changes })).rejects.toThrow()
    expect(await site.status()).toBe('')
  }
})
