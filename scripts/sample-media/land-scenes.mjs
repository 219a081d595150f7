// Marsh, meadow, wood and the visitor centre.
import { boardwalk, centre, rails } from './built.mjs'
import { canvas, n } from './canvas.mjs'
import { blades, field, haze, hills, reeds, sky, specks, sun, tree, treeLine } from './nature.mjs'

const seasons = {
  dawn: {
    sky: ['#7f9cb8', '#c9c6c4', '#f6d3a6'],
    far: '#8f9aa6',
    trees: '#59636d',
    ground: ['#b7a676', '#8b8350', '#56552f'],
    reeds: ['#6d6a36', '#8d8148', '#4c4b24'],
    plume: '#5a4726',
    haze: '#f3cfa4',
  },
  june: {
    sky: ['#7db4d8', '#bcd9e6', '#e8efe6'],
    far: '#9db7ad',
    trees: '#4f7350',
    ground: ['#a9c07a', '#7ba04d', '#4c7032'],
    reeds: ['#5d8a3a', '#7ea350', '#3f672a'],
    plume: '#7a6b3a',
    haze: '#e6efdc',
  },
}

export function boardwalkScene(seed, size, season) {
  const c = canvas(seed, size)
  const look = seasons[season]
  const line = c.h * 0.45
  sky(c, { colours: look.sky, to: line + 4 })
  if (season === 'dawn') sun(c, { x: 248, y: line - 30, r: 9, colour: '#ffe0ae', halo: 12 })
  hills(c, { y: line + 2, height: 16, colour: look.far, mist: true })
  treeLine(c, { y: line, size: 11, colour: look.trees })
  field(c, { y: line, colours: look.ground, texture: 0.75 })
  haze(c, { y: line + 8, height: 60, colour: look.haze, strength: 0.65 })
  for (let row = 0; row < 4; row++)
    blades(c, {
      y: line + 18 + row * 16,
      height: 10 + row * 6,
      colours: look.reeds.map((r) => `${r}66`),
      count: 260,
    })
  boardwalk(c, { x: 214, y: line + 8, light: season === 'dawn' ? 54 : 62 })
  rails(c, { x: 214, y: line + 8 })
  reeds(c, { y: c.h + 16, height: 112, colours: look.reeds, plume: look.plume, count: 36, to: 92 })
  reeds(c, {
    y: c.h + 16,
    height: 84,
    colours: look.reeds,
    plume: look.plume,
    count: 22,
    from: c.w - 66,
  })
  specks(c, { x: 110, y: line - 66 })
  return c
}

export function reedBeds(seed, size) {
  const c = canvas(seed, size)
  const line = c.h * 0.36
  sky(c, { colours: ['#6f9cc4', '#a9c8dc', '#dfe6e2'], to: line + 2 })
  hills(c, { y: line + 3, height: 20, colour: '#8398a2', mist: true })
  treeLine(c, { y: line, size: 7, colour: '#5d6f66' })
  c.add(
    `<rect y="${line}" width="${c.w}" height="${c.h - line}" fill="${c.blend(['#a8c3d2', '#5b86a3', '#37637f'])}"/>`,
    `<rect y="${line}" width="${c.w}" height="${c.h - line}" filter="url(#water)" opacity=".45"/>`,
  )
  const rows = [
    [0.46, 13, ['#b99a58', '#cdb06c', '#a3854a']],
    [0.76, 44, ['#b78f45', '#d0a95c', '#96733a']],
    [1.05, 96, ['#a97c34', '#cfa04e', '#80602c', '#e0b968']],
  ]
  for (const [at, height, colours] of rows) reedRow(c, { y: c.h * at, height, colours })
  specks(c, { x: 280, y: 46, count: 11 })
  return c
}

function reedRow(c, { y, height, colours }) {
  const top = y - height * 0.42
  const waves = []
  for (let x = -10; x <= c.w + 10; x += 8)
    waves.push(`${x} ${n(top + c.between(0, height * 0.16))}`)
  const paint = c.blend([`${colours[1]}@.9`, colours[0], colours[2]])
  c.add(
    `<path d="M-10 ${y + 12}L${waves.join('L')}L${c.w + 10} ${y + 12}Z" fill="${paint}" filter="url(#hand)"/>`,
  )
  blades(c, { y, height: height * 0.9, colours, count: 520, depth: height * 0.2 })
  reeds(c, { y, height, colours, plume: '#7b5a2e', count: Math.round(64 - height / 4) })
}

