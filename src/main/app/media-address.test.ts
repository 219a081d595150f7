import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMediaAddress } from './media-address.ts'

test.each([
  ['media://s1/images/a.png', 'images/a.png', null],
  ['media://s1/images/Gr%C3%BC%C3%9Fe%20%231.png', 'images/Grüße #1.png', null],
  ['media://s1/a%253f.png', 'a%3f.png', null],
  ['media://s1/a.png?v=3#x', 'a.png', null],
  ['media://s1/@published/images/a.png', 'images/a.png', 'published'],
  [`media://s1/@${'0'.repeat(40)}/a.png`, 'a.png', '0'.repeat(40)],
  ['media://s1/@thumb-320/images/a.png', 'images/a.png', 'thumb-320'],
  ['media://s1/@thumb-9999/a.png', '@thumb-9999/a.png', null],
  ['media://s1/@home/a.png', '@home/a.png', null],
  ['media://s1/Opportunities%3A%20Jobs/a.png', 'Opportunities: Jobs/a.png', null],
])('%s', (address, path, version) => {
  expect(parseMediaAddress(address)).toEqual({ siteId: 's1', path, version })
})

test.each([
  'media://s1',
  'media://s1/',
  'media:///a.png',
  'app://main/a.png',
  'media://s1/../a.png',
  'media://s1/%2e%2e/a.png',
  'media://s1/..%2fa.png',
  'media://s1/..%5ca.png',
  'media://s1/a%00.png',
  'media://s1//etc/hostname',
  'media://s1/.git/config',
  'media://s1/.GIT/config',
  'media://s1/images/.git%20/config',
  'media://s1/git~1/config',
  'media://s1/.git%3A%3A$INDEX_ALLOCATION/config',
  'media://s1/.g%E2%80%8Cit/config',
  'media://s1/%zz.png',
  'media://s1/@published',
  'media://s1/@published/',
])('refuses %s', (address) => expect(parseMediaAddress(address)).toBeNull())

test('what comes out never leaves the site and never enters its history', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.webPath(), (odd, path) => {
      for (const tail of [odd, path.slice(1), encodeURI(odd)]) {
        const found = parseMediaAddress(`media://s/${tail}`)
        if (!found) continue
        const parts = found.path.split('/')
        expect(parts.every((p) => !['', '.', '..'].includes(p) && !/\0|\\/.test(p))).toBe(true)
        expect(parts.some((p) => p.toLowerCase() === '.git')).toBe(false)
      }
    }),
  )
})
