import {
  type Crop,
  flipCrop,
  isWhole,
  type Size,
  type Turn,
  turnCrop,
  turnedSize,
  wholeOf,
  withRatio,
} from '../../../../../shared/domain/assets/crop.ts'
import type { ImageEdit } from '../../../../../shared/ipc/image-edit.ts'

/** The ratios a picture can be cut to. */
export const ratios = [
  { id: 'free', label: 'Free' },
  { id: 'original', label: 'As it is' },
  { id: '1', label: '1:1' },
  { id: '1.3333333333', label: '4:3' },
  { id: '1.5', label: '3:2' },
  { id: '1.7777777778', label: '16:9' },
] as const
export type RatioId = (typeof ratios)[number]['id']

/** What was done to a picture so far. */
export interface PictureEdit {
  /** Of the picture as it was opened, upright. */
  readonly opened: Size
  readonly turn: Turn
  readonly flip: boolean
  readonly crop: Crop
  readonly ratio: RatioId
  /** As typed; empty: as wide as it was cut. */
  readonly width: string
  readonly quality: number
}

export const freshEdit = (opened: Size): PictureEdit => ({
  ...{ opened, turn: 0, flip: false, crop: wholeOf(opened), ratio: 'free', width: '' },
  quality: 82,
})

/** The size of the whole picture as it is turned now. */
export const sizeNow = ({ opened, turn }: PictureEdit): Size => turnedSize(opened, turn)

/** Width to height that the part keeps; null: any. */
export function ratioOf(edit: PictureEdit): number | null {
  if (edit.ratio === 'free') return null
  if (edit.ratio !== 'original') return Number(edit.ratio)
  const { width, height } = sizeNow(edit)
  return width / height
}

const clockwise = (edit: PictureEdit): PictureEdit => ({
  ...edit,
  turn: ((edit.turn + 1) % 4) as Turn,
  crop: turnCrop(edit.crop, sizeNow(edit)),
})

/** Once to the right, or to the left; the part that stays turns along. A flipped picture is turned as it is seen. */
export function turned(edit: PictureEdit, to: 'right' | 'left'): PictureEdit {
  const times = to === 'right' ? 1 : 3
  let now = edit
  for (let i = 0; i < times; i++) now = clockwise(now)
  // The picture turns before it is flipped: what is seen to turn right is turned left underneath.
  const turn = edit.flip ? (((8 - (now.turn - edit.turn) + edit.turn) % 4) as Turn) : now.turn
  const ratio = /^\d/.test(edit.ratio) ? 'free' : edit.ratio
  return { ...now, turn, ratio }
}

export const flipped = (edit: PictureEdit): PictureEdit => ({
  ...edit,
  flip: !edit.flip,
  crop: flipCrop(edit.crop, sizeNow(edit)),
})

/** The largest part of this ratio. */
export function withRatioOf(edit: PictureEdit, ratio: RatioId): PictureEdit {
  const next = { ...edit, ratio }
  const wanted = ratioOf(next)
  return wanted === null ? next : { ...next, crop: withRatio(wholeOf(sizeNow(edit)), wanted) }
}

const pixelsIn = (text: string) => Number(text.trim().replace(/[\s,.]|px$/g, ''))

/** Why the width cannot be used, in words. */
export function widthProblem({ width, crop }: PictureEdit): string | null {
  if (width.trim() === '') return null
  const pixels = pixelsIn(width)
  if (!Number.isInteger(pixels) || pixels < 1) return 'Write a number of pixels.'
  return pixels > crop.width ? `Pictures are not enlarged: at most ${crop.width}.` : null
}

/** The edit as main is asked for it; null while a field has a problem. */
export function orderOf(edit: PictureEdit): ImageEdit | null {
  if (widthProblem(edit) !== null) return null
  const { turn, flip, crop, width, quality } = edit
  return {
    ...{ turn, flip, quality },
    crop: isWhole(crop, sizeNow(edit)) ? null : crop,
    width: width.trim() === '' ? null : pixelsIn(width),
  }
}

/** Whether there is anything to save. */
export const isChanged = (edit: PictureEdit): boolean => {
  const { turn, flip, width, crop, quality } = edit
  return (
    turn !== 0 ||
    flip ||
    width.trim() !== '' ||
    !isWhole(crop, sizeNow(edit)) ||
    quality !== freshEdit(edit.opened).quality
  )
}
