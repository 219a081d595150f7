// A picture in the making: SVG text that grows layer by layer, with its own seeded chance.

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chance(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Short numbers keep the SVG small and equal on every machine. */
export const n = (value) => Number(value.toFixed(1))

const noise = (id, frequency, octaves, seed) =>
  `<filter id="${id}" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="${octaves}" seed="${seed}"/>`
const rough = (id, frequency, scale, seed) =>
  `<filter id="${id}" x="-10%" y="-20%" width="120%" height="140%"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="3" seed="${seed}"/><feDisplacementMap in="SourceGraphic" scale="${scale}" xChannelSelector="R" yChannelSelector="G"/></filter>`
const white = (alpha) => `<feColorMatrix values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 ${alpha}"/></filter>`
const light = (surface, azimuth, elevation) =>
  `<feDiffuseLighting surfaceScale="${surface}" lighting-color="#fff" result="l"><feDistantLight azimuth="${azimuth}" elevation="${elevation}"/></feDiffuseLighting><feComposite in="l" in2="SourceGraphic" operator="in"/></filter>`
const blur = (id, deviation) =>
  `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`

/** Textures every scene may use: clouds, rippling water, grass, pebbles, wood and softened edges. */
function textures(seed) {
  return [
    blur('soft', 0.8),
    blur('mist', 3),
    blur('glow', 8),
    noise('cloud', '.006 .02', 4, seed % 50) + white('0 2.6 1.4 0 -1.7'),
    noise('water', '.01 .14', 3, (seed % 50) + 1) + white('0 2.4 0 0 -1.15'),
    noise('grass', '.11 .045', 3, (seed % 50) + 2) + light(3, 225, 42),
    noise('pebble', '.1 .13', 3, (seed % 50) + 3) + light(4, 230, 46),
    noise('wood', '.02 .32', 3, (seed % 50) + 4) + light(2.5, 250, 48),
    noise('land', '.018 .022', 4, (seed % 50) + 5) + light(9, 225, 40),
    rough('rough', '.09', 11, (seed % 50) + 6),
    rough('hand', '.05', 5, (seed % 50) + 7),
    rough('ripple', '.012 .12', 15, (seed % 50) + 8),
  ].join('')
}

/** An empty picture of `w` × `h` units. */
export function canvas(seed, { w = 400, h = 300 } = {}) {
  const parts = []
  let ids = 0
  const random = chance(seed)
  const picture = {
    w,
    h,
    random,
    /** A number between two others. */
    between: (low, high) => low + random() * (high - low),
    add: (...svg) => {
      parts.push(...svg)
    },
    /** The paint for a run of colours; `#rrggbb@.5` carries its opacity. */
    blend(colours, turn = 'down') {
      ids += 1
      const stops = colours.map((written, i) => {
        const [colour, opacity] = written.split('@')
        const alpha = opacity === undefined ? '' : ` stop-opacity="${opacity}"`
        return `<stop offset="${n((i / (colours.length - 1)) * 100)}%" stop-color="${colour}"${alpha}/>`
      })
      const shape = turn === 'round' ? 'radialGradient' : 'linearGradient'
      const ends = { down: ' x2="0" y2="1"', across: '', round: '' }[turn]
      parts.push(`<${shape} id="g${ids}"${ends}>${stops.join('')}</${shape}>`)
      return `url(#g${ids})`
    },
    /** The whole picture as SVG. */
    svg: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" preserveAspectRatio="xMidYMid slice">${textures(seed)}${parts.join('')}</svg>`,
  }
  return picture
}
