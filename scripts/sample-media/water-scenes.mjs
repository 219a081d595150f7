// Sea, shore, reservoir and estuary by day.
import { bridge, kayak, person, pier } from './built.mjs'
import { canvas, n } from './canvas.mjs'
import { glitter, haze, hills, reeds, sky, specks, sun, treeLine, water } from './nature.mjs'

export function reservoirMist(seed, size) {
  const c = canvas(seed, size)
  const line = c.h * 0.58
  sky(c, { colours: ['#93a3b4', '#c3cbd1', '#e9e4d8'], to: line })
  sun(c, { x: c.w * 0.34, y: c.h * 0.26, r: 13, colour: '#fff6df', halo: 9 })
  const ridges = [
    [line - 34, 62, '#b3bfc9'],
    [line - 16, 46, '#98a7b3'],
    [line - 4, 30, '#7d8f9d'],
  ]
  for (const [y, height, colour] of ridges) {
    hills(c, { y, height, colour, waves: 1.6, mist: true })
    haze(c, { y: y - 2, height: 36, colour: '#e3e6e6', strength: 0.6 })
  }
  const mirrored = treeLine(c, { y: line, size: 13, colour: '#4c5b66' })
  water(c, { y: line, colours: ['#c2c9cc', '#8d9daa', '#5f7382'], mirrored, shine: 0.3 })
  glitter(c, { x: c.w * 0.34, y: line + 3, to: c.h, colour: '#fff6e2', spread: 22, count: 46 })
  haze(c, { y: line, height: 34, colour: '#eceeec', strength: 0.75 })
  return c
}

export function millBridge(seed, size) {
  const c = canvas(seed, size)
  const line = c.h * 0.6
  sky(c, { colours: ['#a5adb3', '#c9cdce', '#dcdbd5'], to: line, clouds: 0.35 })
  sun(c, { x: c.w * 0.4, y: c.h * 0.2, r: 14, colour: '#fdf6e4', halo: 6 })
  treeLine(c, { y: line - 16, size: 24, colour: '#a3acaf' })
  haze(c, { y: line - 26, height: 60, colour: '#d9dbd9', strength: 0.8 })
  const mirrored = bridge(c, { y: line, height: 62, colour: '#666f75' })
  water(c, { y: line, colours: ['#b9c0c2', '#8f9aa0', '#616d74'], mirrored, shine: 0.25 })
  haze(c, { y: line - 6, height: 56, colour: '#dfe1df', strength: 0.75 })
  reeds(c, {
    y: c.h + 10,
    height: 70,
    colours: ['#5a5b48', '#6e6b50', '#45473a'],
    plume: '#4d4536',
    count: 26,
    to: c.w * 0.34,
  })
  return c
}

export function lowTide(seed, size) {
  const c = canvas(seed, size)
  const line = c.h * 0.24
  sky(c, { colours: ['#86b8d6', '#c8e0e6'], to: line })
  c.add(
    `<rect y="${line}" width="${c.w}" height="${c.h}" fill="${c.blend(['#2f7d8c', '#4fa0a6', '#8cc7c2'])}"/>`,
    `<rect y="${line}" width="${c.w}" height="${c.h * 0.4}" filter="url(#water)" opacity=".55"/>`,
  )
  for (let i = 0; i < 5; i++) {
    const y = line + 14 + i * i * 5
    c.add(
      `<path d="${wave(c, y, 3 + i)}" fill="none" stroke="#fff" stroke-width="${n(1.6 + i * 1.5)}" opacity="${n(0.5 + i * 0.08)}" filter="url(#ripple)"/>`,
    )
  }
  const edge = c.h * 0.6
  c.add(
    `<path d="${wave(c, edge - 6, 7)}L${c.w + 10} ${c.h}L-10 ${c.h}Z" fill="#fff" opacity=".9" filter="url(#hand)"/>`,
    `<path d="${wave(c, edge, 7)}L${c.w + 10} ${c.h}L-10 ${c.h}Z" fill="${c.blend(['#b79d72', '#dcc69a', '#e9d8b2'])}" filter="url(#hand)"/>`,
    `<rect y="${edge + 8}" width="${c.w}" height="${c.h - edge}" filter="url(#grass)" opacity=".28" style="mix-blend-mode:soft-light"/>`,
  )
  for (let i = 0; i < 11; i++) {
    const [x, y] = [c.w * 0.62 + i * 7 + (i % 2) * 5, c.h - 4 - i * 9]
    c.add(
      `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(3.4 - i * 0.2)}" ry="${n(1.7 - i * 0.1)}" fill="#8d7750" opacity=".7"/>`,
    )
  }
  specks(c, { x: c.w * 0.3, y: line + 2, count: 9, colour: '#f5f7f5' })
  return c
}

