import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditRepository } from '../repo/audit.ts'
import { openSite } from '../repo/open-site.ts'
import { platformRules } from '../repo/platform-rules.ts'
import { type ContentRepo, contentRepo, rawGit } from '../testing/content-repo-builder.ts'
import { gitHttpServer, type HttpFault } from '../testing/git-http-server.ts'
import { type CloneOptions, cloneSite } from './clone-site.ts'

let allowed: string | undefined
beforeAll(() => {
  allowed = process.env.GALLEY_ALLOW_HTTP
  process.env.GALLEY_ALLOW_HTTP = '1'
})
afterAll(() => {
  if (allowed === undefined) delete process.env.GALLEY_ALLOW_HTTP
  else process.env.GALLEY_ALLOW_HTTP = allowed
})

/** Clones into `top/new/site` and notes what was told on the way. */
function cloning(site: ContentRepo, url: string, options: CloneOptions = {}) {
  const told: [number, number | null, string][] = []
  const abort = new AbortController()
  const folder = join(site.top, 'new/site')
  let onProgress: () => void = () => undefined
  const done = cloneSite(
    {
      url,
      folder,
      signal: abort.signal,
      progress: (...words) => {
        told.push(words)
        onProgress()
      },
    },
    options,
  )
  return {
    done,
    told,
    folder,
    abort,
    /** Resolves when something has been told of which `isIt` holds. */
    until: (isIt: (done: number, words: string) => boolean) =>
      new Promise<void>((resolve) => {
        onProgress = () => {
          if (told.some(([part, , words]) => isIt(part, words))) resolve()
        }
        onProgress()
      }),
  }
}

const leftIn = (site: ContentRepo) => readdir(join(site.top, 'new')).catch(() => [] as string[])

/** Contents that no compression makes smaller. */
const big = () =>
  Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`images/${i}.bin`, randomBytes(20_000)] as const),
  )

test('clones over http with everything a site needs, and tells how far it is', async () => {
  await using site = await contentRepo({ 'index.md': 'one\r\ntwo\n', ...big() })
    .withRemote()
    .build()
  await using server = await gitHttpServer(site.top)
  const clone = cloning(site, `${server.url}/remote.git`)
  expect(await clone.done).toEqual({ folder: clone.folder, url: `${server.url}/remote.git` })
  expect(await rawGit(clone.folder, 'config', 'remote.origin.url')).toBe(`${server.url}/remote.git`)
  expect(await readFile(join(clone.folder, 'index.md'), 'utf8')).toBe('one\r\ntwo\n')
  expect(await rawGit(clone.folder, 'status', '--porcelain', '--branch')).toBe(
    '## main...origin/main',
  )
  expect(await leftIn(site)).toEqual(['site'])
  expect(clone.told[0]).toEqual([0, null, expect.stringMatching(/^Connecting to 127\.0\.0\.1/)])
  expect(clone.told.map(([, , words]) => words)).toContainEqual(
    expect.stringMatching(/^Receiving 100 % \(1\.2 MB\)$/),
  )
  const parts = clone.told.map(([done]) => done)
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  expect(await auditRepository(clone.folder)).toMatchObject({ kind: 'clean' })
  expect(existsSync(join(clone.folder, '.git/hooks'))).toBe(false)
  const session = await openSite(clone.folder, { profileDir: site.profileDir })
  expect(session.info).toMatchObject({ restriction: null, notice: null, branch: 'main' })
  await session.close()
})

test('clones a bare repository on this computer, by path and by address, if it is plain', async () => {
  await using site = await contentRepo({ 'a.md': 'a' }).withRemote().build()
  const bare = site.remote ?? ''
  const first = cloning(site, bare)
  await first.done
  expect(await rawGit(first.folder, 'config', 'remote.origin.url')).toBe(bare)
  await expect(cloning(site, bare).done).rejects.toMatchObject({ code: 'conflict' })
  await writeFile(join(bare, 'config'), '[core]\n\tbare = true\n\tfsmonitor = evil\n')
  await expect(cloning(site, pathToFileURL(bare).href).done).rejects.toThrow(/core\.fsmonitor/)
  await expect(cloning(site, site.root).done).rejects.toMatchObject({ code: 'refused' })
  expect(await leftIn(site)).toEqual(['site'])
})

test('an empty site is cloned and opens', async () => {
  await using site = await contentRepo({}).build()
  await mkdir(join(site.top, 'empty.git'))
  await rawGit(join(site.top, 'empty.git'), 'init', '-q', '--bare', '-b', 'staging')
  const clone = cloning(site, join(site.top, 'empty.git'))
  await clone.done
  const session = await openSite(clone.folder, { profileDir: site.profileDir })
  expect(session.info.branch).toBe('staging')
  await session.close()
  await using server = await gitHttpServer(site.top)
  await rename(clone.folder, join(site.top, 'first'))
  await cloning(site, `${server.url}/empty.git`).done
  expect(await rawGit(clone.folder, 'symbolic-ref', 'HEAD')).toBe('refs/heads/staging')
})

