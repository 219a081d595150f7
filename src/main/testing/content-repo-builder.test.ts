import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentRepo, rawGit } from './content-repo-builder.ts'

test('builds what the recipe says', async () => {
  await using site = await contentRepo()
    .file('a/b.md', 'one\ntwo\n')
    .caseClash('readme.md')
    .symlink('link', 'a')
    .withRemote()
    .crlf()
    .dirty('new.md', 'n')
    .build()
  expect(await site.git('show', 'HEAD:a/b.md')).toBe('one\ntwo')
  expect(await readFile(join(site.root, 'a/b.md'), 'utf8')).toBe('one\r\ntwo\r\n')
  expect((await site.git('ls-tree', '-r', '--name-only', 'HEAD')).split('\n')).toEqual([
    'README.MD',
    'a/b.md',
    'link',
    'readme.md',
  ])
  expect(await rawGit(site.remote ?? '', 'log', '--format=%s')).toBe('fixture')
  expect(await site.status()).toContain('?? new.md')
})

test('leaves the repository in the asked state', async () => {
  await using detached = await contentRepo().file('a', 'a').detached().build()
  expect(await detached.git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('HEAD')
  await using unborn = await contentRepo().file('a', 'a').unborn().build()
  await expect(unborn.git('rev-parse', '--verify', 'HEAD')).rejects.toThrow()
  await using merging = await contentRepo().file('a', 'a').merging().build()
  expect(await merging.git('rev-parse', '--verify', 'MERGE_HEAD')).toMatch(/^[0-9a-f]{40}$/)
})