function wave(c, y, height) {
  const shift = c.between(0, 6)
  const points = []
  for (let x = -10; x <= c.w + 10; x += 10)
    points.push(
      `${x} ${n(y + Math.sin(x / 46 + shift) * height + Math.sin(x / 17 + shift) * height * 0.3)}`,
    )
  return `M${points.join('L')}`
}

export function kayaksAtSlip(seed, size) {
  const c = canvas(seed, size)
  const shore = c.h * 0.36
  sky(c, { colours: ['#8fb7cf', '#cfe0e4'], to: c.h * 0.12, clouds: 0.3 })
  hills(c, { y: c.h * 0.13, height: 16, colour: '#5f8476' })
  water(c, { y: c.h * 0.12, colours: ['#5f9aa0', '#79b0b0'], to: shore + 8, shine: 0.6 })
  c.add(
    `<path d="${wave(c, shore - 4, 3)}L${c.w + 10} ${c.h}L-10 ${c.h}Z" fill="#f4f6f2" filter="url(#hand)"/>`,
    `<path d="${wave(c, shore + 2, 3)}L${c.w + 10} ${c.h}L-10 ${c.h}Z" fill="#a8a196" filter="url(#hand)"/>`,
    `<rect y="${shore + 2}" width="${c.w}" height="${c.h - shore}" fill="#b5ada0" filter="url(#pebble)" opacity=".75" style="mix-blend-mode:multiply"/>`,
  )
  const colours = ['#d4562a', '#e9b52c', '#2f7fb3', '#3f8f5a', '#e07b2e', '#b23b52']
  colours.forEach((colour, i) => {
    kayak(c, {
      x: 34 + i * (c.w / 5.7),
      y: c.h * 0.68 + (i % 2) * 6,
      length: c.h * 0.58,
      colour,
      turn: -13 + c.between(-3, 3),
    })
  })
  return c
}

