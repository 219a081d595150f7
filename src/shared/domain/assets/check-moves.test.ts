import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameFromPattern, pathKey, pathProblem, safeName, uniquePath } from './asset-name.ts'
import { checkMoves, type FileMove, inOrder } from './check-moves.ts'

const stem = fc.constantFrom('a', 'B', 'b', 'c', 'A', 'd e', 'ü')
const path = fc
  .tuple(fc.constantFrom('', 'x/', 'X/', 'x/y/'), stem)
  .map(([folder, name]) => `${folder}${name}.png`)
const files = fc.uniqueArray(path, { maxLength: 8, selector: pathKey })
const wanted = fc.array(fc.record({ from: path, to: path }), { maxLength: 8 })

/** Does the moves one after the other on a disk that takes names of one key for one file. */
function play(names: readonly string[], moves: readonly FileMove[]): ReadonlyMap<string, string> {
  const disk = new Map(names.map((name) => [pathKey(name), { name, origin: name }]))
  for (const { from, to } of moves) {
    const file = disk.get(pathKey(from))
    expect(file?.name).toBe(from)
    if (pathKey(from) !== pathKey(to)) expect(disk.has(pathKey(to))).toBe(false)
    disk.delete(pathKey(from))
    disk.set(pathKey(to), { name: to, origin: file?.origin ?? '' })
  }
  return new Map([...disk.values()].map(({ name, origin }) => [origin, name]))
}

test('what passes the check can be done in order, on every system, and ends as planned', () => {
  fc.assert(
    fc.property(files, wanted, (names, moves) => {
      const once = [...new Map(moves.map((move) => [move.from, move])).values()]
      const checked = checkMoves(once, names)
      const allFine = checked.problems.length === 0
      fc.pre(allFine)
      const end = play(names, inOrder(checked.moves))
      const targets = new Map(checked.moves.map(({ from, to }) => [from, to]))
      expect([...end].sort()).toEqual(names.map((name) => [name, targets.get(name) ?? name]).sort())
    }),
    { numRuns: 3000 },
  )
})

test('files that go round in a circle go over a name in between', () => {
  const names = ['a.png', 'b.png', 'c.png']
  const moves = [
    { from: 'a.png', to: 'b.png' },
    { from: 'b.png', to: 'c.png' },
    { from: 'c.png', to: 'a.png' },
  ]
  const { moves: fine, problems } = checkMoves(moves, names)
  expect(problems).toEqual([])
  const ordered = inOrder(fine)
  expect(ordered).toHaveLength(4)
  expect(play(names, ordered).get('c.png')).toBe('a.png')
})

test('a folder stands for what is in it, and may move into itself', () => {
  const names = ['images/a.png', 'images/sub/b.png', 'image/c.png']
  const { moves, problems } = checkMoves([{ from: 'images', to: 'images/old' }], names)
  expect(problems).toEqual([])
  expect(moves).toEqual([
    { from: 'images/a.png', to: 'images/old/a.png' },
    { from: 'images/sub/b.png', to: 'images/old/sub/b.png' },
  ])
})

describe('names', () => {
  test('a safe name is one on every system, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const safe = safeName(name.replaceAll('/', ''))
        expect(pathProblem(safe)).toBeNull()
        expect(safe).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)?$/)
        expect(safeName(safe)).toBe(safe)
      }),
      { numRuns: 2000 },
    )
  })

  test('no two files get one name', () => {
    fc.assert(
      fc.property(fc.array(path), (paths) => {
        const taken = new Set<string>()
        const unique = paths.map((own) => uniquePath(own, taken))
        expect(new Set(unique.map(pathKey)).size).toBe(paths.length)
      }),
    )
  })

  test.each([
    ['IMG 0123 (2).JPG', 'img-0123-2.jpg'],
    ['Grüße aus 北京.png', 'grusse-aus.png'],
    ['con.png', 'con-file.png'],
    ['北京.png', 'file.png'],
    ['.png', 'png'],
  ])('%s becomes %s', (name, expected) => expect(safeName(name)).toBe(expected))

  test('patterns', () => {
    const parts = { name: 'IMG 1.JPG', date: '2026-11-25', sequence: 7 }
    expect(nameFromPattern('{date} open day {seq}', parts)).toBe('2026-11-25-open-day-007.jpg')
    expect(nameFromPattern('{name}', parts)).toBe('img-1.jpg')
    expect(nameFromPattern('$& {name}', parts)).toBe('img-1.jpg')
  })
})
