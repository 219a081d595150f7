// npm run sample:media [-- PART_OF_A_NAME]: draws the pictures and PDFs of resources/sample-site.
// Each has its own seed, so a second run on the same machine gives the same bytes. Maps and signs are set in
// DejaVu; without that font they look a little different.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { documents } from './sample-media/documents.mjs'
import { pictures } from './sample-media/pictures.mjs'

const site = fileURLToPath(new URL('../resources/sample-site/', import.meta.url))

/** A seed that belongs to the name, so that adding a picture changes no other. */
function seedOf(name) {
  let hash = 2166136261
  for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619)
  return hash >>> 0
}

/** The lines a camera writes beside a photo; the place is out at sea. */
function cameraNotes({ gps = false }) {
  const where = gps
    ? {
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '50/1 21/1 0/1',
          GPSLongitudeRef: 'W',
          GPSLongitude: '4/1 9/1 0/1',
        },
      }
    : {}
  return {
    IFD0: { Make: 'Lantern', Model: 'Box 3', DateTime: '2025:10:19 07:41:12' },
    IFD2: { DateTimeOriginal: '2025:10:19 07:41:12' },
    ...where,
  }
}

/** The picture in the format its name asks for. */
function written(image, { path, options = {} }) {
  const { quality = 70, colours = 256 } = options
  switch (extname(path).toLowerCase()) {
    case '.png':
      return image.png({ palette: true, colours, dither: 0.6, compressionLevel: 9, effort: 8 })
    case '.webp':
      return image.webp({ quality, effort: 5 })
    case '.avif':
      return image.avif({ quality: 52, effort: 4 })
    default:
      return image.jpeg({ quality, mozjpeg: true })
  }
}

/** No wider than this is drawn; larger pictures are enlarged, because drawing their textures takes minutes. */
const widestDrawn = 1600

async function drawnPhoto({ path, width, height, draw, options }) {
  const picture = draw(seedOf(path), { w: 400, h: Math.round((400 * height) / width) })
  const scale = Math.min(options.drawn ?? width, widestDrawn) / picture.w
  const drawing = await sharp(Buffer.from(picture.svg()), { density: 72 * scale })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const { camera } = options
  if (camera?.isTurned) return turnedPhoto(drawing, { width, height, camera })
  const image = sharp(drawing)
    .resize(width, height, { fit: 'cover', kernel: 'cubic' })
    .flatten({ background: '#ffffff' })
  return camera === undefined ? image : image.withExif(cameraNotes(camera))
}

/** As a camera held upright writes it: lying on its side, with a note which way is up. */
function turnedPhoto(drawing, { width, height, camera }) {
  return sharp(drawing)
    .rotate(90)
    .resize(height, width, { fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .withExif(cameraNotes(camera))
    .withMetadata({ orientation: 8 })
}

async function animation({ path, width, height, frames }) {
  const pages = []
  for (const frame of frames(seedOf(path)))
    pages.push(await sharp(Buffer.from(frame.svg())).resize(width, height).png().toBuffer())
  return sharp(pages, { join: { animated: true } })
    .gif({ colours: 32, effort: 8, loop: 0, delay: pages.map(() => 120) })
    .toBuffer()
}

async function bytesOf(picture) {
  if (picture.copyOf) return readFileSync(join(site, 'images', picture.copyOf))
  if (picture.svg) return Buffer.from(`${picture.svg(seedOf(picture.path))}\n`)
  if (picture.frames) return animation(picture)
  if (picture.from) {
    const image = sharp(Buffer.from(picture.from()), { density: 288 })
    return written(image.resize(picture.width, picture.height), picture).toBuffer()
  }
  return written(await drawnPhoto(picture), picture).toBuffer()
}

function put(path, bytes) {
  const target = join(site, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, bytes)
  process.stdout.write(`${String(Math.ceil(bytes.length / 1000)).padStart(6)} kB  ${path}\n`)
}

const wanted = process.argv[2] ?? ''
for (const picture of pictures)
  if (picture.path.includes(wanted)) put(`images/${picture.path}`, await bytesOf(picture))
for (const { path, make } of documents)
  if (path.includes(wanted)) put(`files/${path}`, await make())
