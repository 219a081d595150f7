import type { Sharp } from 'sharp'
import { flipCrop, isWhole, turnedSize, wholeOf } from '../../shared/domain/assets/crop.ts'
import type { ImageEdit } from '../../shared/ipc/image-edit.ts'

import { ImageProblem } from './image-problem.ts'

interface Upright {
  readonly image: Sharp
  readonly width: number
  readonly height: number
}

/**
 * Turns, flips, cuts and shrinks a picture that is upright already, in this order. `reopen` reads the bytes of a
 * picture between two steps: in one go the library turns and flips in an order of its own.
 */
export async function editPicture(
  { image: upright, ...whole }: Upright,
  { turn, flip, crop, width }: ImageEdit,
  reopen: (bytes: Uint8Array) => Sharp,
): Promise<Sharp> {
  const size = turnedSize(whole, turn)
  const part = crop ?? wholeOf(size)
  if (part.left + part.width > size.width || part.top + part.height > size.height)
    throw new ImageProblem('The picture is not as large as it was when it was opened.')
  let image = upright
  if (turn !== 0) {
    const bytes = await upright
      .rotate(turn * 90)
      .tiff({ compression: 'none' })
      .toBuffer()
    image = reopen(bytes)
  }
  // The library flips last, so the part is taken from where it is before.
  const { left, top, ...own } = flip ? flipCrop(part, size) : part
  if (!isWhole(part, size)) image = image.extract({ left, top, ...own })
  if (width !== null && width < part.width) image = image.resize({ width })
  return flip ? image.flop() : image
}
