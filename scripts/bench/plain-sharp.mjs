// What a script does with a folder of photos: `resize SOURCE TARGET` or `thumbnails SOURCE COUNT`. Prints milliseconds.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

// As Galley's image processes: two of them, two threads each, nothing kept.
sharp.cache(false)
sharp.concurrency(2)
const lanes = 2

const [what, source, more] = process.argv.slice(2)
const names = readdirSync(source).sort()
const wanted = what === 'thumbnails' ? names.slice(0, Number(more)) : names

async function one(name) {
  const bytes = readFileSync(join(source, name))
  const image = sharp(bytes, { failOn: 'error' }).autoOrient()
  if (what === 'thumbnails') {
    await image
      .resize({ width: 320, height: 320, fit: 'inside' })
      .webp({ quality: 78, effort: 2 })
      .toBuffer()
    return
  }
  const made = await image
    .resize({ width: 2000, height: 2000, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()
  writeFileSync(join(more, name.replace(/jpg$/, 'webp')), made)
}

const began = performance.now()
let next = 0
const lane = async () => {
  while (next < wanted.length) await one(wanted[next++])
}
await Promise.all(Array.from({ length: lanes }, lane))
console.log(performance.now() - began)
