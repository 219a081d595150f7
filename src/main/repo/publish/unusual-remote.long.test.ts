import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentRepo, rawGit } from '../../testing/content-repo-builder.ts'
import { bareGit, colleagueOf, openPublishing } from '../../testing/publishing-site.ts'

describe('histories that do not follow from one another are left alone', () => {
  test('a remote that was rewritten', async () => {
    await using site = await contentRepo({ 'a.md': 'a\n' }).withRemote().build()
    await site.write('a.md', 'two\n')
    await site.git('commit', '-qam', 'two')
    await site.git('push', '-q')
    const head = await site.git('rev-parse', 'HEAD')
    await bareGit(site, 'update-ref', 'refs/heads/main', `${head}~`)
    const other = await colleagueOf(site)
    await other({ 'a.md': 'rewritten\n' })
    await site.write('a.md', 'mine\n')
    await using on = await openPublishing(site)
    expect(await on.publish(['a.md'])).toMatchObject({
      kind: 'waiting',
      delivery: { kind: 'refused' },
    })
    expect(await site.git('rev-parse', 'HEAD')).toBe(head)
    expect(await bareGit(site, 'show', 'main:a.md')).toBe('rewritten')
    expect(await on.changes()).toEqual(['M a.md'])
  })

  test('a branch that is gone', async () => {
    await using site = await contentRepo({ 'a.md': 'a\n' }).withRemote().build()
    await bareGit(site, 'update-ref', '-d', 'refs/heads/main')
    await site.write('a.md', 'mine\n')
    await using on = await openPublishing(site)
    expect(await on.publish(['a.md'])).toMatchObject({ delivery: { kind: 'refused' } })
    expect(await bareGit(site, 'for-each-ref')).toBe('')
  })
})

test('commits another program made here go out with a publish', async () => {
  await using site = await contentRepo({ 'a.md': 'a\n', 'b.md': 'b\n' }).withRemote().build()
  await site.write('b.md', 'B\n')
  await site.git('commit', '-qam', 'By hand')
  await site.write('a.md', 'A\n')
  await using on = await openPublishing(site)
  expect(await on.changes()).toEqual(['M a.md'])
  expect((await on.publish(['a.md'], 'Mine')).kind).toBe('published')
  expect(await bareGit(site, 'log', '--format=%s', 'main')).toBe('Mine\nBy hand\nfixture')
})

test('the first publish begins the history and the branch on the remote', async () => {
  await using site = await contentRepo({ 'a.md': 'a\n', 'd/b.md': 'b\n' }).unborn().build()
  const bare = join(site.top, 'remote.git')
  await rawGit(bare, 'init', '-q', '--bare')
  await site.git('remote', 'add', 'origin', bare)
  await using on = await openPublishing(site)
  expect(await on.changes()).toEqual(['A a.md', 'A d/b.md'])
  expect((await on.publish(['a.md', 'd/b.md'], 'First')).kind).toBe('published')
  expect(await rawGit(bare, 'log', '--format=%s', 'main')).toBe('First')
  expect(await site.status()).toBe('')
})

test('without a remote a publish is recorded in the folder', async () => {
  await using site = await contentRepo({ 'a.md': 'a\n' }).build()
  await site.write('a.md', 'A\n')
  await using on = await openPublishing(site)
  expect((await on.publish(['a.md'], 'Mine')).kind).toBe('recorded')
  expect(await site.log()).toEqual(['Mine', 'fixture'])
  expect(await site.status()).toBe('')
})

describe('a remote on this computer', () => {
  test('with an active hook is not used, and the hook does not run', async () => {
    await using site = await contentRepo({ 'a.md': 'a\n' }).withRemote().build()
    const canary = join(site.top, 'canary')
    const hook = join(site.remote ?? '', 'hooks/pre-receive')
    await writeFile(hook, `#!/bin/sh\ntouch ${canary}\n`)
    await chmod(hook, 0o755)
    await site.write('a.md', 'A\n')
    await using on = await openPublishing(site)
    expect(await on.publish(['a.md'])).toMatchObject({ delivery: { kind: 'refused' } })
    await expect(readFile(canary)).rejects.toThrow()
    expect(await on.changes()).toEqual(['M a.md'])
    expect(await site.git('for-each-ref', 'refs/galley')).toBe('')
  })

  test.each([
    ['core.fsmonitor', 'x'],
    ['include.path', '/x'],
    ['uploadpack.packObjectsHook', 'x'],
    ['core.bare', 'false'],
  ])('with %s is not used', async (key, value) => {
    await using site = await contentRepo({ 'a.md': 'a\n' }).withRemote().build()
    await bareGit(site, 'config', key, value)
    await site.write('a.md', 'A\n')
    await using on = await openPublishing(site)
    expect(await on.publish(['a.md'])).toMatchObject({ delivery: { kind: 'refused' } })
  })
})

test('settings that turn dangerous while the site is open stop the next publish', async () => {
  await using site = await contentRepo({ 'a.md': 'a\n' }).withRemote().build()
  await using on = await openPublishing(site)
  await site.write('a.md', 'A\n')
  await site.git('config', 'core.sshCommand', 'x')
  await expect(on.publish(['a.md'])).rejects.toMatchObject({ code: 'restricted' })
})

test('two publishes at once are done one after the other', async () => {
  await using site = await contentRepo({ 'a.md': 'a\n', 'b.md': 'b\n' }).withRemote().build()
  await site.write('a.md', 'A\n')
  await site.write('b.md', 'B\n')
  await using on = await openPublishing(site)
  const done = await Promise.all([on.publish(['a.md'], 'One'), on.publish(['b.md'], 'Two')])
  expect(done.map(({ kind }) => kind)).toEqual(['published', 'published'])
  expect(await bareGit(site, 'log', '--format=%s', 'main')).toBe('Two\nOne\nfixture')
  expect(await site.status()).toBe('')
})

test('an index another program holds is brought along later', async () => {
  await using site = await contentRepo({ 'a.md': 'a\n' }).withRemote().build()
  await site.write('a.md', 'A\n')
  const lock = join(site.root, '.git/index.lock')
  await writeFile(lock, '')
  await using on = await openPublishing(site)
  expect((await on.publish(['a.md'])).kind).toBe('published')
  await rm(lock)
  await on.publisher.sync()
  expect(await site.status()).toBe('')
})
