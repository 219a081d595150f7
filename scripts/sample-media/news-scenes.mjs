// Pictures of things that happened, and what is left of the past.
import { boardwalk, person, pier, rails } from './built.mjs'
import { canvas, n } from './canvas.mjs'
import { field, glitter, haze, hills, reeds, sky, specks, treeLine, water } from './nature.mjs'

export function works(seed, size) {
  const c = canvas(seed, size)
  const line = c.h * 0.4
  sky(c, { colours: ['#a9b8c2', '#d0d6d6', '#e6e2d4'], to: line + 4 })
  hills(c, { y: line + 2, height: 18, colour: '#98a59f', mist: true })
  treeLine(c, { y: line, size: 11, colour: '#6b7a62' })
  field(c, { y: line, colours: ['#c0aa70', '#94804a', '#5f522e'], texture: 0.75 })
  boardwalk(c, { x: 150, y: line + 8, half: 96, light: 50 })
  rails(c, { x: 150, y: line + 8, half: 108 })
  const stack = []
  for (let row = 0; row < 6; row++)
    for (let i = 0; i < 2; i++) {
      const [x, y] = [262 + i * 4 - row * 2 + c.between(-3, 3), c.h - 34 - row * 11]
      stack.push(
        `<path d="M${n(x)} ${n(y)}l112 -9v9l-112 10z" fill="hsl(34 ${n(c.between(42, 54))}% ${n(c.between(58, 68))}%)" stroke="#7a5a30" stroke-opacity=".5" stroke-width=".8"/><path d="M${n(x)} ${n(y)}l9 -7l112 -8l-9 6z" fill="hsl(36 52% 74%)"/><path d="M${n(x + 112)} ${n(y - 9)}l9 -6v9l-9 6z" fill="#b98f52"/>`,
      )
    }
  c.add(
    `<ellipse cx="330" cy="${c.h - 24}" rx="88" ry="11" fill="#241c10" opacity=".4" filter="url(#soft)"/>`,
    ...stack,
  )
  barrow(c, [226, c.h - 30])
  person(c, [158, line + 26], { size: 27, colour: '#3d4038' })
  c.add(`<path d="M154.500 ${line + 5}h7v9h-7z" fill="#e8722a"/>`)
  reeds(c, {
    y: c.h + 14,
    height: 74,
    colours: ['#8a7a42', '#a8934f', '#655a30'],
    plume: '#5a4726',
    count: 18,
    to: 48,
  })
  return c
}

function barrow(c, [x, y]) {
  c.add(
    `<g transform="translate(${x} ${y})"><ellipse cy="12" rx="54" ry="7" fill="#201a10" opacity=".4" filter="url(#soft)"/><path d="M-40 -26L-74 -36M34 -10L-46 -28M-14 0L-24 14M-4 0l-6 14" stroke="#5a4634" stroke-width="4" stroke-linecap="round"/><path d="M-36 -42H30L14 -4H-22Z" fill="${c.blend(['#4a86c0', '#2b5f96'])}"/><path d="M-39 -44H33V-39H-38Z" fill="#6fa6d8"/><path d="M-30 -44Q-6 -62 22 -44Z" fill="#7a6248"/><circle cx="26" cy="2" r="12" fill="#26262a"/><circle cx="26" cy="2" r="4.500" fill="#9aa2a8"/></g>`,
  )
}

