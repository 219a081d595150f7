/*
 * How alike two pictures look, whatever their sizes, formats and names. A picture is shrunk to a few grey pixels;
 * whether each is darker than its neighbours (a difference hash, after N. Krawetz) finds candidates, the pixels
 * themselves decide.
 */

/** Pixels on each side of what a picture is shrunk to. */
export const lookSide = 18

/** What a picture looks like from far away. */
export interface Look {
  /** `lookSide` × `lookSide` grey values, 0 to 255, row by row. */
  readonly grey: readonly number[]
  /** Mean of red, green and blue, 0 to 255 each. */
  readonly colour: readonly [number, number, number]
  /** Width by height of the whole picture. */
  readonly ratio: number
}

const half = lookSide / 2
/** A picture with less in it (a blank one, a line) looks like too many others. */
const leastContrast = 8
/** Of 128 bits. */
const mostBits = 20
const mostDifference = 7
const mostAnywhere = 56
const mostColour = 14
const mostRatio = 0.04

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/**
 * The look of a picture from `lookSide` × `lookSide` RGB pixels (three bytes each, row by row) and its size in
 * pixels. Null where there is too little in it to be compared. Throws a `RangeError` for another number of bytes.
 */
export function lookOf(
  rgb: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Look | null {
  if (rgb.length !== lookSide * lookSide * 3)
    throw new RangeError(`A look is made of ${lookSide * lookSide * 3} bytes, not ${rgb.length}.`)
  const sums = [0, 0, 0]
  const grey: number[] = []
  for (let at = 0; at < rgb.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = rgb.subarray(at, at + 3)
    for (const [i, value] of [red, green, blue].entries()) sums[i] = (sums[i] ?? 0) + value
    grey.push(Math.round(0.299 * red + 0.587 * green + 0.114 * blue))
  }
  const middle = mean(grey)
  const contrast = Math.sqrt(mean(grey.map((value) => (value - middle) ** 2)))
  if (contrast < leastContrast || height === 0) return null
  const [red = 0, green = 0, blue = 0] = sums.map((sum) => Math.round(sum / grey.length))
  return { grey, colour: [red, green, blue], ratio: width / height }
}

/** Four words of 32 bits: whether each of 8 × 8 fields is darker than the one right of it, and below it. */
function bitsOf({ grey }: Look): readonly number[] {
  const field = (row: number, column: number) => {
    const at = row * 2 * lookSide + column * 2
    const [a = 0, b = 0, c = 0, d = 0] = [at, at + 1, at + lookSide, at + lookSide + 1].map(
      (place) => grey[place],
    )
    return a + b + c + d
  }
  const words = [0, 0, 0, 0]
  for (let i = 0; i < 64; i++) {
    const row = Math.floor(i / (half - 1))
    const column = i % (half - 1)
    const here = field(row, column)
    const word = i >> 5
    if (here < field(row, column + 1)) words[word] = (words[word] ?? 0) | (1 << (i & 31))
    if (here < field(row + 1, column)) words[word + 2] = (words[word + 2] ?? 0) | (1 << (i & 31))
  }
  return words
}

function countBits(word: number): number {
  let rest = word >>> 0
  let count = 0
  for (; rest !== 0; rest &= rest - 1) count += 1
  return count
}

const distance = (one: readonly number[], two: readonly number[]) =>
  one.reduce((sum, word, i) => sum + countBits(word ^ (two[i] ?? 0)), 0)

/** Whether two pictures look the same but for their size, their sharpness and a little light. */
export function isAlike(one: Look, two: Look): boolean {
  if (Math.abs(one.ratio / two.ratio - 1) > mostRatio) return false
  if (one.colour.some((value, i) => Math.abs(value - (two.colour[i] ?? 0)) > mostColour))
    return false
  // One may be a little lighter than the other.
  const light = mean(one.grey) - mean(two.grey)
  const apart = one.grey.map((value, i) => Math.abs(value - light - (two.grey[i] ?? 0)))
  return mean(apart) <= mostDifference && apart.every((value) => value <= mostAnywhere)
}

interface Known<Path> {
  readonly look: Look
  readonly bits: readonly number[]
  readonly group: Path[]
}

/** Pictures by their mean colour, in steps of what two alike may differ by: others need not be compared at all. */
function byColour<Path>() {
  const boxes = new Map<number, Known<Path>[]>()
  const step = mostColour + 1
  const place = ([red, green, blue]: readonly number[], by = [0, 0, 0]) =>
    [red, green, blue].reduce<number>(
      (key, value = 0, i) => key * 32 + Math.floor(value / step) + 1 + (by[i] ?? 0),
      0,
    )
  const ways = [-1, 0, 1]
  const around = ways.flatMap((red) =>
    ways.flatMap((green) => ways.map((blue) => [red, green, blue])),
  )
  return {
    add(known: Known<Path>): void {
      const key = place(known.look.colour)
      boxes.set(key, [...(boxes.get(key) ?? []), known])
    },
    near: ({ colour }: Look) => around.flatMap((by) => boxes.get(place(colour, by)) ?? []),
  }
}

/** Groups of pictures that look alike, each with two at least; in the order of `looks`. */
export function groupsAlike<Path>(looks: ReadonlyMap<Path, Look>): readonly (readonly Path[])[] {
  const all: Known<Path>[] = []
  const colours = byColour<Path>()
  for (const [path, look] of looks) {
    const bits = bitsOf(look)
    const like = colours
      .near(look)
      .find((other) => distance(other.bits, bits) <= mostBits && isAlike(other.look, look))
    if (like) like.group.push(path)
    else {
      const known = { look, bits, group: [path] }
      all.push(known)
      colours.add(known)
    }
  }
  return all.map(({ group }) => group).filter(({ length }) => length > 1)
}
