import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentRepo } from '../../testing/content-repo-builder.ts'
import { bareGit, openPublishing } from '../../testing/publishing-site.ts'
import { platformRules } from '../platform-rules.ts'

describe('one edited page', () => {
  test('becomes one commit on the remote, on the branch, and in the index', async () => {
    await using site = await contentRepo()
      .files({ 'a/b/page.md': 'one\ntwo\nthree\n', 'a/other.md': 'o\n', 'z.md': 'z\n' })
      .withRemote()
      .build()
    await using on = await openPublishing(site)
    await site.write('a/b/page.md', 'one\nTWO\nthree\n')
    await site.write('z.md', 'left alone\n')
    expect(await on.changes()).toEqual(['M a/b/page.md', 'M z.md'])
    const done = await on.publish(['a/b/page.md'], 'Update the page\n\n# not a comment')
    expect(done.kind).toBe('published')
    expect(await bareGit(site, 'show', '--format=%an <%ae>|%cn|%B', '-U0', 'main')).toBe(
      [
        'Ann Editor <ann@example.test>|Ann Editor|Update the page',
        '',
        '# not a comment',
        '',
        'diff --git a/a/b/page.md b/a/b/page.md',
        `index ${await site.git('rev-parse', '--short', 'HEAD~:a/b/page.md')}..${await site.git('rev-parse', '--short', 'HEAD:a/b/page.md')} 100644`,
        '--- a/a/b/page.md',
        '+++ b/a/b/page.md',
        '@@ -2 +2 @@ one',
        '-two',
        '+TWO',
      ].join('\n'),
    )
    expect(await site.git('rev-parse', 'HEAD')).toBe(await bareGit(site, 'rev-parse', 'main'))
    expect(await site.git('rev-parse', 'origin/main')).toBe(await site.git('rev-parse', 'HEAD'))
    expect(await site.status()).toBe(' M z.md')
    expect(await site.git('for-each-ref', 'refs/galley')).toBe('')
    expect(await site.git('fsck')).toBe('')
    expect(await on.changes()).toEqual(['M z.md'])
    expect((await on.publish(['a/b/page.md'])).kind).toBe('nothing')
  })
})

test('new, moved, deleted, emptied folders, names of every kind, and the executable bit', async () => {
  const names = [
    '-rf',
    'a"b.md',
    'naïve – ü.md',
    'new\nline.md',
    'tab\tname.md',
    '*.md',
    'Is it?.md',
  ]
  await using site = await contentRepo()
    .files({ 'gone/only.md': 'x\n', 'tool.sh': 'run\n', 'moved.md': 'text\n', 'keep/x.md': 'k\n' })
    .symlink('link', 'keep')
    .withRemote()
    .build()
  await chmod(join(site.root, 'tool.sh'), 0o755)
  await site.git('commit', '-qam', 'executable')
  await site.git('push', '-q')
  await using on = await openPublishing(site)
  await rm(join(site.root, 'gone'), { recursive: true })
  await mkdir(join(site.root, 'deep/er'), { recursive: true })
  await rename(join(site.root, 'moved.md'), join(site.root, 'deep/er/moved.md'))
  await site.write('tool.sh', 'run more\n')
  for (const name of names) await site.write(name, `named ${name}\n`)
  const paths = ['gone/only.md', 'moved.md', 'deep/er/moved.md', 'tool.sh', ...names]
  expect((await on.changes()).map((change) => change.slice(2)).toSorted()).toEqual(paths.toSorted())
  expect((await on.publish(paths)).kind).toBe('published')
  expect(await site.status()).toBe('')
  expect(await site.git('ls-tree', '-r', 'HEAD', 'tool.sh', 'link')).toMatch(/^120000.*\n100755/)
  expect(
    (await site.git('ls-tree', '-r', '-z', '--name-only', 'HEAD'))
      .split('\0')
      .filter(Boolean)
      .toSorted(),
  ).toEqual(['keep/x.md', 'link', 'tool.sh', 'deep/er/moved.md', ...names].toSorted())
  expect(await site.git('fsck')).toBe('')
})

test('a folder with CRLF: nothing has changed, and one edited line is one changed line', async () => {
  await using site = await contentRepo()
    .files({ 'a.md': 'one\ntwo\nthree\n', 'b.md': 'b\n' })
    .withRemote()
    .crlf()
    .build()
  await using on = await openPublishing(site)
  expect(await on.changes()).toEqual([])
  await site.write('a.md', 'one\r\nTWO\r\nthree\r\n')
  expect(await on.changes()).toEqual(['M a.md'])
  expect((await on.publish(['a.md'])).kind).toBe('published')
  expect(await site.git('diff', '--numstat', 'HEAD~', 'HEAD')).toBe('1\t1\ta.md')
  expect(await readFile(join(site.root, 'a.md'), 'utf8')).toBe('one\r\nTWO\r\nthree\r\n')
  expect(await on.changes()).toEqual([])
})

test('paths this system cannot keep are published like any other', async () => {
  await using site = await contentRepo()
    .files({
      'Is it?/a.md': 'one\n',
      'aux.md': 'x\n',
      'readme.md': 'lower\n',
      'README.md': 'UPPER\n',
    })
    .withRemote()
    .build()
  // As Galley clones it on Windows: not in the folder, and git knows.
  await site.git('update-index', '--skip-worktree', 'Is it?/a.md', 'aux.md', 'readme.md')
  for (const path of ['Is it?', 'aux.md', 'readme.md'])
    await rm(join(site.root, path), { recursive: true })
  await using on = await openPublishing(site, platformRules.windows)
  expect(await on.changes()).toEqual([])
  const { files } = on.session
  const { sha } = await files.read('Is it?/a.md')
  await files.write('Is it?/a.md', 'two\n', sha)
  await files.apply({
    summary: 'x',
    changes: [
      { kind: 'delete', path: 'aux.md' },
      { kind: 'write', path: 'readme.md', content: 'lower, edited\n' },
      { kind: 'write', path: 'new: page.md', content: 'new\n' },
    ],
  })
  const paths = ['Is it?/a.md', 'aux.md', 'new: page.md', 'readme.md']
  expect((await on.changes()).map((change) => change.slice(2))).toEqual(paths)
  expect((await on.publish(paths)).kind).toBe('published')
  expect(await bareGit(site, 'show', 'main:Is it?/a.md')).toBe('two')
  expect(await bareGit(site, 'show', 'main:new: page.md')).toBe('new')
  expect(await bareGit(site, 'show', 'main:readme.md')).toBe('lower, edited')
  expect(await bareGit(site, 'show', 'main:README.md')).toBe('UPPER')
  expect(await on.changes()).toEqual([])
  expect(await site.status()).toBe('')
})

test('what others staged stays staged', async () => {
  await using site = await contentRepo()
    .files({ 'a.md': 'a\n', 'b.md': 'b\n' })
    .withRemote()
    .build()
  await site.write('b.md', 'staged\n')
  await site.write('c.md', 'staged too\n')
  await site.git('add', 'b.md', 'c.md')
  await site.write('a.md', 'A\n')
  await using on = await openPublishing(site)
  expect((await on.publish(['a.md'])).kind).toBe('published')
  expect(await site.status()).toBe('M  b.md\nA  c.md')
})