export function ferry(seed, size) {
  const c = canvas(seed, size)
  const line = c.h * 0.5
  sky(c, { colours: ['#7fb4d6', '#b9d8e4', '#eaf0e8'], to: line })
  hills(c, { y: line + 1, height: 46, colour: '#8fb0a4', waves: 1.4, mist: true })
  const mirrored = treeLine(c, { y: line, size: 10, colour: '#4f7a5a' })
  water(c, { y: line, colours: ['#a8cbd2', '#6a9cab', '#3f7187'], mirrored, shine: 0.45 })
  const [x, y] = [c.w * 0.48, c.h * 0.68]
  const windows = [0, 1, 2, 3, 4].map(
    (i) =>
      `<rect x="${i * 24 - 62}" y="-46" width="17" height="16" rx="2" fill="#2f4a58"/><path d="M${i * 24 - 60} -31l9 -14h4l-9 14z" fill="#fff" opacity=".35"/>`,
  )
  c.add(
    `<g transform="translate(${n(x)} ${n(y)})"><path d="M-124 22Q0 38 136 14L110 44Q0 60 -100 46Z" fill="#1f4a52" opacity=".3" filter="url(#ripple)"/>`,
    `<path d="M-122 -12Q0 4 140 -24Q128 14 96 26H-100Q-116 14 -122 -12Z" fill="${c.blend(['#2f7a5a', '#1d5442'])}"/><path d="M-122 -12Q0 4 140 -24L138 -17Q0 11 -120 -4Z" fill="#f4f1e6"/>`,
    `<path d="M-84 -12V-54H64Q84 -54 92 -18Q10 0 -84 -12Z" fill="#fbf9f2"/>${windows.join('')}<path d="M64 -46h8q8 4 11 16h-19z" fill="#2f4a58"/><path d="M-92 -54H74V-60H-92Z" fill="#2f7a5a"/>`,
    `<path d="M-40 -60V-96M-40 -94l26 8l-26 8" stroke="#40474a" stroke-width="2" fill="#e0b13a"/><path d="M-118 -14V-34M-104 -13V-34M-118 -34H-84" stroke="#f4f1e6" stroke-width="2.400" fill="none"/><text x="66" y="4" font-family="DejaVu Serif, serif" font-size="13" fill="#f4f1e6" transform="rotate(-7 66 4)">Agnes</text></g>`,
    `<path d="M${n(x - 130)} ${n(y + 26)}Q${n(x)} ${n(y + 40)} ${n(x + 150)} ${n(y + 12)}" stroke="#fff" stroke-width="4" opacity=".7" fill="none" filter="url(#ripple)"/>`,
  )
  glitter(c, { x: x + 30, y: y + 34, to: c.h, colour: '#eef6f2', count: 40, spread: 90 })
  specks(c, { x: c.w * 0.78, y: 60, colour: '#f8faf8' })
  return c
}

/** Turns a scene into an old brown print with a pale border. */
function print(c) {
  c.add(
    `<rect width="${c.w}" height="${c.h}" fill="#5a3f22" style="mix-blend-mode:color"/>`,
    `<rect width="${c.w}" height="${c.h}" filter="url(#land)" opacity=".4" style="mix-blend-mode:soft-light"/>`,
    `<rect width="${c.w}" height="${c.h}" fill="${c.blend(['#fff1d6@0', '#fff1d6@0', '#2a1a0a@.6'], 'round')}"/>`,
    `<rect width="${c.w}" height="${c.h}" fill="#f0dfbd" opacity=".14"/>`,
    `<rect x="5" y="5" width="${c.w - 10}" height="${c.h - 10}" fill="none" stroke="#f1e6cf" stroke-width="11"/>`,
    `<path d="M${c.w * 0.7} 0q6 40 -4 70t10 60" stroke="#fff6e2" stroke-opacity=".4" stroke-width=".8" fill="none"/>`,
  )
  return c
}

export function oldPier(seed, size) {
  const c = canvas(seed, size)
  const line = c.h * 0.55
  sky(c, { colours: ['#b9b2a4', '#d9d3c6'], to: line, clouds: 0.7 })
  hills(c, { y: line, height: 22, colour: '#8d877c', mist: true })
  water(c, { y: line, colours: ['#c2bcb0', '#8a8478'], shine: 0.6 })
  const lamps = pier(c, { y: line + 6, slope: 8, colour: '#2d2a26', to: c.w + 10, lamps: 8 })
  for (const [x, y] of lamps)
    c.add(`<path d="M${n(x - 4)} ${n(y)}h8l-1.500 9h-5z" fill="#e8dfca" stroke="#2d2a26"/>`)
  const [x, y] = lamps[4]
  c.add(
    `<path d="M${n(x - 16)} ${n(y + 31)}L${n(x - 3)} ${n(y - 2)}M${n(x - 9)} ${n(y + 33)}L${n(x + 3)} ${n(y + 2)}M${n(x - 13)} ${n(y + 26)}l6 2M${n(x - 10)} ${n(y + 18)}l6 2M${n(x - 7)} ${n(y + 10)}l6 2" stroke="#2d2a26" stroke-width="1.500"/>`,
  )
  person(c, [x - 7, y + 20], { size: 29, colour: '#26231f' })
  for (const at of [0.12, 0.2, 0.82])
    person(c, [c.w * at, line + 8], { size: 25, colour: '#26231f' })
  return print(c)
}

