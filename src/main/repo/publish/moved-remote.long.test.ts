import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentRepo } from '../../testing/content-repo-builder.ts'
import { bareGit, colleagueOf, openPublishing } from '../../testing/publishing-site.ts'
import { shaOf } from '../disk.ts'

test('other files come in, also where this folder has CRLF', async () => {
  await using site = await contentRepo()
    .files({ 'mine.md': 'm\n', 'theirs.md': 't\n', 'gone.md': 'g\n' })
    .withRemote()
    .crlf()
    .build()
  const theirs = await colleagueOf(site)
  await theirs({ 'theirs.md': 't\nmore\n', 'gone.md': null, 'n/new.md': 'n\n' })
  await using on = await openPublishing(site)
  await site.write('mine.md', 'm\r\nmine\r\n')
  expect((await on.publish(['mine.md'], 'Mine')).kind).toBe('published')
  expect(await bareGit(site, 'log', '--format=%s', 'main')).toBe('Mine\nTheirs\nfixture')
  expect(await site.git('rev-parse', 'HEAD')).toBe(await bareGit(site, 'rev-parse', 'main'))
  expect(await readFile(join(site.root, 'theirs.md'), 'utf8')).toBe('t\r\nmore\r\n')
  expect(await readFile(join(site.root, 'n/new.md'), 'utf8')).toBe('n\n')
  expect(await on.changes()).toEqual([])
  const listed = await on.session.files.list()
  expect(listed.map(({ path }) => path)).toEqual(['mine.md', 'n/new.md', 'theirs.md'])
})

/** A file that both sides changed, and one each side changed alone. */
const clashing = async () => {
  const site = await contentRepo()
    .files({ 'a.md': 'base\n', 'b.md': 'b\n', 'c.md': 'c\n' })
    .withRemote()
    .build()
  const theirs = await colleagueOf(site)
  await theirs({ 'a.md': 'theirs\n', 'c.md': 'theirs too\n' })
  await site.write('a.md', 'mine\n')
  await site.write('b.md', 'mine too\n')
  return { site, theirs }
}

