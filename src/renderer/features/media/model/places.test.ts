import { expect, test } from 'vitest'
import type { MediaFile } from '../../../../shared/ipc/media-calls.ts'
import { bytesInWords } from '../../../lib/bytes-in-words.ts'
import { changeInPercent, nameInParts, timeLeft, typeInWords } from './file-words.ts'
import { countFound, type Findings, filesIn, folderPaths, foldersOf } from './places.ts'
import { found, sorted, typesOf } from './shown-files.ts'

const file = (path: string, bytes = 1000, modified = 0): MediaFile => ({
  path,
  kind: path.endsWith('.pdf') ? 'document' : 'image',
  bytes,
  width: null,
  height: null,
  modified,
  type: path.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg',
})

const files = [
  file('images/places/pier 10.jpg', 3000, 5),
  file('images/places/pier 9.jpg', 2000, 9),
  file('images/logo.jpg', 9000, 1),
  file('files/map.pdf'),
]

const report: Findings = {
  searched: 4,
  unused: [{ path: 'images/logo.jpg', bytes: 9000, mentioned: false }],
  missingAlt: [1, 2].map((at) => ({
    page: 'a.md',
    title: 'A',
    at,
    src: '/images/logo.jpg',
    path: 'images/logo.jpg',
    alt: at === 1 ? null : '',
  })),
  tooBig: [],
  duplicates: [{ paths: ['images/places/pier 9.jpg', 'images/gone.jpg'], bytes: 2000 }],
  alike: [{ paths: ['images/places/pier 10.jpg', 'images/places/pier 9.jpg'] }],
  broken: [
    { page: 'a.md', title: 'A', at: 1, src: '/x.jpg', wanted: 'x', suggestion: null, sure: false },
  ],
}

const pathsOf = (list: readonly MediaFile[]) => list.map(({ path }) => path)

test('folders hold what is in them and below', () => {
  expect(folderPaths(foldersOf(files))).toEqual(['files', 'images', 'images/places'])
  expect(foldersOf(files).map(({ name, count }) => [name, count])).toEqual([
    ['files', 1],
    ['images', 3],
  ])
})

test('places and checks show their files; what is gone is not shown', () => {
  expect(pathsOf(filesIn('folder:images/places', files, null))).toHaveLength(2)
  expect(pathsOf(filesIn('documents', files, null))).toEqual(['files/map.pdf'])
  expect(pathsOf(filesIn('unused', files, report))).toEqual(['images/logo.jpg'])
  expect(filesIn('unused', files, null)).toEqual([])
  expect(pathsOf(filesIn('duplicates', files, report))).toEqual(['images/places/pier 9.jpg'])
  expect(pathsOf(filesIn('alike', files, report))).toEqual([
    'images/places/pier 10.jpg',
    'images/places/pier 9.jpg',
  ])
  expect(countFound('alike', report)).toBe(2)
  expect(countFound('alike', { ...report, alike: null })).toBeNull()
  expect(countFound('missing-alt', report)).toBe(1)
  expect(countFound('broken', report)).toBe(1)
})

test('orders and searches as people expect', () => {
  const images = filesIn('images', files, null)
  expect(pathsOf(sorted(images, 'name'))).toEqual([
    'images/logo.jpg',
    'images/places/pier 9.jpg',
    'images/places/pier 10.jpg',
  ])
  expect(pathsOf(sorted(images, 'newest'))[0]).toBe('images/places/pier 9.jpg')
  expect(pathsOf(sorted(images, 'largest'))[0]).toBe('images/logo.jpg')
  expect(pathsOf(found(files, 'PIER places 9', null))).toEqual(['images/places/pier 9.jpg'])
  expect(pathsOf(found(files, '', 'PDF'))).toEqual(['files/map.pdf'])
  expect(typesOf(files)).toEqual(['JPEG', 'PDF'])
})

test('sizes, times and names in words', () => {
  expect([12, 318_400, 2_400_000, 41_000_000, 999_700].map(bytesInWords)).toEqual([
    '12 bytes',
    '318 kB',
    '2.4 MB',
    '41 MB',
    '1.0 MB',
  ])
  expect(changeInPercent(1000, 120)).toBe('−88 %')
  expect(typeInWords('image/svg+xml')).toBe('SVG')
  expect(nameInParts('marsh-boardwalk-dawn.jpg')).toEqual(['marsh-boardwalk-', 'dawn.jpg'])
  expect(timeLeft(50, 100, 4000)).toBe('About 4 seconds left')
  expect(timeLeft(1, 100, 1000)).toBeNull()
})
