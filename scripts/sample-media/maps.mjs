// Maps, the tide clock and the sign.
import { canvas, n } from './canvas.mjs'

const font = 'font-family="DejaVu Sans, Inter, sans-serif"'
const serif = 'font-family="DejaVu Serif, Source Serif 4, serif"'
const label = (
  [x, y],
  text,
  { size = 11, colour = '#3b4a4d', anchor = 'start', weight = 400 } = {},
) =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}" text-anchor="${anchor}" font-weight="${weight}" stroke="#f4f3e8" stroke-width="3" stroke-linejoin="round" paint-order="stroke" ${font}>${text}</text>`

function land(c) {
  c.add(
    `<rect width="${c.w}" height="${c.h}" fill="#f1efe2"/>`,
    `<path d="M-10 206C60 176 84 224 150 210S250 150 300 176S380 190 410 160V310H-10Z" fill="${c.blend(['#c4dfe8', '#9cc6da'])}"/>`,
    `<path d="M-10 206C60 176 84 224 150 210S250 150 300 176S380 190 410 160" fill="none" stroke="#7fb0c6" stroke-width="2"/>`,
    `<g fill="none" stroke="#fff" stroke-opacity=".7"><path d="M-10 216C60 186 84 234 150 220S250 160 300 186S380 200 410 170"/><path d="M-10 228C60 198 84 246 150 232S250 172 300 198S380 212 410 182"/></g>`,
    `<path d="M22 40C60 20 120 26 132 64C138 100 100 128 62 120C26 112 6 66 22 40Z" fill="#d5e4b8"/>`,
    `<path d="M214 96C250 84 300 92 318 118C316 148 280 158 246 150C222 142 204 116 214 96Z" fill="#e4d9a8"/>`,
    `<path d="M268 14C304 6 356 12 372 40C368 66 320 76 290 66C266 54 256 30 268 14Z" fill="#b9d3a0"/>`,
    `<path d="M150 24C176 16 214 26 220 46C214 64 176 66 158 56C146 46 142 32 150 24Z" fill="#a9cfe0" stroke="#7fb0c6"/>`,
  )
  const tufts = []
  for (let i = 0; i < 60; i++) {
    const [x, y] = [c.between(222, 308), c.between(102, 144)]
    tufts.push(`M${n(x)} ${n(y)}v-4m2 4l1.500 -3m-5 3l-1.500 -3`)
  }
  const trees = []
  for (let i = 0; i < 34; i++)
    trees.push(
      `<circle cx="${n(c.between(282, 356))}" cy="${n(c.between(20, 60))}" r="${n(c.between(2.4, 4))}"/>`,
    )
  c.add(
    `<path d="${tufts.join('')}" stroke="#a8954e" stroke-width=".8" fill="none"/>`,
    `<g fill="#7fa86a">${trees.join('')}</g>`,
  )
}

const trails = {
  boardwalk: ['M92 112C130 132 170 120 206 122S290 126 330 142', '#c1552d', '7 5'],
  loop: ['M132 60C150 76 226 76 232 46S200 8 170 10S128 30 132 60', '#3f6f9e', ''],
  coast: ['M-10 192C50 164 74 196 92 112M92 112C60 90 40 60 20 -10', '#7a6a9a', '2 5'],
}

function paths(c) {
  for (const [d, colour, dash] of Object.values(trails))
    c.add(
      `<path d="${d}" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round"/>`,
      `<path d="${d}" fill="none" stroke="${colour}" stroke-width="2.600" stroke-linecap="round" stroke-dasharray="${dash}"/>`,
    )
  const dots = [
    [92, 112],
    [206, 122],
    [330, 142],
    [132, 60],
  ]
  c.add(
    dots
      .map(
        ([x, y]) =>
          `<circle cx="${x}" cy="${y}" r="4.500" fill="#2f3a3f" stroke="#fff" stroke-width="1.500"/>`,
      )
      .join(''),
    `<rect x="112" y="96" width="16" height="16" rx="3" fill="#2c6aa0"/><text x="120" y="108.500" font-size="12" font-weight="700" fill="#fff" text-anchor="middle" ${font}>P</text>`,
    '<path d="M150 212l-12 74" stroke="#6a563c" stroke-width="5"/><path d="M150 212l-12 74" stroke="#d8bf8c" stroke-width="2.500"/>',
  )
}

