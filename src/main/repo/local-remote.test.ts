import { chmod, chown, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { contentRepo, rawGit } from '../testing/content-repo-builder.ts'
import { auditLocalRemote, localFolderOf } from './local-remote.ts'

const withRemote = async () => {
  const site = await contentRepo().file('a.md', 'a').withRemote().build()
  return { site, bare: site.remote ?? '' }
}

test('a plain bare repository of the user’s own may be used, as a path and as an address', async () => {
  const { site, bare } = await withRemote()
  await using _ = site
  expect(await auditLocalRemote(bare)).toEqual({ ok: true, path: bare })
  expect(await auditLocalRemote(pathToFileURL(bare).href)).toEqual({ ok: true, path: bare })
  await symlink(bare, join(site.top, 'link.git'))
  expect(await auditLocalRemote(join(site.top, 'link.git'))).toEqual({ ok: true, path: bare })
})

const plants: readonly (readonly [string, (bare: string) => Promise<unknown>, RegExp])[] = [
  [
    'a hook',
    async (bare) => {
      await mkdir(join(bare, 'hooks'), { recursive: true })
      await writeFile(join(bare, 'hooks/update'), '#!/bin/sh\n')
      await chmod(join(bare, 'hooks/update'), 0o755)
    },
    /hooks/,
  ],
  ['hooks elsewhere', (bare) => rawGit(bare, 'config', 'core.hooksPath', '/tmp'), /hookspath/],
  ['a monitor', (bare) => rawGit(bare, 'config', 'core.fsmonitor', 'x'), /fsmonitor/],
  ['an include', (bare) => rawGit(bare, 'config', 'include.path', 'x'), /include/],
  [
    'a command for others’ refs',
    (bare) => rawGit(bare, 'config', 'core.alternateRefsCommand', 'x'),
    /alternaterefscommand/,
  ],
  [
    'a hook of the cleaning',
    (bare) => rawGit(bare, 'config', 'gc.recentObjectsHook', 'x'),
    /recentobjectshook/,
  ],
  [
    'other objects',
    (bare) => writeFile(join(bare, 'objects/info/alternates'), '/tmp\n'),
    /another place/,
  ],
  ['another home', (bare) => writeFile(join(bare, 'commondir'), '/tmp\n'), /another place/],
  ['not bare', (bare) => rawGit(bare, 'config', 'core.bare', 'false'), /not a bare/],
  ['no configuration', (bare) => rm(join(bare, 'config')), /not a complete/],
  ['a damaged configuration', (bare) => writeFile(join(bare, 'config'), '[core\n'), /not a bare/],
  [
    'a link for its objects',
    async (bare) => {
      await rename(join(bare, 'objects'), `${bare}-objects`)
      await symlink(`${bare}-objects`, join(bare, 'objects'))
    },
    /another place/,
  ],
]

test.each(plants)('refuses %s', async (_, plant, words) => {
  const { site, bare } = await withRemote()
  await using __ = site
  await plant(bare)
  expect(await auditLocalRemote(bare)).toEqual({ ok: false, reason: expect.stringMatching(words) })
})

test.runIf(process.getuid?.() === 0)('refuses one that belongs to somebody else', async () => {
  const { site, bare } = await withRemote()
  await using _ = site
  await chown(join(bare, 'config'), 12_345, 12_345)
  expect(await auditLocalRemote(bare)).toMatchObject({
    reason: expect.stringMatching(/another user/),
  })
})

test('refuses what is no folder here', async () => {
  const { site, bare } = await withRemote()
  await using _ = site
  for (const address of ['https://host.test/a.git', 'relative.git', `${bare}-none`, site.root])
    expect(await auditLocalRemote(address)).toMatchObject({ ok: false })
})

test('a path and its address mean the same folder', () => {
  const folder = join(tmpdir(), 'my site.git')
  expect(localFolderOf(folder)).toBe(folder)
  expect(localFolderOf(pathToFileURL(folder).href)).toBe(folder)
})

test.each([
  ['file://host/share/site.git'],
  ['//host/share/site.git'],
  ['\\\\host\\share\\site.git'],
  ['file:////host/share'],
  ['file:///a%00b'],
  ['file:///a%2fb'],
  ['../site.git'],
  ['--upload-pack=x'],
])('%s is no folder of this computer', (address) => expect(localFolderOf(address)).toBe(null))