export function meadow(seed, size, season) {
  const c = canvas(seed, size)
  const isAutumn = season === 'autumn'
  const line = c.h * 0.46
  sky(c, {
    colours: isAutumn ? ['#9fb2c2', '#d4d6d2', '#f0e2c8'] : ['#74b0dc', '#b4d8ea', '#eef3e8'],
    to: line + 4,
  })
  hills(c, { y: line + 4, height: 34, colour: isAutumn ? '#a39a86' : '#8fae9b', mist: true })
  treeLine(c, { y: line, size: 11, colour: isAutumn ? '#93703f' : '#4d7a4c' })
  field(c, {
    y: line,
    colours: isAutumn ? ['#d9c07a', '#b9974d', '#7e632f'] : ['#b2cc78', '#83ad4c', '#4f7f30'],
  })
  const path = `M${c.w * 0.69} ${line + 6}C${c.w * 0.5} ${line + 20} ${c.w * 0.86} ${line + 44} ${c.w * 0.6} ${line + 74}C${c.w * 0.42} ${line + 100} ${c.w * 0.3} ${c.h} ${c.w * 0.26} ${c.h + 10}L${c.w * 0.52} ${c.h + 10}C${c.w * 0.55} ${line + 110} ${c.w * 0.82} ${line + 96} ${c.w * 0.84} ${line + 56}C${c.w * 0.8} ${line + 24} ${c.w * 0.62} ${line + 24} ${c.w * 0.7} ${line + 6}Z`
  c.add(
    `<path d="${path}" fill="${c.blend(isAutumn ? ['#e6d3a4', '#c7a873'] : ['#efe0b8', '#d2b98a'])}" filter="url(#hand)"/>`,
  )
  const greens = isAutumn ? ['#8f7434', '#b8954a', '#6c5626'] : ['#5e9038', '#86b552', '#3f6f2a']
  blades(c, {
    y: c.h * 0.86,
    height: 9,
    colours: greens.map((g) => `${g}88`),
    count: 700,
    to: c.w * 0.36,
    depth: c.h * 0.3,
  })
  blades(c, {
    y: c.h * 0.9,
    height: 9,
    colours: greens.map((g) => `${g}88`),
    count: 420,
    from: c.w * 0.72,
    depth: c.h * 0.26,
  })
  tree(c, {
    x: c.w * 0.84,
    y: line + 34,
    size: 116,
    dark: isAutumn ? '#8a4f22' : '#2f5b30',
    lit: isAutumn ? '#d4873a' : '#6d9c48',
  })
  blades(c, { y: c.h + 8, height: 40, colours: greens, count: 340, to: c.w * 0.3, depth: 14 })
  blades(c, { y: c.h + 8, height: 34, colours: greens, count: 300, from: c.w * 0.5, depth: 14 })
  flowers(c, isAutumn ? ['#e9dcc0'] : ['#fff6e0', '#f2c53d', '#d98bb0'])
  return c
}

function flowers(c, colours) {
  const dots = []
  for (let i = 0; i < 120; i++) {
    const t = c.random()
    const y = c.h * (0.58 + 0.42 * t)
    const x = c.random() < 0.5 ? c.between(0, c.w * 0.26) : c.between(c.w * 0.6, c.w)
    dots.push(
      `<circle cx="${n(x)}" cy="${n(y)}" r="${n(0.6 + t * 1.7)}" fill="${colours[i % colours.length]}"/>`,
    )
  }
  c.add(dots.join(''))
}

export function centreScene(seed, size, time) {
  const c = canvas(seed, size)
  const isEvening = time === 'evening'
  const line = c.h * 0.6
  sky(c, {
    colours: isEvening ? ['#2c3454', '#5a5578', '#b98a86'] : ['#79b2da', '#b9dae8', '#eaf0e6'],
    to: line,
  })
  hills(c, { y: line + 2, height: 40, colour: isEvening ? '#3a3f5c' : '#8fae9f', mist: true })
  treeLine(c, { y: line + 2, size: 17, colour: isEvening ? '#262c3c' : '#4c7350' })
  field(c, {
    y: line,
    colours: isEvening ? ['#3a4a3c', '#26332a', '#171f1a'] : ['#9cbf66', '#6f9a44', '#46702c'],
  })
  c.add(
    `<path d="M190 ${line + 26}L224 ${line + 26}L300 ${c.h + 10}L116 ${c.h + 10}Z" fill="${isEvening ? '#4f4a48' : '#d9c9a6'}" filter="url(#hand)"/>`,
  )
  centre(c, {
    x: 92,
    y: line + 28,
    wall: isEvening ? '#4a3426' : '#9a6a3f',
    glass: isEvening ? c.blend(['#ffdd8f', '#f4a83c']) : c.blend(['#cfe4ee', '#86a9ba']),
    roof: isEvening ? '#1f2a22' : '#5f7f3c',
    glow: isEvening,
  })
  if (isEvening)
    c.add(
      `<ellipse cx="206" cy="${line + 44}" rx="120" ry="34" fill="${c.blend(['#ffc465@.55', '#ffbf5e@.18', '#ffbf5e@0'], 'round')}"/>`,
    )
  const greens = isEvening ? ['#2b3a2e', '#1b261f'] : ['#5a8a38', '#7fae50', '#3d6a2a']
  blades(c, { y: c.h + 10, height: 46, colours: greens, count: 260, to: c.w * 0.26 })
  blades(c, { y: c.h + 10, height: 40, colours: greens, count: 240, from: c.w * 0.76 })
  tree(c, {
    x: 48,
    y: line + 30,
    size: 92,
    dark: isEvening ? '#171c26' : '#35603a',
    lit: isEvening ? '#222b38' : '#6f9e52',
  })
  return c
}

