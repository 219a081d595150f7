// Photos to measure with: noise on gradients, as cameras write them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

/** A JPEG of so many pixels; another one for each seed. */
async function photo(seed, width, height) {
  const noise = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 14 },
    },
  })
    .blur(1.2)
    .png({ compressionLevel: 0 })
    .toBuffer()
  const hue = (seed * 47) % 360
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue} 60% 30%)"/><stop offset="1" stop-color="hsl(${(hue + 120) % 360} 70% 75%)"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><circle cx="${width * 0.6}" cy="${height * 0.45}" r="${height * 0.3}" fill="hsl(${(hue + 200) % 360} 50% 50%)"/></svg>`
  return sharp(Buffer.from(svg))
    .composite([{ input: noise, blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toBuffer()
}

/** Writes `count` photos into a folder; a few are made, the others differ in their last bytes only. */
export async function writePhotos(folder, count, [width, height], made = 8) {
  mkdirSync(folder, { recursive: true })
  const originals = []
  for (let seed = 0; seed < Math.min(made, count); seed++)
    originals.push(await photo(seed, width, height))
  const names = []
  for (let i = 0; i < count; i++) {
    const name = `photo-${String(i).padStart(5, '0')}.jpg`
    // Behind the end of a picture anything may stand; a file of other bytes is a file of its own.
    writeFileSync(join(folder, name), Buffer.concat([originals[i % made], Buffer.from(`#${i}`)]))
    names.push(name)
  }
  return names
}