test.runIf(process.platform === 'linux')('a site with names Windows cannot store', async () => {
  const files = { 'Is it secure?.md': 'secure', 'a.md': 'a' }
  await using site = await contentRepo(files).symlink('images', '/etc').withRemote().build()
  const { windows } = platformRules
  const clone = cloning(site, site.remote ?? '', { rules: windows })
  await clone.done
  expect((await readdir(clone.folder)).toSorted()).toEqual(['.git', 'a.md'])
  expect(await auditRepository(clone.folder)).toMatchObject({ kind: 'clean' })
  const session = await openSite(clone.folder, { profileDir: site.profileDir, rules: windows })
  const listed = (await session.files.list()).map(({ path }) => path)
  expect(listed.toSorted()).toEqual(Object.keys(files).toSorted())
  await session.close()
})

describe('what goes wrong is told in words and leaves nothing', () => {
  const faults: readonly (readonly [string, HttpFault, string, RegExp])[] = [
    ['401', { kind: 'status', status: 401 }, 'sign-in', /wants you to sign in/],
    ['403', { kind: 'status', status: 403 }, 'refused', /Ask its owner to give you access/],
    ['404', { kind: 'status', status: 404 }, 'not-found', /There is no site at this address/],
    ['503', { kind: 'status', status: 503 }, 'offline', /cannot answer just now/],
    ['a page instead', { kind: 'html' }, 'not-found', /is not a site’s repository/],
    ['a cut', { kind: 'cut', after: 300_000 }, 'offline', /broke off before the site was complete/],
    ['silence', { kind: 'hang' }, 'offline', /Nothing was heard/],
    ['silence half-way', { kind: 'stall', after: 300_000 }, 'offline', /Nothing was heard/],
    ['another scheme', { kind: 'redirect', to: 'ftp://h.test' }, 'refused', /not safe/],
  ]
  test.each(faults)('%s', async (_, fault, code, words) => {
    await using site = await contentRepo(big()).withRemote().build()
    await using server = await gitHttpServer(site.top)
    server.setFault(fault)
    const clone = cloning(site, `${server.url}/remote.git`, { silence: 1500 })
    const error: unknown = await clone.done.catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code, message: expect.stringMatching(words) })
    expect(await leftIn(site)).toEqual([])
    // The same again succeeds once the network does.
    server.setFault(null)
    await cloning(site, `${server.url}/remote.git`).done
    expect(await leftIn(site)).toEqual(['site'])
  })

  test('nobody there', async () => {
    await using site = await contentRepo().build()
    await expect(cloning(site, 'http://127.0.0.1:9/remote.git').done).rejects.toMatchObject({
      code: 'offline',
      message: expect.stringMatching(/could not be reached/),
    })
    expect(await leftIn(site)).toEqual([])
  })

  test('a folder that came in its place meanwhile is kept', async () => {
    await using site = await contentRepo(big()).withRemote().build()
    await using server = await gitHttpServer(site.top)
    const clone = cloning(site, `${server.url}/remote.git`)
    await clone.until((_, words) => words.startsWith('Receiving'))
    await mkdir(clone.folder)
    await expect(clone.done).rejects.toMatchObject({ code: 'conflict' })
    expect(await leftIn(site)).toEqual(['site'])
    expect(await readdir(clone.folder)).toEqual([])
  })
})

test('cancelled half-way, it ends at once with all it started', async () => {
  await using site = await contentRepo(big()).withRemote().build()
  await using server = await gitHttpServer(site.top)
  server.setFault({ kind: 'stall', after: 700_000 })
  const clone = cloning(site, `${server.url}/remote.git`)
  await clone.until((done) => done >= 30)
  expect(server.openConnections()).toBeGreaterThan(0)
  clone.abort.abort()
  await expect(clone.done).rejects.toMatchObject({ code: 'cancelled' })
  expect(await leftIn(site)).toEqual([])
  await expect.poll(() => server.openConnections()).toBe(0)
})

test('what a killed Galley left beside the place goes with the next try', async () => {
  await using site = await contentRepo({ a: 'a' }).withRemote().build()
  const gone = spawnSync(process.execPath, ['-e', '0']).pid
  const parts = [
    `site.partial-${gone}-0123abcd`,
    `site.partial-${process.pid}-0123abcd`,
    'site.partial-mine',
  ]
  for (const name of parts) await mkdir(join(site.top, 'new', name), { recursive: true })
  await cloning(site, site.remote ?? '').done
  expect((await leftIn(site)).toSorted()).toEqual(['site', ...parts.slice(1)].toSorted())
})

test('cancelled before it began, it asks nobody', async () => {
  await using site = await contentRepo({ a: 'a' }).withRemote().build()
  await using server = await gitHttpServer(site.top)
  const clone = cloning(site, `${server.url}/remote.git`)
  clone.abort.abort()
  await expect(clone.done).rejects.toMatchObject({ code: 'cancelled' })
  expect(server.asked).toEqual([])
})