const woods = {
  may: {
    light: ['#dff0b8', '#a6cf6c', '#7aa850'],
    floor: ['#c3a862', '#8d7a3c'],
    leaf: ['#b8dd6c', '#8fc04c', '#d9f09a'],
    far: '#8fb46a',
    trunk: ['#5c6350', '#33362c'],
  },
  autumn: {
    light: ['#fbe6b4', '#eeb866', '#c98540'],
    floor: ['#d08a3c', '#8a4f22'],
    leaf: ['#e8942f', '#c9642a', '#f4c65a'],
    far: '#c9944f',
    trunk: ['#6a5444', '#352922'],
  },
}

export function beechWood(seed, size, season) {
  const c = canvas(seed, size)
  const look = woods[season]
  const floor = c.h * 0.76
  c.add(`<rect width="${c.w}" height="${c.h}" fill="${c.blend(look.light)}"/>`)
  sun(c, { x: c.w * 0.62, y: c.h * 0.3, r: 30, colour: '#fffbe0', halo: 5 })
  const trunks = (count, width, fill) => {
    const parts = []
    for (let i = 0; i < count; i++) {
      const x = ((i + c.between(0.2, 0.8)) / count) * c.w
      const w = width * c.between(0.7, 1.3)
      parts.push(
        `<path d="M${n(x - w)} ${n(floor + width * 2)}Q${n(x - w * 0.5)} ${n(floor - 30)} ${n(x - w * 0.55)} -5H${n(x + w * 0.55)}Q${n(x + w * 0.5)} ${n(floor - 30)} ${n(x + w)} ${n(floor + width * 2)}Z"/>`,
      )
    }
    c.add(`<g fill="${fill}" filter="url(#hand)">${parts.join('')}</g>`)
  }
  const leaves = (count, r, height) => {
    const dots = []
    for (let i = 0; i < count; i++)
      dots.push(
        `<ellipse cx="${n(c.between(-10, c.w + 10))}" cy="${n(c.random() ** 1.6 * height)}" rx="${n(r * c.between(0.5, 1.2))}" ry="${n(r * 0.6)}" fill="${look.leaf[i % 3]}" opacity=".8"/>`,
      )
    c.add(`<g filter="url(#soft)">${dots.join('')}</g>`)
  }
  trunks(16, 4, look.far)
  leaves(420, 5, c.h * 0.62)
  c.add(
    `<rect y="${floor}" width="${c.w}" height="${c.h - floor}" fill="${c.blend(look.floor)}"/>`,
    `<rect y="${floor}" width="${c.w}" height="${c.h - floor}" filter="url(#grass)" opacity=".7" style="mix-blend-mode:soft-light"/>`,
  )
  haze(c, { y: floor, height: 70, colour: look.light[0], strength: 0.7 })
  trunks(6, 9, c.blend(look.trunk, 'across'))
  leaves(380, 4.4, c.h * 0.52)
  trunks(2, 17, c.blend([look.trunk[1], look.trunk[0], look.trunk[1]], 'across'))
  leaves(460, 4, c.h * 0.42)
  if (season === 'autumn')
    for (let i = 0; i < 90; i++)
      c.add(
        `<ellipse cx="${n(c.between(0, c.w))}" cy="${n(c.between(floor, c.h))}" rx="3" ry="1.2" fill="${look.leaf[i % 3]}"/>`,
      )
  if (season !== 'autumn')
    blades(c, { y: c.h + 6, height: 26, colours: ['#7d9a3c', '#a3bf58', '#5c7a2c'], count: 380 })
  return c
}
