import { expect, test } from 'vitest'
import { addressProblem, isWholeAddress, nameFromAddress, nameProblem } from './clone-address.ts'

const good = [
  'https://git.example/lantern-bay/parks-site',
  'https://git.example/lantern-bay/parks-site.git',
  ' https://git.example/a/b/ ',
  'git@git.example:lantern-bay/parks-site.git',
  'ssh://git@git.example/lantern-bay/parks-site',
  'git.example/lantern-bay/parks-site',
  'http://127.0.0.1:8080/parks-site.git',
  '/home/mira/remotes/parks-site.git',
  'C:\\Sites\\parks-site.git',
]

test.each(good)('%s may be cloned', (address) => {
  expect(addressProblem(address)).toBeNull()
  expect(isWholeAddress(address)).toBe(true)
  expect(nameProblem(nameFromAddress(address))).toBeNull()
})

test('nothing is held against an address that is still being typed', () => {
  for (const address of good)
    for (let end = 0; end <= address.trim().length; end++)
      expect(addressProblem(address.trim().slice(0, end)), address.slice(0, end)).toBeNull()
})

test.each([
  ['http://git.example/a/b', /https:/],
  ['https://mira:secret@git.example/a/b', /password/],
  ['https://git.example/a b', /space/],
  ['ftp://git.example/a/b', /ftp:/],
  ['--upload-pack=x', /“-”/],
])('%s is refused in words', (address, words) => {
  expect(addressProblem(address)).toMatch(words)
  expect(isWholeAddress(address)).toBe(false)
})

test.each(['', 'https://', 'https://git.example', 'https://git.example/', 'parks'])(
  '%s is not yet an address',
  (address) => expect(isWholeAddress(address)).toBe(false),
)

test.each([
  ['https://git.example/lantern-bay/parks-site.git', 'parks-site'],
  ['git@git.example:parks-site', 'parks-site'],
  ['https://git.example', ''],
  ['https://git.example/a/b/?tab=code#top', 'b'],
  ['C:\\Sites\\parks.git', 'parks'],
  ['https://git.example/a/.github', 'github'],
])('%s suggests the folder name “%s”', (address, name) =>
  expect(nameFromAddress(address)).toBe(name),
)

test.each(['', 'a/b', 'a:b', '.hidden', 'end.', 'con', 'LPT1.txt', 'x'.repeat(121), 'tab\tname'])(
  'a folder cannot be called “%s”',
  (name) => expect(nameProblem(name)).toMatch(/\.$|\\ in it\.$/),
)
