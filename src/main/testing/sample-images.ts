import sharp from 'sharp'

/** A picture with grain in it, as photos have; the same for the same arguments but for the grain. */
const grainy = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#557799',
      noise: { type: 'gaussian', mean: 128, sigma: 12 },
    },
  })

/** A JPEG photo as cameras make them. */
export const photo = (width = 400, height = 300, quality = 95): Promise<Buffer> =>
  grainy(width, height).jpeg({ quality }).toBuffer()

/** A photo that lies on its side, with the place it was taken at. */
export const cameraPhoto = (orientation = 6, width = 400, height = 300): Promise<Buffer> =>
  grainy(width, height)
    .withExif({
      IFD0: { Copyright: 'Anna Tan', Make: 'Camera' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '1/1 18/1 3000/100',
        GPSLongitude: '103/1 51/1 0/1',
      },
    })
    .withMetadata({ orientation })
    .jpeg({ quality: 97 })
    .toBuffer()

/** A drawing with few colours and a transparent ground. */
export const drawing = (width = 200, height = 100): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.5 } },
  })
    .png()
    .toBuffer()

/** A PNG that would be much smaller as a photo. */
export const photoAsPng = (width = 300, height = 200): Promise<Buffer> =>
  grainy(width, height).png().toBuffer()

/** A GIF of some pictures. */
export async function animation(frames = 3): Promise<Buffer> {
  const pictures = await Promise.all(
    Array.from({ length: frames }, () => grainy(40, 30).png().toBuffer()),
  )
  return sharp(pictures, { join: { animated: true } })
    .gif({ loop: 0, delay: pictures.map(() => 100) })
    .toBuffer()
}

/** The beginning of a HEIC file, as phones send it. */
export const heic = (): Buffer =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(200),
  ])
