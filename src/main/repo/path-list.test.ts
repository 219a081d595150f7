import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { headCommit } from './head-commit.ts'
import { openPathList } from './path-list.ts'

const root = mkdtempSync(join(tmpdir(), 'galley-paths-'))
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], {
    cwd: root,
    encoding: 'utf8',
  })

function write(path: string, text = 'x') {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function ask(): readonly string[] {
  const list = (which: readonly string[]) => git('ls-files', '-z', ...which).split('\0')
  const all = [...list(['--cached']), ...list(['--others', '--exclude-standard'])]
  return [...new Set(all.filter(Boolean))].toSorted()
}

let asked = 0
const folders = ['', 'pages', 'pages/old', 'empty', 'logs', '.gitignore']
const paths = openPathList({
  root,
  settledMs: 0,
  placesIn: async () => folders,
  ask: async () => {
    asked++
    return ask()
  },
})

beforeAll(() => {
  git('init', '-q', '-b', 'main')
  for (const path of ['pages/a.md', 'pages/old/b.md', 'logs/x.log', 'index.md']) write(path)
  mkdirSync(join(root, 'empty'))
  write('.gitignore', '*.log\n')
  git('add', '-A')
  git('commit', '-qm', 'one')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a list of paths', () => {
  beforeEach(async () => {
    await paths()
    asked = 0
  })

  test('is not asked for again while nothing changes', async () => {
    expect(await paths()).toEqual(ask())
    expect(await paths()).toEqual(ask())
    expect(asked).toBe(0)
  })

  test('does not care for words inside of files', async () => {
    writeFileSync(join(root, 'index.md'), 'other words')
    expect(await paths()).toEqual(ask())
    expect(asked).toBe(0)
  })

  test.each<[string, () => void]>([
    ['a file in a folder', () => write('pages/new.md')],
    ['a file in a folder that was empty', () => write('empty/new.md')],
    ['a file that is not ignored, among ignored ones', () => write('logs/new.md')],
    ['a new folder', () => write('pages/fresh/deep/new.md')],
    ['a deleted file', () => rmSync(join(root, 'pages/new.md'))],
    ['a renamed file', () => renameSync(join(root, 'empty/new.md'), join(root, 'empty/n.md'))],
    ['a rule', () => appendFileSync(join(root, '.gitignore'), 'empty/\n')],
    ['a rule of this computer', () => appendFileSync(join(root, '.git/info/exclude'), '*.tmp\n')],
    ['an ignored file that is tracked now', () => git('add', '-f', 'logs/x.log')],
    ['a file that is no longer tracked', () => git('rm', '-q', '--cached', 'logs/x.log')],
  ])('is asked for again after %s', async (_, change) => {
    change()
    expect(await paths()).toEqual(ask())
    expect(asked).toBe(1)
  })
})

describe('the commit a repository stands on', () => {
  const head = () => git('rev-parse', 'HEAD').trim()
  const gitFolder = join(root, '.git')

  test('is git’s own answer: loose, packed and without a branch', async () => {
    expect(await headCommit(gitFolder)).toBe(head())
    git('pack-refs', '--all')
    expect(await headCommit(gitFolder)).toBe(head())
    git('commit', '-q', '--allow-empty', '-m', 'two')
    expect(await headCommit(gitFolder)).toBe(head())
    git('checkout', '-q', '--detach', 'HEAD~1')
    expect(await headCommit(gitFolder)).toBe(head())
  })

  test('is left to git where nothing is committed or the files say it in another way', async () => {
    git('checkout', '-q', '--orphan', 'fresh')
    expect(await headCommit(gitFolder)).toBeNull()
    git('symbolic-ref', 'refs/heads/alias', 'refs/heads/main')
    git('symbolic-ref', 'HEAD', 'refs/heads/alias')
    expect(await headCommit(gitFolder)).toBeNull()
    writeFileSync(join(gitFolder, 'HEAD'), 'ref: refs/../config\n')
    expect(await headCommit(gitFolder)).toBeNull()
  })
})
