import { expect, test } from 'vitest'
import { folderProblem, movedTo, patternProblem, renamed, typedFolder } from './name-pattern.ts'

const targets = (paths: string[], pattern: string) =>
  renamed(paths, pattern, '2026-11-25').map(({ to }) => to)

test('one file gets the name that is typed, with or without its ending', () => {
  expect(targets(['images/a.jpg'], 'Pier at dusk')).toEqual(['images/Pier at dusk.jpg'])
  expect(targets(['images/a.JPG'], ' pier.jpg ')).toEqual(['images/pier.JPG'])
  expect(targets(['LICENSE'], 'NOTICE')).toEqual(['NOTICE'])
})

test('many are named by a pattern', () => {
  expect(targets(['a/Été 1.png', 'b/X.png'], '{slug}-{seq}')).toEqual([
    'a/ete-1-01.png',
    'b/x-02.png',
  ])
  expect(targets(['a/x.png', 'a/y.png'], '{date} {name}')).toEqual([
    'a/2026-11-25 x.png',
    'a/2026-11-25 y.png',
  ])
  const hundred = Array.from({ length: 100 }, (_, i) => `a/${i}.png`)
  expect(targets(hundred, 'p{seq}').at(-1)).toBe('a/p100.png')
  expect(targets(hundred, 'p{seq}')[0]).toBe('a/p001.png')
})

test.each([
  ['', 1, 'Write a name.'],
  ['a/b', 1, 'slashes'],
  ['what?', 1, 'Some computers'],
  ['.hidden', 1, 'dot'],
  ['pier', 2, '{seq}'],
  ['pier', 1, null],
  ['{name}-x', 2, null],
])('%j for %i files: %s', (pattern, count, words) => {
  const problem = patternProblem(pattern, count)
  if (words === null) expect(problem).toBeNull()
  else expect(problem).toContain(words)
})

test('moves keep the names; folders begin with one that holds media', () => {
  expect(movedTo(['images/a.jpg', 'b.jpg'], 'images/x')).toEqual([
    { from: 'images/a.jpg', to: 'images/x/a.jpg' },
    { from: 'b.jpg', to: 'images/x/b.jpg' },
  ])
  expect(typedFolder(' /images/x/ ')).toBe('images/x')
  expect(folderProblem('images/x', ['files', 'images'])).toBeNull()
  expect(folderProblem('places', ['files', 'images'])).toContain('files or images')
  expect(folderProblem('images//x', ['images'])).not.toBeNull()
  expect(folderProblem('images/../x', ['images'])).not.toBeNull()
})
