import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPageHistories } from './page-history.ts'

async function folder() {
  const path = join(await mkdtemp(join(tmpdir(), 'galley-history-')), 'steps')
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
const kept = (base: string) => ({ sha: 'a'.repeat(64), base, steps: '{"done":[],"undone":[]}' })

test('what was put comes back after a restart, for its own page', async () => {
  await using dir = await folder()
  await openPageHistories(dir.path).put('a/b.md', kept('\ufeffünï\r\n💡'))
  const histories = openPageHistories(dir.path)
  expect(await histories.get('a/b.md')).toEqual(kept('\ufeffünï\r\n💡'))
  expect(await histories.get('a/c.md')).toBe(null)
  await histories.put('a/b.md', null)
  await histories.put('a/b.md', null)
  expect(await histories.get('a/b.md')).toBe(null)
})

test('a file that is no history is none', async () => {
  await using dir = await folder()
  const histories = openPageHistories(dir.path)
  await histories.put('a.md', kept('x'))
  const [name = ''] = await readdir(dir.path)
  for (const text of ['', '{', '{"of":"a.md","sha":1}', '{"of":"b.md"}']) {
    await writeFile(join(dir.path, name), text)
    expect(await histories.get('a.md')).toBe(null)
  }
})

test('the oldest go', async () => {
  await using dir = await folder()
  const histories = openPageHistories(dir.path)
  await histories.put('old.md', kept('x'))
  const [name = ''] = await readdir(dir.path)
  await utimes(join(dir.path, name), 1, 1)
  for (let i = 0; i < 60; i++) await histories.put(`${i}.md`, kept('x'))
  expect(await histories.get('old.md')).toBe(null)
  expect(await histories.get('0.md')).not.toBe(null)
  expect(await readdir(dir.path)).toHaveLength(60)
})