describe('a file changed on both sides', () => {
  test('waits while the rest is published, and nothing of it is lost', async () => {
    const { site } = await clashing()
    await using _ = site
    await using on = await openPublishing(site)
    expect((await on.publish(['a.md', 'b.md'], 'Mine')).kind).toBe('published')
    expect(await bareGit(site, 'show', 'main:a.md')).toBe('theirs')
    expect(await bareGit(site, 'show', 'main:b.md')).toBe('mine too')
    expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('mine\n')
    expect(await readFile(join(site.root, 'c.md'), 'utf8')).toBe('theirs too\n')
    const [clash] = await on.publisher.clashes()
    const text = (bytes: Uint8Array | null | undefined) => bytes && Buffer.from(bytes).toString()
    expect([text(clash?.base), text(clash?.mine), text(clash?.theirs), clash?.author]).toEqual([
      'base\n',
      'mine\n',
      'theirs\n',
      'Test',
    ])
    // Until somebody decides it is published by nobody, however often it is asked for.
    expect((await on.publish(['a.md'])).kind).toBe('nothing')
  })

  test.each([
    ['mine', null, 'mine\n', 'mine'],
    ['theirs', null, 'theirs\n', 'theirs'],
    ['both', 'mine\ntheirs\n', 'mine\ntheirs\n', 'mine\ntheirs'],
  ] as const)('%s is kept', async (choice, text, inFolder, onSite) => {
    const { site } = await clashing()
    await using _ = site
    await using on = await openPublishing(site)
    await on.publisher.sync()
    expect((await on.publisher.clashes()).map(({ path }) => path)).toEqual(['a.md'])
    await on.publisher.resolve({
      path: 'a.md',
      choice,
      text,
      theirsSha: shaOf(Buffer.from('theirs\n')),
    })
    expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe(inFolder)
    expect(await on.publisher.clashes()).toEqual([])
    await on.publish(['a.md', 'b.md'])
    expect(await bareGit(site, 'show', 'main:a.md')).toBe(onSite)
  })

  test('a decision about an older version of theirs is not taken', async () => {
    const { site, theirs } = await clashing()
    await using _ = site
    await using on = await openPublishing(site)
    await on.publisher.sync()
    await theirs({ 'a.md': 'theirs again\n' })
    await on.publisher.sync()
    const theirsSha = shaOf(Buffer.from('theirs\n'))
    await expect(
      on.publisher.resolve({ path: 'a.md', choice: 'theirs', text: null, theirsSha }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('mine\n')
    await on.publisher.resolve({ path: 'a.md', choice: 'theirs', text: null, theirsSha: null })
    expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('theirs again\n')
  })

  test('survives a restart, and is over when both are equal', async () => {
    const { site } = await clashing()
    await using _ = site
    {
      await using on = await openPublishing(site)
      await on.publisher.sync()
    }
    await using on = await openPublishing(site)
    expect((await on.publisher.clashes()).length).toBe(1)
    await site.write('a.md', 'theirs\n')
    expect(await on.publisher.clashes()).toEqual([])
    expect(await on.changes()).toEqual(['M b.md'])
  })
})

test('a file changed on both sides stays noted, whoever looks while the work of others comes in', async () => {
  const { site } = await clashing()
  await using _ = site
  await using on = await openPublishing(site)
  // The window asks for marks as soon as a file changes: then the branch has not moved yet.
  const looks: Promise<unknown>[] = []
  on.session.files.watch(() => {
    looks.push(on.publisher.unpublished(), on.publisher.clashes())
  })
  await on.publish(['a.md'], 'Mine')
  await Promise.all(looks)
  expect(looks.length).toBeGreaterThan(0)
  expect((await on.publisher.clashes()).map(({ path }) => path)).toEqual(['a.md'])
  expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('mine\n')
  expect((await on.publish(['a.md'])).kind).toBe('nothing')
  expect(await bareGit(site, 'show', 'main:a.md')).toBe('theirs')
})

test.each([
  ['changed here, deleted there', { 'a.md': 'mine\n' }, { 'a.md': null }],
  ['deleted here, changed there', { 'a.md': null }, { 'a.md': 'theirs\n' }],
  ['new here and there', { 'n.md': 'mine\n' }, { 'n.md': 'theirs\n' }],
  ['a file here, a folder there', { n: 'mine\n' }, { 'n/x.md': 'theirs\n' }],
])('%s: a clash', async (_, mine, theirs) => {
  await using site = await contentRepo({ 'a.md': 'a\n', 'b.md': 'b\n' }).withRemote().build()
  await (await colleagueOf(site))(theirs)
  for (const [path, content] of Object.entries(mine)) {
    if (content === null) await rm(join(site.root, path))
    else await site.write(path, content)
  }
  await site.write('b.md', 'B\n')
  await using on = await openPublishing(site)
  const before = await readFile(join(site.root, Object.keys(mine)[0] ?? ''), 'utf8').catch(
    () => null,
  )
  const done = await on.publish([...Object.keys(mine), 'b.md'])
  expect(done.kind).toBe('published')
  expect(await bareGit(site, 'show', 'main:b.md')).toBe('B')
  const clashes = (await on.publisher.clashes()).map(({ path }) => path)
  expect(clashes).toEqual([Object.keys(theirs)[0]])
  const after = await readFile(join(site.root, Object.keys(mine)[0] ?? ''), 'utf8').catch(
    () => null,
  )
  expect(after).toBe(before)
})

test('words saved while the work of others comes in are not written over: they wait for a decision', async () => {
  await using site = await contentRepo()
    .files({ 'a.md': 'base\n', 'b.md': 'b\n' })
    .withRemote()
    .build()
  await (await colleagueOf(site))({ 'a.md': 'theirs\n', 'b.md': 'theirs too\n' })
  await using on = await openPublishing(site)
  const { files } = on.session
  const apply = files.apply.bind(files)
  let saved = false
  Object.assign(files, {
    apply: async (plan: Parameters<typeof apply>[0]) => {
      // The editor saves between the look at the folder and the step.
      if (!saved) await files.write('a.md', 'mine\n', (await files.read('a.md')).sha)
      saved = true
      return apply(plan)
    },
  })
  await on.publisher.sync()
  expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('mine\n')
  expect(await readFile(join(site.root, 'b.md'), 'utf8')).toBe('theirs too\n')
  expect((await on.publisher.clashes()).map(({ path }) => path)).toEqual(['a.md'])
  expect((await on.publish(['a.md'])).kind).toBe('nothing')
  expect(await bareGit(site, 'show', 'main:a.md')).toBe('theirs')
})

test('the same change on both sides is no clash', async () => {
  await using site = await contentRepo({ 'a.md': 'a\n' }).withRemote().build()
  await (await colleagueOf(site))({ 'a.md': 'same\n' })
  await site.write('a.md', 'same\n')
  await using on = await openPublishing(site)
  expect((await on.publish(['a.md'])).kind).toBe('published')
  expect(await bareGit(site, 'log', '--format=%s', 'main')).toBe('Theirs\nfixture')
  expect(await site.status()).toBe('')
  expect(await on.changes()).toEqual([])
})

test('a file that git ignores here is never overwritten by one that comes in', async () => {
  await using site = await contentRepo({ '.gitignore': 'secret.md\n' }).withRemote().build()
  await site.write('secret.md', 'only here\n')
  const theirs = await colleagueOf(site)
  await theirs({ '.gitignore': '\n', 'secret.md': 'theirs\n' })
  await using on = await openPublishing(site)
  await on.publisher.sync()
  expect(await readFile(join(site.root, 'secret.md'), 'utf8')).toBe('only here\n')
  expect((await on.publisher.clashes()).map(({ path }) => path)).toEqual(['secret.md'])
})

test('a race: the site moves while a publish is on its way', async () => {
  await using site = await contentRepo({ 'a.md': 'a\n', 'b.md': 'b\n' }).withRemote().build()
  const theirs = await colleagueOf(site)
  await using on = await openPublishing(site)
  await site.write('a.md', 'A\n')
  await on.publisher.unpublished()
  const [done] = await Promise.all([on.publish(['a.md'], 'Mine'), theirs({ 'b.md': 'B\n' })])
  const again = done.kind === 'published' ? done : await on.publisher.sync()
  expect(['published', 'together']).toContain(again.kind)
  await on.publisher.sync()
  expect((await bareGit(site, 'log', '--format=%s', 'main')).split('\n').toSorted()).toEqual(
    ['Mine', 'Theirs', 'fixture'].toSorted(),
  )
  expect(await readFile(join(site.root, 'b.md'), 'utf8')).toBe('B\n')
  expect(await site.status()).toBe('')
})
