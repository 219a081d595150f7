/** Steps of the zoom, in parts of the picture's own size. */
const steps = [0.1, 0.25, 0.33, 0.5, 0.67, 1, 1.5, 2, 3, 4, 8] as const

/** The next step of the zoom from where it is, in or out; the last one where there is none. */
export function stepFrom(scale: number, way: 1 | -1): number {
  const further =
    way === 1
      ? steps.find((one) => one > scale * 1.01)
      : steps.findLast((one) => one < scale / 1.01)
  return further ?? (way === 1 ? steps[steps.length - 1] : steps[0]) ?? scale
}

/** `67 %` */
export const inPercent = (scale: number): string => `${Math.round(scale * 100)} %`

export interface Size {
  readonly width: number
  readonly height: number
}

/** The scale at which a picture fits into a room; small ones keep their own size. */
export const fitting = (picture: Size, room: Size): number =>
  Math.min(room.width / picture.width, room.height / picture.height, 1)

/**
 * Where a scrolled box must stand so that the point under the pointer stays there when the scale changes: `at` is the
 * pointer in the box, `scroll` where the box stood.
 */
export const scrollFor = (scroll: number, at: number, ratio: number): number =>
  (scroll + at) * ratio - at
