import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsAlike, isAlike, type Look, lookOf, lookSide } from './look-alike.ts'

const cells = lookSide * lookSide
const size = { width: 400, height: 300 }

/** A picture of soft hills: another one for each seed. */
function rgbOf(seed: number, change: (value: number, at: number) => number = (value) => value) {
  const rgb = new Uint8Array(cells * 3)
  for (let at = 0; at < cells; at++) {
    const x = (at % lookSide) / lookSide
    const y = Math.floor(at / lookSide) / lookSide
    const value =
      128 + 60 * Math.sin(x * (2 + (seed % 5)) + seed) + 50 * Math.cos(y * (3 + (seed % 7)) - seed)
    for (let i = 0; i < 3; i++)
      rgb[at * 3 + i] = Math.max(0, Math.min(255, Math.round(change(value, at) + i * 9)))
  }
  return rgb
}

const look = (seed: number, change?: (value: number, at: number) => number): Look => {
  const made = lookOf(rgbOf(seed, change), size)
  if (!made) throw new Error('nothing in it')
  return made
}

test('a picture is like itself, and being alike goes both ways', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (one, two) => {
      expect(isAlike(look(one), look(one))).toBe(true)
      expect(isAlike(look(one), look(two))).toBe(isAlike(look(two), look(one)))
    }),
  )
})

test('what saving anew changes does not matter; another picture, shape or colour does', () => {
  const light = (value: number) => value + 6
  const grain = (value: number, at: number) => value + ((at * 7) % 9) - 4
  for (let seed = 1; seed < 40; seed++) {
    expect(isAlike(look(seed), look(seed, light))).toBe(true)
    expect(isAlike(look(seed), look(seed, grain))).toBe(true)
    expect(
      isAlike(
        look(seed),
        look(seed, (value) => 255 - value),
      ),
    ).toBe(false)
    expect(isAlike(look(seed), { ...look(seed), ratio: 1 })).toBe(false)
    expect(isAlike(look(seed), { ...look(seed), colour: [250, 10, 10] })).toBe(false)
  }
})

test('blank pictures are not compared, and other numbers of bytes are refused', () => {
  expect(lookOf(new Uint8Array(cells * 3).fill(255), size)).toBeNull()
  expect(() => lookOf(new Uint8Array(7), size)).toThrow(RangeError)
})

test('groups hold copies, each picture once, in the order they came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(8), { maxLength: 30 }), (seeds) => {
      const looks = new Map(
        seeds.map((seed, i) => [`${i}`, look(seed * 13 + 1, (value) => value + (i % 3))]),
      )
      const groups = groupsAlike(looks)
      const listed = groups.flat()
      expect(new Set(listed).size).toBe(listed.length)
      for (const group of groups) {
        expect(group.length).toBeGreaterThan(1)
        expect([...group]).toEqual([...group].sort((a, b) => Number(a) - Number(b)))
      }
      // Copies of one picture are never left alone.
      for (const [i, seed] of seeds.entries())
        if (seeds.filter((other) => other === seed).length > 1) expect(listed).toContain(`${i}`)
    }),
  )
})