/** The northern trails, with names. */
export function trailMap(seed, size) {
  const c = canvas(seed, size)
  land(c)
  paths(c)
  c.add(
    label([40, 66], 'Ferry Meadow'),
    label([158, 45], 'Old Reservoir', { size: 9, colour: '#2f6482' }),
    label([284, 88], 'Beech hanger', { size: 9 }),
    label([240, 116], 'Marsh', { size: 9, colour: '#7a6a30' }),
    label([60, 106], 'Landing', { size: 8.5, anchor: 'end' }),
    label([206, 138], 'Sluice', { size: 8.5, anchor: 'middle' }),
    label([326, 160], 'Heron Point', { size: 10, anchor: 'middle', weight: 700 }),
    label([156, 262], 'Lantern Pier', { size: 9 }),
    label([280, 254], 'Lantern Bay', { size: 15, colour: '#3f6f9e', anchor: 'middle' }),
    '<g transform="translate(368 100)"><path d="M0 -20L7 8L0 3L-7 8Z" fill="#2f3a3f"/></g>',
    label([368, 122], 'N', { size: 9, anchor: 'middle' }),
    '<path d="M20 282h70v5h-70z" fill="#fff" stroke="#2f3a3f"/><path d="M20 282h35v5h-35z" fill="#2f3a3f"/>',
    label([96, 288], '500 m', { size: 8 }),
  )
  return c
}

/** The whole bay without words: shapes only, so that it is the same in every viewer. */
export function overview(seed, size) {
  const c = canvas(seed, size)
  land(c)
  paths(c)
  return c
}

/** One moment of the tide clock; `turn` runs from 0 to 1. */
export function tideClock(seed, size, turn) {
  const c = canvas(seed, { w: 300, h: 300, ...size })
  const level = 150 - Math.cos(turn * Math.PI * 2) * 58
  const ticks = []
  for (let i = 0; i < 12; i++)
    ticks.push(`<path transform="rotate(${i * 30})" d="M0 -120V${i % 3 ? -112 : -106}"/>`)
  const crest = []
  for (let x = 0; x <= 300; x += 10)
    crest.push(`${x} ${n(level + Math.sin(x / 24 + turn * 12.566) * 5)}`)
  c.add(
    '<rect width="300" height="300" fill="#f4f1e6"/><circle cx="150" cy="150" r="138" fill="#1f5a63"/><circle cx="150" cy="150" r="128" fill="#fbf8ee"/><clipPath id="face"><circle cx="150" cy="150" r="128"/></clipPath>',
    `<path clip-path="url(#face)" d="M${crest.join('L')}L300 300H0Z" fill="#8fc0cc"/>`,
    `<g transform="translate(150 150)" stroke="#1f5a63" stroke-width="3">${ticks.join('')}</g>`,
    `<g fill="#1f5a63" text-anchor="middle" ${serif} font-size="17"><text x="150" y="76">High water</text><text x="150" y="238">Low water</text></g>`,
    `<g transform="translate(150 150) rotate(${n(turn * 360)})"><path d="M-4 18L0 -96L4 18Z" fill="#c8702a"/></g><circle cx="150" cy="150" r="9" fill="#1f5a63"/><circle cx="150" cy="150" r="3" fill="#fbf8ee"/>`,
  )
  return c
}

export function boardwalkSign(seed, size) {
  const c = canvas(seed, size)
  c.add(
    `<rect width="${c.w}" height="${c.h}" fill="${c.blend(['#b4c98a', '#7c9a55', '#4d6c35'])}"/>`,
  )
  for (let i = 0; i < 30; i++)
    c.add(
      `<circle cx="${n(c.between(0, c.w))}" cy="${n(c.between(0, c.h))}" r="${n(c.between(12, 44))}" fill="${i % 2 ? '#dcebb0' : '#3c5a2c'}" opacity=".22" filter="url(#glow)"/>`,
    )
  c.add(
    '<g fill="#5e4a34"><path d="M96 70h16v240H96zM288 70h16v240h-16z"/></g><g fill="#fff" opacity=".16"><path d="M97 70h4v240h-4zM289 70h4v240h-4z"/></g>',
    '<rect x="66" y="84" width="276" height="132" rx="6" fill="#14251c" opacity=".4" filter="url(#mist)"/>',
    `<rect x="62" y="78" width="276" height="132" rx="6" fill="${c.blend(['#2f6a4a', '#1f5239'])}"/><rect x="62" y="78" width="276" height="132" rx="6" fill="#fff" filter="url(#wood)" opacity=".25" style="mix-blend-mode:soft-light"/><rect x="70" y="86" width="260" height="116" rx="3" fill="none" stroke="#e9e2c8" stroke-width="1.600"/>`,
    `<g fill="#f2ecd6" text-anchor="middle" ${serif}><text x="200" y="134" font-size="27">Marsh boardwalk</text><text x="200" y="160" font-size="15">1.6 km · flat · no steps</text><text x="200" y="186" font-size="13" opacity=".85">Heron Point →</text></g>`,
    '<g fill="#c9b98f"><circle cx="78" cy="94" r="2.500"/><circle cx="322" cy="94" r="2.500"/><circle cx="78" cy="194" r="2.500"/><circle cx="322" cy="194" r="2.500"/></g>',
  )
  return c
}
