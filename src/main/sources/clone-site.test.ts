import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { lstat, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
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
  expect(await clone.done).toBe(clone.folder)
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
      const clone = cloning(site, site.remote ?? '', { rules: windows })
      await clone.done
      const there = await readdir(clone.folder, { recursive: true })
      expect(there.filter((path) => !path.startsWith('.git')).toSorted()).toEqual([
        'README.md',
        'plain',
        'plain/é.md',
      ])
      expect(await rawGit(clone.folder, 'status', '--porcelain')).toBe('')
      expect(await auditRepository(clone.folder)).toMatchObject({ kind: 'clean' })
      const session = await openSite(clone.folder, { profileDir: site.profileDir, rules: windows })
      const listed = (await session.files.list()).map(({ path }) => path)
      expect(listed.toSorted()).toEqual(Object.keys(odd).toSorted())
      for (const [path, text] of Object.entries(odd))
        expect(Buffer.from((await session.files.read(path)).bytes).toString(), path).toBe(text)
      await session.close()
    })

    test('with the rules of Linux all are written, and the longest too', async () => {
      await using site = await contentRepo(odd).withRemote().build()
      const clone = cloning(site, site.remote ?? '', { rules: platformRules.linux })
      await clone.done
      for (const [path, text] of Object.entries(odd))
        expect(await readFile(join(clone.folder, path), 'utf8'), path).toBe(text)
      expect(await rawGit(clone.folder, 'status', '--porcelain')).toBe('')
    })

    test('names that are no text, and names too long for any disk', async () => {
      await using site = await contentRepo({ 'a.md': 'a' }).withRemote().build()
      const blob = await site.git('rev-parse', 'HEAD:a.md')
      const tree = (names: readonly string[]) =>
        Buffer.concat(names.map((name) => Buffer.from(`100644 blob ${blob}\t${name}\0`, 'latin1')))
      const { spawnSync } = await import('node:child_process')
      const bare = site.remote ?? ''
      const made = spawnSync('git', ['mktree', '-z'], {
        cwd: bare,
        input: tree(['a.md', 'caf\xe9.md', `${'x'.repeat(300)}.md`]),
      })
      const id = made.stdout.toString().trim()
      const commit = await site.git('--git-dir', bare, 'commit-tree', id, '-m', 'odd')
      await rawGit(bare, 'update-ref', 'refs/heads/main', commit)
      const clone = cloning(site, bare, { rules: platformRules.macos })
      await clone.done
      expect((await readdir(clone.folder)).toSorted()).toEqual(['.git', 'a.md'])
      expect(await rawGit(clone.folder, 'status', '--porcelain')).toBe('')
    })
  },
)

test('links are not made, in whatever place they lead', async () => {
  await using site = await contentRepo({ 'a.md': 'a' })
    .symlink('images', '/etc')
    .symlink('up', '..')
    .withRemote()
    .build()
  const clone = cloning(site, site.remote ?? '')
  await clone.done
  await expect(lstat(join(clone.folder, 'images'))).rejects.toThrow()
  expect(await rawGit(clone.folder, 'status', '--porcelain')).toBe('')
  expect(await rawGit(clone.folder, 'ls-files')).toBe('a.md\nimages\nup')
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
  const clone = cloning(site, bare)
  await clone.done
  for (const [path, text] of Object.entries(files))
    expect(await readFile(join(clone.folder, path), 'utf8'), path).toBe(text)
  expect(existsSync(join(clone.folder, '.git/info/attributes'))).toBe(false)
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

test('cancelled before it began, it asks nobody', async () => {
  await using site = await contentRepo({ a: 'a' }).withRemote().build()
  await using server = await gitHttpServer(site.top)
  const clone = cloning(site, `${server.url}/remote.git`)
  clone.abort.abort()
  await expect(clone.done).rejects.toMatchObject({ code: 'cancelled' })
  expect(server.asked).toEqual([])
})