/** The braided estuary seen from the air. */
export function fromAbove(seed, size, tones = ['#5b93a8', '#2f6c86', '#1f4f68']) {
  const c = canvas(seed, size)
  const { w, h } = c
  c.add(
    `<rect width="${w}" height="${h}" fill="${c.blend(['#a9a56a', '#8d9a5c', '#b8a873'])}"/>`,
    `<rect width="${w}" height="${h}" filter="url(#land)" opacity=".8" style="mix-blend-mode:soft-light"/>`,
  )
  const main = `M${-w * 0.05} ${h * 0.12}C${w * 0.3} ${h * 0.05} ${w * 0.42} ${h * 0.22} ${w * 0.3} ${h * 0.42}S${w * 0.3} ${h * 0.75} ${w * 0.55} ${h * 0.64}S${w * 0.86} ${h * 0.46} ${w * 0.8} ${h * 0.78}S${w * 0.9} ${h * 1.02} ${w * 1.05} ${h * 0.98}`
  const side = `M${w * 1.05} ${h * 0.1}C${w * 0.8} ${h * 0.18} ${w * 0.9} ${h * 0.38} ${w * 0.68} ${h * 0.4}S${w * 0.5} ${h * 0.5} ${w * 0.52} ${h * 0.64}`
  const creek = `M${w * 0.12} ${h * 1.05}C${w * 0.16} ${h * 0.8} ${w * 0.06} ${h * 0.66} ${w * 0.27} ${h * 0.58}`
  const widths = [
    [main, h * 0.15],
    [side, h * 0.07],
    [creek, h * 0.05],
  ]
  const layer = (extra, stroke, opacity) =>
    `<g fill="none" stroke="${stroke}" stroke-linecap="round" opacity="${opacity}" filter="url(#hand)">${widths.map(([d, width]) => `<path d="${d}" stroke-width="${n(width * extra)}"/>`).join('')}</g>`
  c.add(
    layer(1.5, '#cdbd8c', 0.75),
    layer(1.15, '#e3d6ac', 0.9),
    layer(1, tones[0], 1),
    layer(0.72, tones[1], 0.8),
    layer(0.36, tones[2], 0.7),
  )
  const patches = []
  for (let i = 0; i < 40; i++)
    patches.push(
      `<ellipse cx="${n(c.between(0, w))}" cy="${n(c.between(0, h))}" rx="${n(c.between(8, 36))}" ry="${n(c.between(5, 20))}" fill="${['#7d8c4a', '#c9b981', '#6f8450', '#a5873f'][i % 4]}" fill-opacity=".16"/>`,
    )
  c.add(`<g filter="url(#rough)">${patches.join('')}</g>`)
  const veins = []
  for (let i = 0; i < 46; i++) {
    const [x, y] = [c.between(0, w), c.between(0, h)]
    veins.push(
      `M${n(x)} ${n(y)}q${n(c.between(-16, 16))} ${n(c.between(-10, 10))} ${n(c.between(-24, 24))} ${n(c.between(-16, 16))}t${n(c.between(-14, 14))} ${n(c.between(-14, 14))}`,
    )
  }
  c.add(
    `<path d="${veins.join('')}" fill="none" stroke="${tones[0]}" stroke-width="1.3" opacity=".65" filter="url(#hand)"/>`,
  )
  specks(c, { x: w * 0.62, y: h * 0.28, count: 12, colour: '#fffdf3', size: 2.4 })
  return c
}

const evenings = {
  dusk: {
    sky: ['#4d4679', '#a06a92', '#eda68a', '#f9d49a'],
    hill: '#54466f',
    sea: ['#d99b8c', '#86638f', '#3d3566'],
    dark: '#241f38',
  },
  dawn: {
    sky: ['#5b6a96', '#b08fa6', '#f0b48c', '#fbe0ae'],
    hill: '#5d6288',
    sea: ['#e3b79c', '#8a86a6', '#434f7c'],
    dark: '#232a44',
  },
}

/** The bay with a low sun; `pier` puts the pier and three people in front of it. */
export function lowSun(seed, size, { time = 'dusk', withPier = false, withReeds = true } = {}) {
  const c = canvas(seed, size)
  const look = evenings[time]
  const line = c.h * (withPier ? 0.62 : 0.56)
  const x = c.w * (withPier ? 0.62 : 0.36)
  sky(c, { colours: look.sky, to: line, clouds: 0.4 })
  sun(c, { x, y: line - c.h * 0.15, r: 12, colour: '#ffe3a8', halo: 9 })
  hills(c, { y: line + 2, height: c.h * 0.16, colour: look.hill, waves: 1.7, mist: true })
  hills(c, { y: line + 1, height: c.h * 0.06, colour: `${look.dark}99`, waves: 3 })
  water(c, { y: line, colours: look.sea, shine: 0.4 })
  glitter(c, { x, y: line + 2, to: c.h, colour: '#ffe7b4', count: 80, spread: 34 })
  if (withPier) {
    pier(c, { y: line - 6, slope: 4, colour: look.dark, to: c.w * 0.82 })
    for (const at of [0.24, 0.28, 0.61])
      person(c, [c.w * at, line - 6 + at * 3], { size: 19, colour: look.dark })
  }
  if (withReeds)
    reeds(c, { y: c.h + 12, height: 44, colours: [look.dark], plume: look.dark, count: 30 })
  specks(c, { x: c.w * 0.78, y: c.h * 0.24, colour: look.dark })
  return c
}
