import { existsSync } from 'node:fs'
import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentRepo } from '../../testing/content-repo-builder.ts'
import { clearOwnLock, updateIndex } from './index-lock.ts'

/** No process has a number as high as this. */
const deadPid = 2 ** 30

describe('a lock of git’s index', () => {
  test.each([
    [
      'left by our own dead operation is removed',
      { pid: deadPid, startedAgo: 10_000, lockedAgo: 9_000 },
      false,
    ],
    [
      'left while another program is alive stays',
      { pid: process.pid, startedAgo: 10_000, lockedAgo: 9_000 },
      true,
    ],
    [
      'older than our operation stays',
      { pid: deadPid, startedAgo: 10_000, lockedAgo: 60_000 },
      true,
    ],
    [
      'younger than our operation’s deadline stays',
      { pid: deadPid, startedAgo: 200_000, lockedAgo: 5_000 },
      true,
    ],
    ['that is quite new stays', { pid: deadPid, startedAgo: 1_500, lockedAgo: 500 }, true],
  ])('%s', async (_, { pid, startedAgo, lockedAgo }, stays) => {
    await using site = await contentRepo({ 'a.md': 'a\n' }).build()
    const place = { root: site.root, ledger: join(site.profileDir, 'index-operation.json') }
    const lock = join(site.root, '.git/index.lock')
    await writeFile(lock, '')
    const at = new Date(Date.now() - lockedAgo)
    await utimes(lock, at, at)
    await writeFile(place.ledger, JSON.stringify({ pid, startedMs: Date.now() - startedAgo }))
    await clearOwnLock(place)
    expect(existsSync(lock)).toBe(stays)
  })

  test('of another program is waited for, then left', async () => {
    await using site = await contentRepo({ 'a.md': 'a\n' }).build()
    const place = { root: site.root, ledger: join(site.profileDir, 'index-operation.json') }
    const lock = join(site.root, '.git/index.lock')
    await writeFile(lock, '')
    const gone = `0 ${'0'.repeat(40)}\ta.md\0`
    expect(await updateIndex(place, ['-z', '--index-info'], gone)).toBe(false)
    expect(existsSync(lock)).toBe(true)
    await clearOwnLock(place)
    expect(existsSync(lock)).toBe(true)
  })
})
