import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import {
  type Crop,
  type Handle,
  moveCrop,
  resizeCrop,
  type Size,
} from '../../../../../shared/domain/assets/crop.ts'

interface Props {
  readonly crop: Crop
  /** The whole picture as it is turned now. */
  readonly size: Size
  /** Pixels of the screen for one of the picture. */
  readonly scale: number
  readonly ratio: number | null
  readonly onChange: (crop: Crop) => void
}

const corners: readonly (Handle & { readonly name: string })[] = [
  { x: -1, y: -1, name: 'Top left corner' },
  { x: 1, y: -1, name: 'Top right corner' },
  { x: 1, y: 1, name: 'Bottom right corner' },
  { x: -1, y: 1, name: 'Bottom left corner' },
]
const sides: readonly (Handle & { readonly name: string })[] = [
  { x: 0, y: -1, name: 'Top side' },
  { x: 1, y: 0, name: 'Right side' },
  { x: 0, y: 1, name: 'Bottom side' },
  { x: -1, y: 0, name: 'Left side' },
]

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The way of an arrow key in pixels of the picture: one hundredth of it, a tenth with Shift. */
function wayOf(event: KeyboardEvent, { width, height }: Size): readonly [number, number] | null {
  const arrow = arrows[event.key]
  if (!arrow) return null
  event.preventDefault()
  const part = event.shiftKey ? 10 : 100
  const step = Math.max(1, Math.round(Math.max(width, height) / part))
  return [arrow[0] * step, arrow[1] * step]
}

type Change = (from: Crop, way: readonly [number, number]) => Crop

/** Drags something from where it was when the mouse went down. */
function useDrag({ crop, scale, onChange }: Props) {
  const began = useRef<{ readonly at: readonly [number, number]; readonly crop: Crop } | null>(null)
  return (change: Change) => ({
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      began.current = { at: [event.clientX, event.clientY], crop }
    },
    onPointerMove(event: PointerEvent) {
      const from = began.current
      if (!from) return
      const way = [event.clientX - from.at[0], event.clientY - from.at[1]] as const
      onChange(change(from.crop, [way[0] / scale, way[1] / scale]))
    },
    onPointerUp() {
      began.current = null
    },
    onPointerCancel() {
      began.current = null
    },
  })
}

/** Where a part lies on the screen. */
export const placeOf = (crop: Crop, scale: number) => ({
  left: crop.left * scale,
  top: crop.top * scale,
  width: crop.width * scale,
  height: crop.height * scale,
})

/** The part of a picture that stays, to be moved and resized by mouse and keys. */
export function CropFrame(props: Props) {
  const { crop, size, scale, ratio, onChange } = props
  const drag = useDrag(props)
  const move: Change = (from, way) => moveCrop(from, way, size)
  const resize =
    (handle: Handle): Change =>
    (from, by) =>
      resizeCrop(from, { handle, by, ratio }, size)
  const keys = (change: Change) => (event: KeyboardEvent) => {
    const way = wayOf(event, size)
    if (!way) return
    event.stopPropagation()
    onChange(change(crop, way))
  }
  return (
    <fieldset className="crop-frame" style={placeOf(crop, scale)} aria-label="Part that stays">
      <button
        type="button"
        className="crop-move"
        aria-label="Move the part with the arrow keys"
        onKeyDown={keys(move)}
        {...drag(move)}
      />
      {[...corners, ...(ratio === null ? sides : [])].map(({ name, x, y }) => (
        <button
          key={name}
          type="button"
          className="crop-handle"
          aria-label={name}
          data-x={x}
          data-y={y}
          onKeyDown={keys(resize({ x, y }))}
          {...drag(resize({ x, y }))}
        />
      ))}
    </fieldset>
  )
}