export function oldDam(seed, size) {
  const c = canvas(seed, size)
  sky(c, { colours: ['#c9c3b6', '#e2dccd'], to: c.h * 0.4, clouds: 0.5 })
  hills(c, { y: c.h * 0.42, height: 60, colour: '#9a9488', mist: true })
  treeLine(c, { y: c.h * 0.4, size: 14, colour: '#6d685f' })
  const top = c.h * 0.46
  c.add(
    `<path d="M-10 ${top}H${c.w + 10}L${c.w + 40} ${c.h + 10}H-10Z" fill="${c.blend(['#aaa498', '#746e63'])}"/>`,
  )
  for (let row = 0; row < 11; row++) {
    const y = top + row * 14
    for (let x = -20 + (row % 2) * 16; x < c.w + 20; x += 32)
      c.add(
        `<path d="M${x} ${n(y)}h31v13h-31z" fill="#000" opacity="${n(c.between(0.02, 0.2) * 10) / 10}" filter="url(#hand)"/>`,
      )
  }
  c.add(
    `<rect x="-10" y="${top - 10}" width="${c.w + 20}" height="12" fill="#bdb7a9"/><path d="M-10 ${top + 2}H${c.w + 10}" stroke="#3a362f" stroke-width="2"/>`,
  )
  for (let i = 0; i < 9; i++) {
    const x = c.w * (0.12 + i * 0.09) + c.between(-5, 5)
    const size = c.between(46, 54)
    person(c, [x, top - 10], { size, colour: '#2d2a26' })
    c.add(
      `<path d="M${n(x - 8)} ${n(top - 10 - size * 1.1)}h16v-2h-3v-9h-10v9h-3z" fill="#1f1d1a"/>`,
    )
  }
  haze(c, { y: c.h, height: 60, colour: '#d8d0be', strength: 0.4 })
  return print(c)
}

export function logBook(seed, size) {
  const c = canvas(seed, size)
  c.add(
    `<rect width="${c.w}" height="${c.h}" fill="${c.blend(['#7a5636', '#5a3d25'])}"/>`,
    `<rect width="${c.w}" height="${c.h}" fill="#fff" filter="url(#wood)" opacity=".5" style="mix-blend-mode:soft-light"/>`,
  )
  c.add(
    `<rect x="38" y="26" width="${c.w - 64}" height="${c.h - 40}" fill="#1c120a" opacity=".5" filter="url(#mist)"/>`,
    `<path d="M30 20H${c.w / 2}V${c.h - 22}H30Z" fill="${c.blend(['#f3e8cc', '#f0e4c6', '#cdbd98'], 'across')}"/><path d="M${c.w / 2} 20H${c.w - 30}V${c.h - 22}H${c.w / 2}Z" fill="${c.blend(['#d3c39e', '#f2e7ca', '#f5ebd2'], 'across')}"/>`,
  )
  const lines = []
  const words = []
  for (const left of [46, c.w / 2 + 14])
    for (let y = 52; y < c.h - 34; y += 15) {
      lines.push(`M${left} ${y}h${c.w / 2 - 62}`)
      let x = left + c.between(0, 8)
      const end = left + c.between(80, c.w / 2 - 66)
      while (x < end) {
        const w = c.between(8, 26)
        let d = `M${n(x)} ${y - 2}`
        for (let s = 0; s < w; s += 3) d += `q1 ${n(-c.between(2, 7))} 3 0`
        words.push(d)
        x += w + 5
      }
    }
  c.add(
    `<path d="${lines.join('')}" stroke="#8fa6b8" stroke-width=".6" opacity=".6"/>`,
    `<path d="${words.join('')}" stroke="#2f3a5c" stroke-width=".9" fill="none"/>`,
    `<g transform="translate(300 214) rotate(-24)"><rect width="110" height="7" fill="#d8a43a"/><path d="M0 0l-13 3.500l13 3.500z" fill="#ecd3a6"/><path d="M-9 2.400l-4 1.100l4 1.100z" fill="#2a2420"/><rect x="100" width="10" height="7" fill="#c9655a"/></g>`,
  )
  return c
}
