// The bay by lamp light.
import { lamp, person, pier } from './built.mjs'
import { canvas, n } from './canvas.mjs'
import { glitter, hills, sky, treeLine, water } from './nature.mjs'

function stars(c, count, to) {
  const dots = []
  for (let i = 0; i < count; i++)
    dots.push(
      `<circle cx="${n(c.between(0, c.w))}" cy="${n(c.between(0, to))}" r="${n(0.3 + c.random() ** 4 * 1.1)}" opacity="${n(0.3 + c.random() * 0.6)}"/>`,
    )
  c.add(`<g fill="#fff">${dots.join('')}</g>`)
}

function paperLantern(c, [x, y], size) {
  const halo = c.blend(['#ffb84d@.6', '#ff9d2e@.18', '#ff9d2e@0'], 'round')
  const paper = c.blend(['#ffe9b8', '#ffc15e', '#f0913a'])
  c.add(
    `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size * 2.4)}" fill="${halo}"/>`,
    `<path d="M${n(x - size * 0.42)} ${n(y - size * 0.6)}L${n(x + size * 0.42)} ${n(y - size * 0.6)}L${n(x + size * 0.52)} ${n(y + size * 0.6)}L${n(x - size * 0.52)} ${n(y + size * 0.6)}Z" fill="${paper}"/>`,
    `<path d="M${n(x)} ${n(y - size * 0.6)}V${n(y + size * 0.6)}M${n(x - size * 0.47)} ${n(y)}H${n(x + size * 0.47)}" stroke="#a85e1e" stroke-opacity=".5" stroke-width="${n(size * 0.05)}"/>`,
  )
}

export function lanternNight(seed, size, { floating = true } = {}) {
  const c = canvas(seed, size)
  const line = c.h * 0.5
  sky(c, { colours: ['#0d1636', '#182450', '#3a3566'], to: line, clouds: 0.12 })
  stars(c, 130, line - 30)
  hills(c, { y: line + 1, height: 26, colour: '#121a38' })
  water(c, { y: line, colours: ['#2b2c58', '#141c40', '#0a1028'], shine: 0.16 })
  const places = pier(c, {
    y: line - 4,
    slope: 5,
    colour: '#070b1c',
    from: -8,
    to: c.w * 0.96,
    lamps: 16,
  })
  for (const [x] of places)
    glitter(c, {
      x,
      y: line + 6,
      to: Math.min(c.h, line + 74),
      colour: '#ffc873',
      count: 22,
      spread: 4,
    })
  for (let i = 0; i < 22; i++)
    person(c, [c.w * (0.04 + i * 0.041) + c.between(-4, 4), line - 2], {
      size: 14,
      colour: '#070b1c',
    })
  for (const place of places) lamp(c, place, { size: 2.6 })
  if (!floating) return c
  const row = []
  for (let i = 0; i < 15; i++)
    row.push([c.between(10, c.w - 10), line + 34 + c.random() ** 0.8 * (c.h - line - 52)])
  row.sort((a, b) => a[1] - b[1])
  for (const [x, y] of row) {
    const scale = 6 + ((y - line) / (c.h - line)) * 22
    glitter(c, {
      x,
      y: y + scale * 0.7,
      to: y + scale * 2.2,
      colour: '#ffb45a',
      count: 12,
      spread: scale * 0.4,
    })
    paperLantern(c, [x, y], scale)
  }
  return c
}

export function harbourLights(seed, size) {
  const c = canvas(seed, size)
  const line = c.h * 0.48
  sky(c, { colours: ['#0b1430', '#1c2a52', '#4d4a70', '#8d6a72'], to: line, clouds: 0.25 })
  stars(c, 60, line * 0.6)
  hills(c, { y: line, height: 48, colour: '#141b36', waves: 1.5 })
  const mirrored = treeLine(c, { y: line, size: 9, colour: '#0d1328' })
  const houses = []
  const lit = []
  for (let x = 16; x < c.w - 10; x += c.between(14, 26)) {
    const w = c.between(11, 20)
    const h = c.between(12, 24)
    houses.push(
      `<path d="M${n(x)} ${line}v${n(-h)}l${n(w / 2)} ${n(-w * 0.45)}l${n(w / 2)} ${n(w * 0.45)}V${line}Z" fill="hsl(${n(c.between(222, 250))} 24% ${n(c.between(13, 22))}%)"/>`,
    )
    if (c.random() > 0.25) lit.push([x + w / 2, line - h * 0.5])
  }
  c.add(...houses)
  water(c, { y: line, colours: ['#3a3f66', '#161e3e', '#080d20'], mirrored, shine: 0.18 })
  for (const [x, y] of lit) {
    const colour = c.random() > 0.75 ? '#ff9a6b' : '#ffd48a'
    glitter(c, {
      x,
      y: line + 2,
      to: line + c.between(60, c.h * 0.46),
      colour,
      count: 34,
      spread: 5,
    })
    c.add(`<rect x="${n(x - 2)}" y="${n(y - 2.4)}" width="4" height="4.8" fill="${colour}"/>`)
    lamp(c, [x, y], { size: 0.8, colour, glow: 13 })
  }
  for (let i = 0; i < 4; i++)
    boat(c, [c.w * (0.15 + i * 0.24), line + 30 + (i % 2) * 34], 15 + (i % 2) * 12)
  return c
}

function boat(c, [x, y], size) {
  c.add(
    `<g fill="#0a0f22"><path d="M${n(x - size)} ${n(y - size * 0.28)}Q${n(x)} ${n(y - size * 0.12)} ${n(x + size * 1.1)} ${n(y - size * 0.34)}L${n(x + size * 0.75)} ${n(y + size * 0.1)}H${n(x - size * 0.8)}Z"/><rect x="${n(x - size * 0.06)}" y="${n(y - size * 2.1)}" width="${n(size * 0.09)}" height="${n(size * 1.9)}"/><path d="M${n(x + size * 0.06)} ${n(y - size * 2)}L${n(x + size * 0.8)} ${n(y - size * 0.42)}H${n(x + size * 0.06)}Z" opacity=".7"/></g>`,
  )
}
