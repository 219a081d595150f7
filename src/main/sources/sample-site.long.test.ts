import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditRepository } from '../repo/audit.ts'
import { auditLocalRemote } from '../repo/local-remote.ts'
import { openSite, siteIdOf } from '../repo/open-site.ts'
import { rawGit } from '../testing/content-repo-builder.ts'
import { revisions, sampleHistory } from './sample-history.ts'
import { sampleSource } from './sample-site.ts'

const content = join(import.meta.dirname, '../../../resources/sample-site')

async function profile() {
  const profileDir = await realpath(await mkdtemp(join(tmpdir(), 'galley-sample-')))
  return {
    profileDir,
    sample: sampleSource({ profileDir, content }),
    [Symbol.asyncDispose]: () => rm(profileDir, { recursive: true, force: true }),
  }
}

const filesIn = async (folder: string) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.git/'))
    .toSorted()
}

test('makes the shipped files a site with a history and a remote, all published', async () => {
  await using own = await profile()
  const started = performance.now()
  const root = await own.sample(false)
  console.info(`the sample site took ${Math.round(performance.now() - started)} ms`)
  const files = await filesIn(content)
  expect(await filesIn(root)).toEqual(files)
  for (const path of files)
    expect(await readFile(join(root, path))).toEqual(await readFile(join(content, path)))
  expect(await rawGit(root, 'status', '--porcelain', '--branch')).toBe(
    '## staging...origin/staging',
  )
  expect(await rawGit(root, 'rev-parse', 'HEAD')).toBe(
    await rawGit(root, 'ls-remote', 'origin', 'refs/heads/staging').then((s) => s.split('\t')[0]),
  )
  await rawGit(root, 'fsck', '--strict')
  const authors = (await rawGit(root, 'log', '--format=%an')).split('\n')
  expect(authors.length).toBeGreaterThanOrEqual(6)
  expect(authors.length).toBeLessThanOrEqual(10)
  expect(new Set(authors).size).toBeGreaterThan(2)
  const dates = (await rawGit(root, 'log', '--reverse', '--format=%at')).split('\n').map(Number)
  expect(dates).toEqual(dates.toSorted((a, b) => a - b))
  await expect(rawGit(root, 'config', '--local', 'user.name')).rejects.toThrow()
})

test('opens as a clean sample whose remote may be published to', async () => {
  await using own = await profile()
  const root = await own.sample(false)
  expect(await auditRepository(root)).toMatchObject({ kind: 'clean' })
  const remote = await rawGit(root, 'config', 'remote.origin.url')
  expect(await auditLocalRemote(remote)).toEqual({ ok: true, path: remote })
  const session = await openSite(root, { profileDir: own.profileDir })
  expect(session.info).toMatchObject({
    sample: true,
    profile: 'isomer',
    branch: 'staging',
    remote: 'lantern-bay-parks on this computer',
    restriction: null,
    notice: null,
  })
  await session.close()
})

test('the same content has the same history', async () => {
  await using one = await profile()
  await using two = await profile()
  const [first, second] = await Promise.all([one.sample(false), two.sample(false)])
  expect(await rawGit(first, 'rev-parse', 'HEAD')).toBe(await rawGit(second, 'rev-parse', 'HEAD'))
})

test('is made once, and keeps what was done in it', async () => {
  await using own = await profile()
  const [root, again] = await Promise.all([own.sample(false), own.sample(false)])
  expect(again).toBe(root)
  await writeFile(join(root, 'index.md'), 'mine')
  expect(await own.sample(false)).toBe(root)
  expect(await readFile(join(root, 'index.md'), 'utf8')).toBe('mine')
  expect(await readdir(own.profileDir)).toEqual(['sample'])
})

test('is thrown away with its drafts where a fresh one is asked for', async () => {
  await using own = await profile()
  const root = await own.sample(false)
  await writeFile(join(root, 'index.md'), 'mine')
  const id = siteIdOf(root)
  for (const state of ['sites', 'journal']) {
    await mkdir(join(own.profileDir, state, id), { recursive: true })
    await mkdir(join(own.profileDir, state, 'another'), { recursive: true })
  }
  const asked = await Promise.all([own.sample(true), own.sample(true), own.sample(false)])
  expect(new Set(asked)).toEqual(new Set([root]))
  expect(await rawGit(root, 'status', '--porcelain')).toBe('')
  expect((await readdir(own.profileDir)).toSorted()).toEqual(['journal', 'sample', 'sites'])
  for (const state of ['sites', 'journal'])
    expect(await readdir(join(own.profileDir, state))).toEqual(['another'])
})

test('a fresh one asked for while one is being made comes after it', async () => {
  await using own = await profile()
  const first = own.sample(false)
  const fresh = own.sample(true)
  const root = await first
  const { ino } = await stat(root)
  await fresh
  expect((await stat(root)).ino).not.toBe(ino)
})

test('sweeps what a killed Galley left, and makes again what is not whole', async () => {
  await using own = await profile()
  const left = join(own.profileDir, 'sample-making-0123456789ab')
  await mkdir(join(left, 'lantern-bay-parks'), { recursive: true })
  const root = await own.sample(false)
  expect(existsSync(left)).toBe(false)
  await writeFile(join(root, 'index.md'), 'mine')
  await rm(join(own.profileDir, 'sample/lantern-bay-parks.git'), { recursive: true })
  expect(await own.sample(false)).toBe(root)
  const kept = (await readdir(own.profileDir)).find((name) => name.startsWith('sample-damaged-'))
  const file = join(own.profileDir, kept ?? '', 'lantern-bay-parks/index.md')
  expect(await readFile(file, 'utf8')).toBe('mine')
  expect(await rawGit(root, 'status', '--porcelain')).toBe('')
})

test('a Galley without the sample says so and leaves nothing', async () => {
  await using own = await profile()
  const empty = join(own.profileDir, 'content')
  await mkdir(empty)
  const sample = sampleSource({ profileDir: own.profileDir, content: empty })
  await expect(sample(false)).rejects.toThrow('The sample site is not in this Galley.')
  expect(await readdir(own.profileDir)).toEqual(['content'])
})

test('every earlier wording still has its place in the shipped pages', async () => {
  for (const { path, now } of revisions)
    expect(await readFile(join(content, path), 'latin1'), path).toMatch(now)
})

test('a history ends with the files given, whatever they are', () => {
  const files = new Map([
    ['zz/"odd" \\ name.md', Buffer.from([0, 255, 10])],
    ['newsroom/news/_posts/2099-01-01-post-Later.md', Buffer.from('later')],
    ['index.md', Buffer.from('---\nnotification: n\n---\n')],
  ])
  const versions = sampleHistory(files)
  const end = new Map(versions.flatMap((version) => [...version.files]))
  expect(end).toEqual(files)
  expect(versions.at(-1)?.files.has('newsroom/news/_posts/2099-01-01-post-Later.md')).toBe(true)
})
