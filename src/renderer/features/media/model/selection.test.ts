import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterKey,
  type GridShape,
  nothingSelected,
  reached,
  type Selection,
  selectOnly,
  toggled,
} from './selection.ts'

const paths = Array.from({ length: 13 }, (_, i) => `p${i}`)
const shape: GridShape = { paths, columns: 5, rows: 2 }

const plain = { shift: false, toggle: false }
const at = (n: number) => selectOnly(`p${n}`)
const cursorAfter = (from: number, key: string, held: Partial<typeof plain> = {}) =>
  afterKey(at(from), { key, ...plain, ...held }, shape)?.cursor ?? null
const chosen = (selection: Selection | null) => [...(selection?.selected ?? [])].sort()

test.each([
  [0, 'ArrowRight', 1],
  [0, 'ArrowLeft', 0],
  [4, 'ArrowRight', 5],
  [1, 'ArrowDown', 6],
  [6, 'ArrowUp', 1],
  [1, 'ArrowUp', 1],
  [11, 'ArrowDown', 11],
  // The last row is shorter: from above its gap the way leads to the last file.
  [9, 'ArrowDown', 12],
  [12, 'ArrowRight', 12],
  [6, 'Home', 0],
  [0, 'End', 12],
  [0, 'PageDown', 10],
  [4, 'PageDown', 12],
  [12, 'PageUp', 2],
  [3, 'PageUp', 0],
])('from %i, %s leads to %i', (from, key, to) => expect(cursorAfter(from, key)).toBe(`p${to}`))

test('without a cursor the first step comes into the grid', () => {
  expect(afterKey(nothingSelected, { key: 'ArrowDown', ...plain }, shape)?.cursor).toBe('p0')
  expect(afterKey(nothingSelected, { key: 'End', ...plain }, shape)?.cursor).toBe('p12')
  expect(
    afterKey(nothingSelected, { key: 'ArrowDown', ...plain }, { ...shape, paths: [] }),
  ).toBeNull()
})

test('Shift reaches from the anchor, there and back', () => {
  const there = afterKey(at(3), { key: 'ArrowDown', ...plain, shift: true }, shape)
  expect(chosen(there)).toEqual(['p3', 'p4', 'p5', 'p6', 'p7', 'p8'])
  const back = afterKey(there as Selection, { key: 'ArrowUp', ...plain, shift: true }, shape)
  expect(chosen(back)).toEqual(['p3'])
  const before = afterKey(back as Selection, { key: 'Home', ...plain, shift: true }, shape)
  expect(chosen(before)).toEqual(['p0', 'p1', 'p2', 'p3'])
})

test('Ctrl moves without choosing, Space adds and takes away', () => {
  const moved = afterKey(at(3), { key: 'ArrowRight', ...plain, toggle: true }, shape) as Selection
  expect([moved.cursor, chosen(moved)]).toEqual(['p4', ['p3']])
  const two = afterKey(moved, { key: ' ', ...plain }, shape) as Selection
  expect(chosen(two)).toEqual(['p3', 'p4'])
  expect(chosen(afterKey(two, { key: ' ', ...plain }, shape))).toEqual(['p3'])
})

test('Ctrl+A takes all, Escape none, and a second Escape is nobody’s', () => {
  const all = afterKey(at(3), { key: 'a', ...plain, toggle: true }, shape) as Selection
  expect(all.selected.size).toBe(13)
  const none = afterKey(all, { key: 'Escape', ...plain }, shape) as Selection
  expect([none.cursor, none.selected.size]).toEqual(['p3', 0])
  expect(afterKey(none, { key: 'Escape', ...plain }, shape)).toBeNull()
})

test('letters and other keys are nobody’s', () => {
  for (const key of ['x', 'Enter', 'Tab', 'F2', 'a'])
    expect(afterKey(at(3), { key, ...plain }, shape)).toBeNull()
})

test('the pointer: ranges replace or add, toggling moves the anchor', () => {
  const two = toggled(at(1), 'p4')
  expect(chosen(reached(two, 'p6', { paths }))).toEqual(['p4', 'p5', 'p6'])
  expect(chosen(reached(two, 'p6', { paths, more: true }))).toEqual(['p1', 'p4', 'p5', 'p6'])
  expect(chosen(reached(selectOnly('gone'), 'p6', { paths }))).toEqual(['p6'])
})

test('whatever is pressed: the cursor stays in the grid, and what is chosen is in it', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp']
  const press = fc.record({
    key: fc.constantFrom(...keys, 'PageDown', ' ', 'a', 'Escape'),
    shift: fc.boolean(),
    toggle: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 9 }),
      fc.array(press, { maxLength: 30 }),
      (count, columns, presses) => {
        const all = Array.from({ length: count }, (_, i) => `f${i}`)
        let now: Selection = nothingSelected
        for (const one of presses) now = afterKey(now, one, { paths: all, columns, rows: 3 }) ?? now
        expect(now.cursor === null || all.includes(now.cursor)).toBe(true)
        expect([...now.selected].every((path) => all.includes(path))).toBe(true)
      },
    ),
  )
})
