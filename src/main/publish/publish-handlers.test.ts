import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SyncState } from '../../shared/ipc/publish-calls.ts'
import type { CallContext } from '../lib/call-context.ts'
import { openSite } from '../repo/open-site.ts'
import { type ContentRepo, contentRepo, rawGit } from '../testing/content-repo-builder.ts'
import { colleagueOf } from '../testing/publishing-site.ts'
import { createAllPublishing } from './all-publishing.ts'
import type { Clock } from './back-off.ts'
import { createPublishHandlers, marksOf } from './publish-handlers.ts'

const page = (title: string, body: string) => `---\ntitle: ${title}\n---\n${body}\n`
const identity = { name: 'Ann', email: 'ann@example.test' }

/** A clock that moves when the test says so. */
function handClock() {
  const timers: { readonly ms: number; readonly work: () => void }[] = []
  const clock: Clock = {
    after(ms, work) {
      const timer = { ms, work }
      timers.push(timer)
      return () => {
        const at = timers.indexOf(timer)
        if (at >= 0) timers.splice(at, 1)
      }
    },
    random: () => 0.5,
  }
  return { clock, timers }
}

async function window(site: ContentRepo) {
  const session = await openSite(site.root, { profileDir: site.profileDir })
  const { clock, timers } = handClock()
  const all = createAllPublishing(clock)
  const states: SyncState[] = []
  const context: CallContext = {
    windowId: 1,
    site: session,
    announce: (name, payload) => {
      if (name === 'publish.state') states.push(payload as SyncState)
    },
  }
  const publishing = all.ofContext(context)
  const handlers = createPublishHandlers({ publishingOf: all.ofContext, identity: () => null })
  return {
    session,
    context,
    states,
    timers,
    all,
    plan: () => handlers['publish.plan'](undefined, context),
    compare: (path: string) => handlers['publish.compare']({ path }, context),
    discard: (path: string) => handlers['publish.discard']({ path }, context),
    undoDiscard: (undo: string) => handlers['publish.undoDiscard']({ undo }, context),
    run: (...paths: string[]) =>
      handlers['publish.run']({ paths, summary: 'Update', identity }, context),
    state: () => handlers['publish.state'](undefined, context),
    sync: () => handlers['publish.sync'](undefined, context),
    marks: () => marksOf(publishing),
    [Symbol.asyncDispose]: async () => {
      await all.closing(session)
      await session.close()
    },
  }
}

describe('the plan says in words', () => {
  test('what changed, was added, moved, replaced and deleted, and by whom', async () => {
    await using site = await contentRepo()
      .files({
        '_visit/hours.md': page('Opening hours', '<p>One. Two. Three.</p>'),
        '_visit/old.md': page('Old', '<p>a</p><p>b</p><p>c</p>\n<p>d</p>\n<p>e</p>'),
        '_visit/gone.md': page('Gone', 'x'),
        '_about/collection.yml': 'collections:\n  about:\n    output: true\n',
        'images/a.png': 'x'.repeat(2400),
        '_data/list.yml': 'a: 1\n',
      })
      .withRemote()
      .build()
    await using on = await window(site)
    const { files } = on.session
    const edit = async (path: string, content: string) =>
      files.write(path, content, (await files.read(path)).sha)
    await edit('_visit/hours.md', page('Opening times', '<p>One. Too. Three.</p>'))
    await files.write('_visit/places/new.md', page('New', 'n'), null)
    await files.apply({
      summary: 'x',
      changes: [
        { kind: 'move', from: '_visit/old.md', to: '_about/old.md' },
        { kind: 'delete', path: '_visit/gone.md' },
      ],
    })
    await site.write('images/a.png', 'y'.repeat(80))
    const plan = await on.plan()
    expect(
      plan.items.map(({ path, kind, title, words, outside, what }) => [
        what,
        path,
        kind,
        title,
        words,
        outside,
      ]),
    ).toEqual([
      ['page', '_about/old.md', 'moved', 'Old', 'From Visit to About', false],
      ['page', '_visit/gone.md', 'deleted', 'Gone', 'Was in Visit', false],
      ['page', '_visit/hours.md', 'changed', 'Opening times', '1 sentence, title', false],
      ['page', '_visit/places/new.md', 'new', 'New', 'In Visit › Places', false],
      ['image', 'images/a.png', 'replaced', 'a.png', '2 kB, now 80 bytes', true],
    ])
    expect(plan).toMatchObject({
      summary: 'Update Opening times, add New, move Old, delete Gone',
      branch: 'main',
      identity: { name: 'Test', email: 'test@example.test' },
    })
    expect(await on.marks()).toEqual({
      '_about/old.md': 'moved',
      '_visit/gone.md': 'deleted',
      '_visit/hours.md': 'changed',
      '_visit/places/new.md': 'new',
      'images/a.png': 'changed',
    })
    expect(await on.run(...plan.items.map(({ path }) => path))).toMatchObject({
      kind: 'published',
      count: 5,
    })
    expect(await site.status()).toBe('')
    expect(await on.plan()).toMatchObject({ items: [], summary: '' })
    expect(await on.run('_visit/hours.md')).toEqual({ kind: 'nothing' })
    expect((await on.state()).state).toBe('up-to-date')
  })
})

