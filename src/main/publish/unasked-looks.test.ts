import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSite, siteIdOf } from '../repo/open-site.ts'
import { agreeByCloning } from '../repo/publish/agreed-remote.ts'
import { contentRepo } from '../testing/content-repo-builder.ts'
import { createAllPublishing } from './all-publishing.ts'

/** A server that counts who comes and says nothing. */
async function doorbell() {
  let rung = 0
  const server = createServer((socket) => {
    rung += 1
    socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `https://127.0.0.1:${port}/site.git`,
    count: () => rung,
    [Symbol.asyncDispose]: () => new Promise<void>((done) => void server.close(() => done())),
  }
}

async function windowOf(site: { readonly root: string; readonly profileDir: string }) {
  const session = await openSite(site.root, { profileDir: site.profileDir })
  const timers: (() => void)[] = []
  const all = createAllPublishing({
    after(_, work) {
      timers.push(work)
      return () => undefined
    },
    random: () => 0.5,
  })
  all.opened(session, () => undefined)
  return {
    publishing: all.ofSite(session),
    /** The look that comes by itself, to its end: the next one is planned. */
    async untilLooked() {
      const planned = timers.length
      timers.at(-1)?.()
      await expect.poll(() => timers.length, { timeout: 20_000 }).toBeGreaterThan(planned)
    },
    [Symbol.asyncDispose]: async () => {
      await all.closing(session)
      await session.close()
    },
  }
}

test('opening a site asks nobody; once the user has looked, Galley looks by itself', async () => {
  await using door = await doorbell()
  await using site = await contentRepo({ 'a.md': 'one\n' }).build()
  await site.git('remote', 'add', 'origin', door.url)
  {
    await using on = await windowOf(site)
    await on.untilLooked()
    expect(on.publishing?.state().state).toBe('unknown')
    expect(door.count()).toBe(0)
    await on.publishing?.sync()
    expect(door.count()).toBeGreaterThan(0)
  }
  const before = door.count()
  await using again = await windowOf(site)
  await again.untilLooked()
  expect(door.count()).toBeGreaterThan(before)
})

test('another address in the settings has to be agreed to anew', async () => {
  await using door = await doorbell()
  await using site = await contentRepo({ 'a.md': 'one\n' }).build()
  const stateDir = join(site.profileDir, 'sites', siteIdOf(site.root))
  await agreeByCloning(stateDir, 'https://127.0.0.1:1/site.git')
  await site.git('remote', 'add', 'origin', door.url)
  await using on = await windowOf(site)
  await on.untilLooked()
  expect(door.count()).toBe(0)
})

test('a site that was cloned is looked at by itself', async () => {
  await using door = await doorbell()
  await using site = await contentRepo({ 'a.md': 'one\n' }).build()
  const stateDir = join(site.profileDir, 'sites', siteIdOf(site.root))
  await agreeByCloning(stateDir, door.url)
  await site.git('remote', 'add', 'origin', door.url)
  await using on = await windowOf(site)
  await on.untilLooked()
  expect(door.count()).toBeGreaterThan(0)
})
