import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { useRoom } from '../../use-grid-shape.ts'
import { fitting, inPercent, type Size, scrollFor, stepFrom } from './zoom.ts'

/** Null: as large as the window allows. */
type Zoom = number | null

/** Dragging moves the picture under the window, as a hand would. */
function useHand() {
  const held = useRef<{ readonly x: number; readonly y: number } | null>(null)
  return {
    onPointerDown(event: PointerEvent<HTMLDivElement>) {
      if (event.button !== 0) return
      const { scrollLeft, scrollTop } = event.currentTarget
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = { x: scrollLeft + event.clientX, y: scrollTop + event.clientY }
    },
    onPointerMove({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>) {
      if (held.current) currentTarget.scrollTo(held.current.x - clientX, held.current.y - clientY)
    },
    onPointerUp() {
      held.current = null
    },
    onPointerCancel() {
      held.current = null
    },
  }
}

const arrowStep = 80
const arrows: Readonly<Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Keys work wherever the focus is in the dialog, which keeps them to itself: nothing else in it wants these. */
function useKeys(press: (key: string) => boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (isPlain && press(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  })
}

interface Props {
  readonly src: string
  /** Shown where this program cannot show the file itself. */
  readonly instead: string
  /** To the picture before or behind this one. */
  readonly onGo: (way: -1 | 1) => void
}

/** A picture that can be looked at closely: by wheel, keys and buttons, moved by dragging. */
export function ZoomedPicture({ src, instead, onGo }: Props) {
  const [shown, setShown] = useState(src)
  const [size, setSize] = useState<Size | null>(null)
  const [zoom, setZoom] = useState<Zoom>(null)
  const box = useRef<HTMLDivElement>(null)
  const next = useRef<readonly [number, number] | null>(null)
  const room = useRoom(box)
  const fit = size && room ? fitting(size, room) : 1
  const scale = zoom ?? fit

  /** To another scale, around a point of the box: its middle where none is given. */
  const zoomTo = (to: Zoom, at?: readonly [number, number]) => {
    const element = box.current
    if (!element) return
    const [x, y] = at ?? [element.clientWidth / 2, element.clientHeight / 2]
    const ratio = (to ?? fit) / scale
    next.current = [scrollFor(element.scrollLeft, x, ratio), scrollFor(element.scrollTop, y, ratio)]
    setZoom(to)
  }
  useLayoutEffect(() => {
    if (next.current) box.current?.scrollTo(...next.current)
    next.current = null
  })
  // React listens to wheels passively, and the page behind would be zoomed as well.
  useEffect(() => {
    const element = box.current
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { left, top } = (element as HTMLElement).getBoundingClientRect()
      const at = [event.clientX - left, event.clientY - top] as const
      zoomTo(stepFrom(scale, event.deltaY < 0 ? 1 : -1), at)
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  })
  useKeys((key) => {
    const way = arrows[key]
    if (key === '+' || key === '=') zoomTo(stepFrom(scale, 1))
    else if (key === '-') zoomTo(stepFrom(scale, -1))
    else if (key === '0') zoomTo(null)
    else if (key === '1') zoomTo(1)
    else if (way && scale > fit) box.current?.scrollBy(way[0] * arrowStep, way[1] * arrowStep)
    else if (way && way[0] !== 0) onGo(way[0])
    else return false
    return true
  })
  return (
    <div className="media-look">
      <div ref={box} className="media-look-box" role="img" aria-label="The picture" {...useHand()}>
        <img
          src={shown}
          alt=""
          draggable={false}
          onLoad={({ currentTarget }) =>
            setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
          onError={() => setShown(instead)}
          style={size ? { width: size.width * scale, height: size.height * scale } : {}}
        />
      </div>
      <div className="media-look-tools" role="toolbar" aria-label="Zoom">
        <IconButton
          label="Smaller"
          icon={ZoomOut}
          keys="−"
          onClick={() => zoomTo(stepFrom(scale, -1))}
        />
        <output aria-live="polite">{inPercent(scale)}</output>
        <IconButton
          label="Larger"
          icon={ZoomIn}
          keys="+"
          onClick={() => zoomTo(stepFrom(scale, 1))}
        />
        <Button size="sm" variant="quiet" onClick={() => zoomTo(1)}>
          Its own size
        </Button>
        <IconButton label="Fit the window" icon={Maximize} keys="0" onClick={() => zoomTo(null)} />
      </div>
    </div>
  )
}
