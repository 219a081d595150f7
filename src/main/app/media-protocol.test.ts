import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSite } from '../repo/open-site.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { contentRepo } from '../testing/content-repo-builder.ts'
import { answerMedia } from './media-protocol.ts'

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4, 5, 6, 7, 8])
const svg =
  '<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'

let site: SiteSession
let repo: Awaited<ReturnType<ReturnType<typeof contentRepo>['build']>>
let outside = ''

beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'galley-media-'))
  writeFileSync(join(outside, 'secret.png'), png)
  repo = await contentRepo()
    .file('images/a.png', png)
    .file('images/really.png', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]))
    .file('images/drawn.svg', svg)
    .file('images/heavy.svg', '<svg><g id="a"><use href="#a"/></g></svg>')
    .file('images/page.svg', '<html><svg></svg></html>')
    .file('images/lfs.png', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n')
    .file('images/empty.png', '')
    .file('index.md', '---\ntitle: Home\n---\n')
    .build()
  const at = (path: string) => join(repo.root, path)
  mkdirSync(at('links'))
  symlinkSync(join(outside, 'secret.png'), at('links/out.png'))
  symlinkSync(outside, at('links/folder'))
  mkdirSync(at('images/folder.png'))
  writeFileSync(at('images/huge.png'), png)
  truncateSync(at('images/huge.png'), 1024 * 1024 * 1024)
  writeFileSync(at('images/a.png'), Buffer.concat([png, png]))
  site = await openSite(repo.root, { profileDir: outside })
})
afterAll(async () => {
  await site.close()
  await repo[Symbol.asyncDispose]()
  rmSync(outside, { recursive: true })
})

const source = {
  siteOf: (id: string) => (id === site.info.id ? site : null),
  readVersion: (s: SiteSession, path: string) => s.files.published(path),
  thumbnailOf: async (_: SiteSession, path: string, width: number) =>
    path.endsWith('.tiff') ? Buffer.from(`RIFF\0\0\0\0WEBP${width}`) : null,
}
const get = (path: string, init: RequestInit = {}, id = site.info.id) =>
  answerMedia(new Request(`media://${id}/${path}`, init), source)

test('a small picture is WebP whatever the file is, and the file itself where there is none', async () => {
  const small = await get('@thumb-320/images/scan.tiff')
  expect(small.headers.get('content-type')).toBe('image/webp')
  expect(await small.text()).toMatch(/320$/)
  const own = await get('@thumb-320/images/a.png')
  expect(own.headers.get('content-type')).toBe('image/png')
  expect((await get('@thumb-320/index.md')).status).toBe(415)
})

test('a picture of an open site, with headers that make nothing else of it', async () => {
  const response = await get('images/a.png')
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': '32',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  })
  expect((await response.arrayBuffer()).byteLength).toBe(32)
})

test('the same picture as it was published', async () => {
  const response = await get('@published/images/a.png')
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png)
})

test('parts of it, and its size alone', async () => {
  const part = await get('images/a.png', { headers: { range: 'bytes=1-3' } })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 1-3/32'])
  expect(Buffer.from(await part.arrayBuffer()).toString('latin1')).toBe('PNG')
  expect((await get('images/a.png', { headers: { range: 'bytes=99-' } })).status).toBe(416)
  const head = await get('images/a.png', { method: 'HEAD' })
  expect([head.headers.get('content-length'), await head.text()]).toEqual(['32', ''])
})

describe('its content decides its type', () => {
  test.each([
    ['images/really.png', 200, 'image/jpeg'],
    ['images/drawn.svg', 200, 'image/svg+xml'],
    ['images/page.svg', 415, null],
    ['images/heavy.svg', 415, null],
    ['images/lfs.png', 415, null],
    ['images/empty.png', 415, null],
    ['index.md', 415, null],
  ])('%s: %i', async (path, status, type) => {
    const response = await get(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type])
  })
})

describe('refuses', () => {
  test.each([
    ['links/out.png'],
    ['links/folder/secret.png'],
    ['images/folder.png'],
    ['images/missing.png'],
    ['images/huge.png'],
    ['.git/config'],
    ['.GIT/config'],
    ['images'],
  ])('%s', async (path) => {
    const response = await get(path)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.text()).toBe('')
  })
  test('a site that is not open, and other methods', async () => {
    expect((await get('images/a.png', {}, 'other')).status).toBe(404)
    expect((await get('images/a.png', { method: 'POST' })).status).toBe(405)
  })
  test.skipIf(process.platform === 'win32')('a pipe, without waiting for it', async () => {
    execFileSync('mkfifo', [join(repo.root, 'images/pipe.png')])
    expect((await get('images/pipe.png')).status).toBeGreaterThanOrEqual(400)
  })
})
