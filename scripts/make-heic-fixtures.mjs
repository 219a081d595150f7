// Makes the HEIC photos that tests read. Needs `heif-enc` (Debian: apt-get install libheif-examples), which the tests
// themselves do not: the photos it made are kept in src/main/testing/fixtures.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

const target = join(import.meta.dirname, '../src/main/testing/fixtures')
const [width, height] = [96, 64]

/** Four fields of colour: red, green, blue and yellow, from the top left by rows. */
const colours = [
  [
    [220, 30, 40],
    [40, 180, 60],
  ],
  [
    [40, 60, 200],
    [230, 210, 50],
  ],
]
const pixels = Buffer.alloc(width * height * 3)
for (let y = 0; y < height; y++)
  for (let x = 0; x < width; x++)
    pixels.set(colours[y < height / 2 ? 0 : 1][x < width / 2 ? 0 : 1], (y * width + x) * 3)
const photo = sharp(pixels, { raw: { width, height, channels: 3 } })

const bigger = (bytes, at, by) => bytes.writeUInt32BE(bytes.readUInt32BE(at) + by, at)
/** Where a box begins, by its four letters. */
const boxAt = (bytes, name) => bytes.indexOf(name, 0, 'latin1') - 4

/**
 * Phones say how a photo is to be turned in a property of its own, which `heif-enc` cannot write: an `irot` box put
 * behind the other properties, and named for the first item (ISO/IEC 23008-12, 6.5.10).
 */
function withTurn(source, quarterTurns) {
  const ipco = boxAt(source, 'ipco')
  const end = ipco + source.readUInt32BE(ipco)
  let count = 0
  for (let at = ipco + 8; at < end; at += source.readUInt32BE(at)) count++
  const irot = Buffer.from([0, 0, 0, 9, ...Buffer.from('irot'), quarterTurns])
  const ipma = boxAt(source, 'ipma')
  // Version and flags, the number of entries, the first one's item: then how many properties it has.
  const number = ipma + 8 + 4 + 4 + 2
  const last = number + 1 + source[number]
  const made = Buffer.concat([
    source.subarray(0, end),
    irot,
    source.subarray(end, last),
    Buffer.from([0x80 | (count + 1)]),
    source.subarray(last),
  ])
  bigger(made, ipco, 9)
  bigger(made, boxAt(made, 'ipma'), 1)
  bigger(made, boxAt(made, 'iprp'), 10)
  bigger(made, boxAt(made, 'meta'), 10)
  made[boxAt(made, 'ipma') + 8 + 4 + 4 + 2] += 1
  moveContents(made, 10)
  return made
}

/** The contents of all items lie so much further behind now: `iloc` says where. */
function moveContents(bytes, by) {
  const iloc = boxAt(bytes, 'iloc')
  const version = bytes[iloc + 8]
  const [offsetSize, lengthSize] = [bytes[iloc + 12] >> 4, bytes[iloc + 12] & 15]
  const baseSize = bytes[iloc + 13] >> 4
  let at = iloc + 16
  for (let items = bytes.readUInt16BE(iloc + 14); items > 0; items--) {
    at += version === 0 ? 4 : 6
    if (baseSize === 4) bigger(bytes, at, by)
    at += baseSize
    const extents = bytes.readUInt16BE(at)
    at += 2
    for (let i = 0; i < extents; i++) {
      if (baseSize === 0) bigger(bytes, at, by)
      at += offsetSize + lengthSize
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'galley-heic-'))
async function encoded(name, image) {
  const [png, out] = [join(folder, `${name}.png`), join(folder, `${name}.heic`)]
  await image.png().toFile(png)
  execFileSync('heif-enc', ['-q', '90', png, '-o', out])
  return readFileSync(out)
}

const plain = await encoded('plain', photo.clone())
writeFileSync(join(target, 'plain.heic'), plain)
writeFileSync(join(target, 'turned.heic'), withTurn(plain, 3))
writeFileSync(
  join(target, 'wide-gamut.heic'),
  await encoded('p3', photo.clone().withIccProfile('p3')),
)
rmSync(folder, { recursive: true })
