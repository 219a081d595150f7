import { expect, test } from 'vitest'
import { importedAs, type OfferedFile } from './imported-as.ts'

const file = (name: string, type: string, kind: OfferedFile['kind'] = 'image'): OfferedFile => ({
  ...{ token: name, name, type, kind, bytes: 10 },
})
const naming = {
  profile: 'folder',
  folder: 'images/trip',
  names: '{name}',
  format: 'keep',
  taken: new Set<string>(),
}
const as = (files: Parameters<typeof importedAs>[0], how: object = {}) =>
  importedAs(files, { ...naming, ...how } as Parameters<typeof importedAs>[1], '2026-11-25')

test('names are safe, with the ending of what the picture becomes', () => {
  const files = [
    file('IMG 0001.JPG', 'image/jpeg'),
    file('phone.heic', 'image/heic'),
    file('really.jpg', 'image/png'),
    file('Logo Größe.svg', 'image/svg+xml'),
    file('Plan (2).PDF', 'application/pdf', 'document'),
  ]
  expect(as(files).map((path) => path.slice('images/trip/'.length))).toEqual([
    ...['img-0001.jpg', 'phone.jpg', 'really.png', 'logo-grosse.svg', 'plan-2.pdf'],
  ])
  expect(as(files, { format: 'webp' }).map((path) => path.split('.').at(-1))).toEqual([
    ...['webp', 'webp', 'webp', 'svg', 'pdf'],
  ])
})

test('Isomer’s documents go where it keeps them', () => {
  const files = [file('a.png', 'image/png'), file('Notes.txt', 'text/plain', 'document')]
  expect(as(files, { profile: 'isomer' })).toEqual(['images/trip/a.png', 'files/notes.txt'])
  expect(as(files, { profile: 'isomer', folder: 'files/forms' })).toEqual([
    ...['files/forms/a.png', 'files/forms/notes.txt'],
  ])
})

test('what was tried counts more than what was guessed', () => {
  const kept = { ...file('small.png', 'image/png'), becomes: 'image/png' }
  expect(as([kept], { format: 'webp' })).toEqual(['images/trip/small.png'])
})

test('no two files get one name, and none that is taken', () => {
  const files = ['a.png', 'A.png', 'b.png'].map((name) => file(name, 'image/png'))
  expect(as(files, { taken: new Set(['images/trip/b.png']) })).toEqual([
    ...['images/trip/a.png', 'images/trip/a-2.png', 'images/trip/b-2.png'],
  ])
  expect(as(files, { names: '{date}-{slug}-{seq}' })[2]).toBe('images/trip/2026-11-25-b-003.png')
})
