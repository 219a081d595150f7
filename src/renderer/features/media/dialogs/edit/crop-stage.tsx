import { useRef } from 'react'
import { useRoom } from '../../use-grid-shape.ts'
import { CropFrame, placeOf } from './crop-frame.tsx'
import { type PictureEdit, ratioOf, sizeNow } from './picture-edit.ts'

interface Props {
  readonly src: string
  readonly edit: PictureEdit
  readonly onChange: (part: Partial<PictureEdit>) => void
}

/** The picture as it is turned and flipped now, with the part that stays. */
export function CropStage({ src, edit, onChange }: Props) {
  const ref = useRef<HTMLDivElement>(null)
  const room = useRoom(ref)
  const size = sizeNow(edit)
  const scale = room ? Math.min(room.width / size.width, room.height / size.height, 1) : 0
  const { opened, turn, flip } = edit
  const shown = {
    width: opened.width * scale,
    height: opened.height * scale,
    transform: `translate(-50%, -50%) scaleX(${flip ? -1 : 1}) rotate(${turn * 90}deg)`,
  }
  return (
    <div className="crop-stage" ref={ref}>
      <div
        className="crop-picture"
        style={{ width: size.width * scale, height: size.height * scale }}
      >
        <div className="crop-ground">
          <img src={src} alt="" draggable={false} style={shown} />
          <div className="crop-shade" style={placeOf(edit.crop, scale)} />
        </div>
        {scale > 0 && (
          <CropFrame
            crop={edit.crop}
            size={size}
            scale={scale}
            ratio={ratioOf(edit)}
            onChange={(crop) => onChange({ crop })}
          />
        )}
      </div>
    </div>
  )
}
