import { describe, expect, test } from 'vitest'
import { platformRules, rulesOf, touchesRepository, unstorable } from './platform-rules.ts'

const { windows, macos, linux } = platformRules

describe('windows', () => {
  test.each([
    'Is it secure?.md',
    'Opportunities: Professionals/a.md',
    'a<b',
    'a>b',
    'a"b',
    'a|b',
    'a*b',
    'a\\b',
    'tab\there',
    'dot.',
    'space ',
    'folder./a.md',
    'con',
    'CON.md',
    'aux.tar.gz',
    'nul .txt',
    'x/com1.md',
    'LPT¹',
    'conin$',
    `${'a'.repeat(256)}`,
  ])('cannot store %j', (path) => expect(windows.canStore(path)).toBe(false))

  test.each([
    'console.md',
    'com10',
    'a.b',
    '.keep',
    'naïve.md',
    'a b/c d.md',
    'contact.md',
    'auxiliary',
  ])('stores %j', (path) => expect(windows.canStore(path)).toBe(true))
})

test('linux and macOS store what fits a directory entry', () => {
  for (const rules of [linux, macos]) {
    expect(rules.canStore('Is it: secure?.md')).toBe(true)
    expect(rules.canStore('é'.repeat(128))).toBe(false)
    expect(rules.canStore('é'.repeat(127))).toBe(true)
  }
})

test('case and normalisation are one file on windows and macOS only', () => {
  for (const rules of [windows, macos]) {
    expect(rules.key('A/É.md')).toBe(rules.key('a/e\u0301.MD'))
    expect(rules.key('a')).not.toBe(rules.key('b'))
  }
  expect(linux.key('A')).not.toBe(linux.key('a'))
})

test('the first of two twins keeps the folder, later ones and their opposites do not', () => {
  const paths = ['Docs', 'README.md', 'a:b.md', 'docs/x.md', 'readme.md', 'z.md']
  expect([...unstorable(paths, windows)]).toEqual(['a:b.md', 'docs/x.md', 'readme.md'])
  expect([...unstorable(paths, macos)]).toEqual(['docs/x.md', 'readme.md'])
  expect([...unstorable(paths, linux)]).toEqual([])
})

test('every path is either stored or left out, and what is stored never shares a key', () => {
  const letters = ['a', 'A', 'é', 'e\u0301', 'b', 'con', 'x?', 'y.']
  const paths = letters.flatMap((one) => letters.map((two) => `${one}/${two}`))
  for (const rules of [windows, macos, linux]) {
    const out = unstorable(paths, rules)
    const stored = paths.filter((path) => !out.has(path))
    expect(new Set(stored.map(rules.key)).size).toBe(stored.length)
    expect(stored.every(rules.canStore)).toBe(true)
  }
})

test.each([
  '.git',
  '.git/config',
  'a/.GIT/hooks',
  'git~1/x',
  '.git./x',
  '.git /x',
  '.g\u200cit/x',
  '.git::$INDEX_ALLOCATION/x',
  'a\\.git\\x',
])('%j belongs to the repository', (path) => expect(touchesRepository(path)).toBe(true))

test.each(['.gitignore', '.github/x', 'git/x', 'a.git/x', 'git~x'])('%j is content', (path) =>
  expect(touchesRepository(path)).toBe(false),
)

test('the running system picks its rules', () => {
  expect(rulesOf('win32')).toBe(windows)
  expect(rulesOf('darwin')).toBe(macos)
  expect(rulesOf('freebsd')).toBe(linux)
})
