/** Width and height in pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** A part of a picture, in whole pixels from its top left corner. */
export interface Crop extends Size {
  readonly left: number
  readonly top: number
}

/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3

/** The least a picture can be cut to, in pixels a side. */
export const leastSide = 8

export const turnedSize = ({ width, height }: Size, turn: Turn): Size =>
  turn % 2 === 0 ? { width, height } : { width: height, height: width }

/** The whole of a picture. */
export const wholeOf = ({ width, height }: Size): Crop => ({ left: 0, top: 0, width, height })

export const isWhole = (crop: Crop, size: Size): boolean =>
  crop.width === size.width && crop.height === size.height

/** The same part after the picture of this size was turned once clockwise. */
export const turnCrop = ({ left, top, width, height }: Crop, size: Size): Crop => ({
  left: size.height - top - height,
  top: left,
  width: height,
  height: width,
})

/** The same part after the picture of this size was flipped from left to right. */
export const flipCrop = (crop: Crop, size: Size): Crop => ({
  ...crop,
  left: size.width - crop.left - crop.width,
})

const within = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), Math.max(least, most))

/** A part moved by so many pixels, as far as the picture goes. */
export const moveCrop = (crop: Crop, [x, y]: readonly [number, number], size: Size): Crop => ({
  ...crop,
  left: within(Math.round(crop.left + x), 0, size.width - crop.width),
  top: within(Math.round(crop.top + y), 0, size.height - crop.height),
})

/** The largest part of a ratio (width to height) inside another part, around the same middle; null: as it is. */
export function withRatio(crop: Crop, ratio: number | null): Crop {
  if (ratio === null) return crop
  const width = Math.max(1, Math.min(crop.width, Math.round(crop.height * ratio)))
  const height = Math.max(1, Math.min(crop.height, Math.round(width / ratio)))
  return {
    left: crop.left + Math.round((crop.width - width) / 2),
    top: crop.top + Math.round((crop.height - height) / 2),
    width,
    height,
  }
}

/** Which sides a handle moves: -1 the left or top one, 1 the right or bottom one, 0 none. */
export interface Handle {
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}

/** One side moved: where the part begins and how long it is along an axis. */
function dragged(
  axis: { from: number; length: number; most: number },
  side: -1 | 0 | 1,
  by: number,
) {
  const { from, length, most } = axis
  const least = Math.min(leastSide, most)
  if (side === 0) return { from, length }
  if (side === 1) return { from, length: within(Math.round(length + by), least, most - from) }
  const start = within(Math.round(from + by), 0, from + length - least)
  return { from: start, length: from + length - start }
}

interface Drag {
  readonly handle: Handle
  /** How far the handle was moved, in pixels of the picture. */
  readonly by: readonly [x: number, y: number]
  readonly ratio: number | null
}

/** A part after one of its handles was moved, inside the picture; the opposite side or corner stays. */
export function resizeCrop(crop: Crop, { handle, by, ratio }: Drag, size: Size): Crop {
  const across = { from: crop.left, length: crop.width, most: size.width }
  const down = { from: crop.top, length: crop.height, most: size.height }
  const x = dragged(across, handle.x, by[0])
  const y = dragged(down, handle.y, by[1])
  const free: Crop = { left: x.from, top: y.from, width: x.length, height: y.length }
  if (ratio === null) return free
  const fitted = withRatio(free, ratio)
  if (Math.min(fitted.width, fitted.height) < Math.min(leastSide, size.width, size.height))
    return crop
  return {
    ...fitted,
    left: handle.x === -1 ? free.left + free.width - fitted.width : free.left,
    top: handle.y === -1 ? free.top + free.height - fitted.height : free.top,
  }
}