test('compares texts and images, discards and brings back', async () => {
  await using site = await contentRepo()
    .files({ 'a.md': 'one\n', 'images/a.png': 'png' })
    .withRemote()
    .build()
  await using on = await window(site)
  await site.write('a.md', 'two\n')
  await site.write('images/a.png', 'png 2')
  await rm(join(site.root, 'images/none.png'), { force: true })
  expect(await on.compare('a.md')).toEqual({
    path: 'a.md',
    before: { text: 'one\n', image: null, bytes: 4 },
    after: { text: 'two\n', image: null, bytes: 4 },
  })
  const head = await site.git('rev-parse', 'HEAD')
  expect(await on.compare('images/a.png')).toMatchObject({
    before: { text: null, image: `media://${on.session.info.id}/@${head}/images/a.png`, bytes: 3 },
    after: { image: `media://${on.session.info.id}/images/a.png`, bytes: 5 },
  })
  const { undo } = await on.discard('a.md')
  expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('one\n')
  await on.undoDiscard(undo)
  expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('two\n')
  await rename(join(site.root, 'a.md'), join(site.root, 'b.md'))
  await site.write('b.md', 'one\n')
  expect(await on.marks()).toEqual({ 'b.md': 'moved', 'images/a.png': 'changed' })
  await on.discard('b.md')
  expect(await on.marks()).toEqual({ 'images/a.png': 'changed' })
  await expect(on.discard('a.md')).rejects.toThrow(/nothing to discard/)
})

test('without a network a publish waits, does not show again as a change, and arrives once', async () => {
  await using site = await contentRepo()
    .files({ 'a.md': 'one\n', 'b.md': 'b\n' })
    .withRemote()
    .build()
  const away = `${site.remote}.away`
  {
    await using on = await window(site)
    await rename(site.remote ?? '', away)
    await site.write('a.md', 'two\n')
    expect(await on.run('a.md')).toEqual({ kind: 'queued', count: 1 })
    expect(await on.marks()).toEqual({})
    expect(await on.state()).toMatchObject({
      state: 'waiting',
      waiting: 1,
      queue: [{ id: '1', summary: 'Update', count: 1, reason: /cannot be reached/ as never }].map(
        () => expect.objectContaining({ summary: 'Update', count: 1 }),
      ),
    })
    expect(on.timers.map(({ ms }) => ms)).toEqual([5000])
    await site.write('b.md', 'bb\n')
    expect(await on.run('b.md')).toEqual({ kind: 'queued', count: 1 })
    expect(on.timers.map(({ ms }) => ms)).toEqual([10_000])
    expect(await site.status()).toBe(' M a.md\n M b.md')
  }
  await using on = await window(site)
  expect(await on.marks()).toEqual({})
  expect((await on.state()).waiting).toBe(2)
  await rename(away, site.remote ?? '')
  expect(await on.sync()).toMatchObject({ state: 'up-to-date', waiting: 0 })
  expect(await rawGit(site.remote ?? '', 'log', '--format=%s %an', 'main')).toBe(
    'Update Ann\nUpdate Ann\nfixture Test',
  )
  expect(await site.git('rev-parse', 'HEAD')).toBe(
    await rawGit(site.remote ?? '', 'rev-parse', 'main'),
  )
  expect(await site.status()).toBe('')
  expect(await site.git('for-each-ref', 'refs/galley')).toBe('')
})

test('a site that is only shown publishes nothing and says so', async () => {
  await using site = await contentRepo({ 'a.md': 'one\n' }).withRemote().build()
  await site.git('config', 'core.fsmonitor', 'x')
  await site.write('a.md', 'two\n')
  await using on = await window(site)
  expect((await on.plan()).items).toEqual([])
  expect(await on.marks()).toEqual({})
  expect((await on.sync()).state).toBe('restricted')
  await expect(on.run('a.md')).rejects.toMatchObject({ code: 'restricted' })
  await expect(on.discard('a.md')).rejects.toMatchObject({ code: 'restricted' })
  expect(on.timers).toEqual([])
})

test('a refused publish is told in words, and its changes are listed again', async () => {
  await using site = await contentRepo({ 'a.md': 'one\n' }).withRemote().build()
  await site.write('a.md', 'two\n')
  await rawGit(site.remote ?? '', 'config', 'core.fsmonitor', 'x')
  await using on = await window(site)
  await expect(on.run('a.md')).rejects.toMatchObject({ code: 'refused' })
  expect(await on.marks()).toEqual({ 'a.md': 'changed' })
  expect(await on.state()).toMatchObject({ state: 'refused', waiting: 0 })
  expect(on.states.map(({ state }) => state)).toEqual(['working', 'refused'])
})

test('others’ changes are looked for soon after opening, and told', async () => {
  await using site = await contentRepo({ 'a.md': 'one\n' }).withRemote().build()
  await (await colleagueOf(site))({ 'b.md': 'b\n' })
  await using on = await window(site)
  on.all.opened(on.session, on.context.announce)
  expect(on.timers.map(({ ms }) => ms)).toEqual([1500])
  await on.sync()
  expect(on.states.at(-1)).toMatchObject({ state: 'incoming', incoming: 1 })
  expect(on.timers.map(({ ms }) => ms)).toEqual([300_000])
  await on.all.closing(on.session)
  expect(on.timers).toEqual([])
})
