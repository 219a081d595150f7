import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bundleProgram, seededRandom } from '../../testing/child-program.ts'
import { type ContentRepo, contentRepo } from '../../testing/content-repo-builder.ts'
import { type Fault, httpRemote, type Step } from '../../testing/http-remote.ts'
import { bareGit, openPublishing } from '../../testing/publishing-site.ts'

let program: Awaited<ReturnType<typeof bundleProgram>>

beforeAll(async () => {
  vi.stubEnv('GALLEY_ALLOW_HTTP', '1')
  program = await bundleProgram(join(import.meta.dirname, '../../testing/publishing-child.ts'))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await program[Symbol.asyncDispose]()
})

const twoPages = () => contentRepo({ 'a.md': 'a\n', 'b.md': 'b\n' }).withRemote().build()

/** Once all is well again: the page is on the site by exactly one commit, and nothing is left behind. */
async function expectOneCommit(site: ContentRepo): Promise<void> {
  await using on = await openPublishing(site)
  await on.publisher.sync()
  await on.publish(['a.md'], 'Mine')
  expect(await bareGit(site, 'log', '--format=%s', 'main')).toBe('Mine\nfixture')
  expect(await bareGit(site, 'show', 'main:a.md')).toBe('A')
  expect(await site.git('rev-parse', 'HEAD')).toBe(await bareGit(site, 'rev-parse', 'main'))
  expect(on.publisher.waiting()).toEqual([])
  expect(await site.git('for-each-ref', 'refs/galley')).toBe('')
  await on.publisher.sync()
  expect(await site.status()).toBe('')
  expect(await site.git('fsck', '--no-dangling')).toBe('')
}

/** Fails the first time a step is asked for, and never again. */
function onceAt(step: Step, fault: Fault, nth = 1) {
  let seen = 0
  return (asked: Step) => {
    if (asked !== step) return null
    seen += 1
    return seen === nth ? fault : null
  }
}

describe('the line to the server', () => {
  test.each([
    ['an answer lost after the push was done', onceAt('push', { kind: 'lose' })],
    ['a push that is cut', onceAt('push', { kind: 'cut' })],
    ['a server that is overloaded', onceAt('offer', { kind: 'answer', status: 503, body: '' })],
    ['no answer to the question after the push', onceAt('look', { kind: 'cut' }, 2)],
    [
      'a network that wants a sign-in first',
      onceAt('look', { kind: 'answer', status: 200, body: '<html>' }),
    ],
  ])('%s: one commit', async (_, decide) => {
    await using site = await twoPages()
    await using server = await httpRemote(site)
    await site.write('a.md', 'A\n')
    {
      await using on = await openPublishing(site)
      server.on(decide)
      await on.publish(['a.md'], 'Mine')
    }
    server.on(() => null)
    await expectOneCommit(site)
  })

  test('a lost answer counts as published', async () => {
    await using site = await twoPages()
    await using server = await httpRemote(site)
    await site.write('a.md', 'A\n')
    await using on = await openPublishing(site)
    server.on(onceAt('push', { kind: 'lose' }))
    expect((await on.publish(['a.md'], 'Mine')).kind).toBe('published')
    expect(server.asked.filter((step) => step === 'offer')).toHaveLength(1)
  })

  test.each([
    [401, 'waiting', 'sign-in'],
    [403, 'refused', 'refused'],
    [404, 'waiting', 'sign-in'],
    [500, 'waiting', 'offline'],
  ])('%i is told in words, and nothing is lost', async (status, kind, failure) => {
    await using site = await twoPages()
    await using server = await httpRemote(site)
    await site.write('a.md', 'A\n')
    {
      await using on = await openPublishing(site)
      server.on(() => ({ kind: 'answer', status, body: 'no' }))
      const done = await on.publish(['a.md'], 'Mine')
      expect(done).toMatchObject({
        kind: 'waiting',
        delivery: { kind, failure: { kind: failure } },
      })
      expect(on.publisher.waiting().length).toBe(kind === 'waiting' ? 1 : 0)
      expect(await on.changes()).toEqual(kind === 'waiting' ? [] : ['M a.md'])
    }
    server.on(() => null)
    await expectOneCommit(site)
  })

  test('an http address is refused without the switch', async () => {
    await using site = await twoPages()
    await using server = await httpRemote(site)
    await site.write('a.md', 'A\n')
    vi.stubEnv('GALLEY_ALLOW_HTTP', '0')
    await using on = await openPublishing(site)
    expect(await on.publish(['a.md'])).toMatchObject({ delivery: { kind: 'refused' } })
    vi.stubEnv('GALLEY_ALLOW_HTTP', '1')
    expect(server.asked).toEqual([])
  })
})

describe('Galley is killed', () => {
  test.each<readonly [string, Step, number, Fault]>([
    ['before the commit', 'look', 1, { kind: 'cut' }],
    ['between commit and push', 'offer', 1, { kind: 'cut' }],
    ['while it pushes', 'push', 1, { kind: 'cut' }],
    ['after the push, before the answer', 'push', 1, { kind: 'lose' }],
    ['between push and confirmation', 'look', 2, { kind: 'cut' }],
  ])('%s: one commit', async (_, step, nth, fault) => {
    await using site = await twoPages()
    await using server = await httpRemote(site)
    await site.write('a.md', 'A\n')
    const child = program.run(site.root, site.profileDir)
    const fails = onceAt(step, fault, nth)
    server.on((asked) => {
      const now = fails(asked)
      if (now) child.kill('SIGKILL')
      return now
    })
    await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')
    server.on(() => null)
    await expectOneCommit(site)
  })

  test('at any moment: one commit', { timeout: 120_000 }, async () => {
    const random = seededRandom(7)
    for (let round = 0; round < 8; round++) {
      await using site = await twoPages()
      await site.write('a.md', 'A\n')
      const child = program.run(site.root, site.profileDir)
      await once(child.stdout ?? child, 'data')
      await new Promise((resolve) => {
        setTimeout(resolve, random() * 400)
      })
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      await expectOneCommit(site)
    }
  })
})
