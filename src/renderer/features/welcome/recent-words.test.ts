import { expect, test } from 'vitest'
import { hueOf, initialsOf, openedWhen, shortFolder } from './recent-words.ts'

const now = new Date(2026, 10, 25, 9, 0)
const at = (...parts: [number, number, number, number?]) => new Date(...parts).toISOString()

test.each([
  [at(2026, 10, 25, 1), 'Today'],
  [at(2026, 10, 24, 23), 'Yesterday'],
  [at(2026, 10, 20, 12), 'Friday'],
  [at(2026, 10, 18, 12), '18 Nov'],
  [at(2025, 2, 3), '3 Mar 2025'],
  [at(2026, 10, 26), 'Today'],
  ['nonsense', ''],
])('%s reads “%s”', (opened, words) => expect(openedWhen(opened, now)).toBe(words))

test.each([
  ['Lantern Bay Parks', 'LB'],
  ['galley', 'G'],
  ['Ärzte & Ämter', 'ÄÄ'],
  ['–', '?'],
])('%s has the initials %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

test('a site keeps its colour', () => {
  expect(hueOf('bay')).toBe(hueOf('bay'))
  expect(hueOf('bay')).not.toBe(hueOf('library'))
  for (const id of ['', 'a', '🌊']) expect(hueOf(id)).toBeGreaterThanOrEqual(0)
})

test('a long folder loses its beginning, never its name', () => {
  expect(shortFolder('/home/mira/parks')).toBe('/home/mira/parks')
  const long = '/home/mira/Documents/Projects/Council/Sites/lantern-bay-parks'
  expect(shortFolder(long)).toBe('…/Council/Sites/lantern-bay-parks')
  expect(shortFolder('C:\\Users\\mira\\Documents\\Projects\\Sites\\lantern-bay-parks')).toBe(
    '…\\Projects\\Sites\\lantern-bay-parks',
  )
  expect(shortFolder(`/x/${'y'.repeat(60)}`)).toBe(`…/${'y'.repeat(60)}`)
})
