// Herons, avocets, an otter, a moth and an oyster.
import { canvas, n } from './canvas.mjs'
import { blades, haze, hills, reeds, sky, treeLine, water } from './nature.mjs'

/** A heron standing, as one outline with a lit back; `scale` 1 is 90 units tall. */
function heron(c, [x, y], { scale = 1, colour = '#39434c', lit = '#7f8d97', turn = 1 } = {}) {
  c.add(
    `<g transform="translate(${n(x)} ${n(y)}) scale(${scale * turn} ${scale})">`,
    `<g stroke="${colour}" stroke-width="1.7" fill="none" stroke-linecap="round"><path d="M-3 -34L-5 -16L-4 2M5 -34L6 -17L5 2M-4 2l-5 1M5 2l5 1"/></g>`,
    `<path d="M-30 -33C-20 -46 -4 -52 8 -50C16 -49 17 -57 14 -64C10 -73 8 -82 16 -88C20 -91 25 -90 27 -87L46 -82L27 -82C21 -80 18 -77 20 -69C23 -59 24 -50 16 -41C8 -33 -6 -32 -14 -32Z" fill="${colour}"/>`,
    `<path d="M-26 -34C-16 -45 -4 -49 8 -47C2 -41 -8 -36 -26 -34Z" fill="${lit}" opacity=".85"/>`,
    `<path d="M17 -87Q9 -88 2 -84" stroke="${colour}" stroke-width="1.4" fill="none"/><circle cx="22" cy="-86" r=".9" fill="#f6e7a8"/>`,
    '</g>',
  )
}

function mirror(c, at, draw) {
  c.add(`<g transform="translate(0 ${n(at * 2)}) scale(1 -1)" opacity=".4" filter="url(#ripple)">`)
  draw()
  c.add('</g>')
  draw()
}

export function heronHide(seed, size) {
  const c = canvas(seed, size)
  const line = c.h * 0.4
  sky(c, { colours: ['#aebfca', '#d3dad8', '#e6e4d8'], to: line, clouds: 0.45 })
  hills(c, { y: line - 8, height: 22, colour: '#a2b3b8', mist: true })
  const mirrored = treeLine(c, { y: line, size: 15, colour: '#5f7873' })
  water(c, { y: line, colours: ['#ccd6d4', '#9db0b0', '#728a8c'], mirrored, shine: 0.35 })
  haze(c, { y: line, height: 26, colour: '#e9ede8', strength: 0.7 })
  mirror(c, c.h * 0.78, () => heron(c, [c.w * 0.58, c.h * 0.78], { scale: 1.25 }))
  reeds(c, {
    y: c.h + 14,
    height: 76,
    colours: ['#51633f', '#6d7d4c', '#3b4a30'],
    plume: '#4f4328',
    count: 30,
    to: c.w * 0.5,
  })
  reeds(c, {
    y: c.h + 16,
    height: 52,
    colours: ['#51633f', '#6d7d4c', '#3b4a30'],
    plume: '#4f4328',
    count: 26,
    from: c.w * 0.6,
  })
  return c
}

export function heronsTwo(seed, size) {
  const c = canvas(seed, size)
  const line = c.h * 0.34
  sky(c, { colours: ['#cdb994', '#e6d6b0', '#f3e8cc'], to: line, clouds: 0.4 })
  hills(c, { y: line + 2, height: 26, colour: '#b8aa86', mist: true })
  water(c, { y: line, colours: ['#efe3c6', '#dbc9a0', '#b6a179'], shine: 0.45 })
  mirror(c, c.h * 0.8, () =>
    heron(c, [c.w * 0.36, c.h * 0.8], { scale: 1.35, colour: '#3c3a35', lit: '#79756a' }),
  )
  mirror(c, c.h * 0.7, () =>
    heron(c, [c.w * 0.74, c.h * 0.7], { scale: 0.95, colour: '#4c483f', lit: '#857f70', turn: -1 }),
  )
  blades(c, { y: c.h + 6, height: 20, colours: ['#6a5a38', '#4d4128'], count: 90 })
  return c
}

export function avocets(seed, size) {
  const c = canvas(seed, size)
  const line = c.h * 0.3
  sky(c, { colours: ['#9fb6c6', '#c6d2d6'], to: line, clouds: 0.4 })
  treeLine(c, { y: line, size: 6, colour: '#7d9193' })
  water(c, { y: line, colours: ['#b5c5cb', '#8ea2aa'], to: c.h * 0.64, shine: 0.4 })
  c.add(
    `<path d="M-10 ${c.h * 0.5}Q${c.w * 0.3} ${c.h * 0.46} ${c.w * 0.6} ${c.h * 0.55}T${c.w + 10} ${c.h * 0.52}V${c.h}H-10Z" fill="${c.blend(['#9a968b', '#7a756b', '#5c574f'])}" filter="url(#hand)"/>`,
    `<rect y="${c.h * 0.55}" width="${c.w}" height="${c.h * 0.45}" filter="url(#water)" opacity=".35"/>`,
  )
  const flock = [
    [0.14, 0.6, 0.5, 1],
    [0.32, 0.64, 0.62, -1],
    [0.62, 0.62, 0.55, 1],
    [0.24, 0.86, 1.05, 1],
    [0.55, 0.9, 1.25, -1],
    [0.83, 0.82, 0.95, 1],
  ]
  for (const [fx, fy, scale, turn] of flock)
    mirror(c, c.h * fy, () => avocet(c, [c.w * fx, c.h * fy], [scale, turn]))
  return c
}

function avocet(c, [x, y], [scale, turn]) {
  c.add(
    `<g transform="translate(${n(x)} ${n(y)}) scale(${scale * turn} ${scale})"><path d="M-3 -18L-4 0M4 -18L5 0" stroke="#6f8aa0" stroke-width="1.5" fill="none"/><path d="M-25 -24C-15 -36 4 -36 11 -34C15 -40 15 -47 21 -49C26 -50 28 -46 27 -43C25 -36 20 -22 4 -17C-8 -14 -17 -19 -25 -24Z" fill="#f8f7f2"/><path d="M-25 -24C-17 -31 -4 -33 4 -31C-4 -27 -14 -24 -25 -24Z" fill="#25262a"/><path d="M-12 -22C-4 -26 6 -26 10 -24" stroke="#25262a" stroke-width="2.4" fill="none"/><path d="M15 -45C16 -50 22 -52 26 -48C27 -46 27 -45 26.500 -45C22 -46 19 -43 16 -36Z" fill="#25262a"/><path d="M27 -46Q38 -46 42 -52" stroke="#25262a" stroke-width="1.3" fill="none"/></g>`,
  )
}

export function otter(seed, size) {
  const c = canvas(seed, size)
  water(c, { y: 0, colours: ['#4f6f58', '#3a5a4c', '#25423c'], shine: 0.5 })
  for (let i = 0; i < 5; i++)
    c.add(
      `<ellipse cx="${c.w * 0.5}" cy="${c.h * 0.62}" rx="${n(86 + i * 34)}" ry="${n(20 + i * 13)}" fill="none" stroke="#cfe0cf" stroke-opacity="${n(0.5 - i * 0.08)}" stroke-width="1.6" filter="url(#ripple)"/>`,
    )
  const [x, y] = [c.w * 0.5, c.h * 0.6]
  const fur = c.blend(['#8a6a4c', '#5e4530', '#3d2c1f'])
  c.add(
    `<path d="M${x - 74} ${y + 12}C${x - 70} ${y - 46} ${x - 46} ${y - 76} ${x} ${y - 78}C${x + 46} ${y - 76} ${x + 70} ${y - 46} ${x + 74} ${y + 12}Z" fill="${fur}" filter="url(#hand)"/>`,
    `<g fill="#5b4330"><ellipse cx="${x - 55}" cy="${y - 49}" rx="12" ry="11"/><ellipse cx="${x + 55}" cy="${y - 49}" rx="12" ry="11"/></g><g fill="#33241a"><ellipse cx="${x - 54}" cy="${y - 47}" rx="6" ry="6"/><ellipse cx="${x + 54}" cy="${y - 47}" rx="6" ry="6"/></g>`,
    `<path d="M${x - 50} ${y + 12}C${x - 54} ${y - 16} ${x - 30} ${y - 30} ${x} ${y - 30}C${x + 30} ${y - 30} ${x + 54} ${y - 16} ${x + 50} ${y + 12}Z" fill="#cdb294" filter="url(#soft)"/>`,
    `<path d="M${x - 18} ${y - 30}Q${x} ${y - 42} ${x + 18} ${y - 30}Q${x + 12} ${y - 14} ${x} ${y - 13}Q${x - 12} ${y - 14} ${x - 18} ${y - 30}Z" fill="#241a15"/><path d="M${x} ${y - 13}V${y - 4}M${x - 16} ${y + 2}Q${x - 6} ${y + 3} ${x} ${y - 4}Q${x + 6} ${y + 3} ${x + 16} ${y + 2}" stroke="#4a3526" stroke-width="2" fill="none"/>`,
    `<g fill="#16100d"><circle cx="${x - 31}" cy="${y - 45}" r="6.500"/><circle cx="${x + 31}" cy="${y - 45}" r="6.500"/></g><g fill="#fff"><circle cx="${x - 33}" cy="${y - 48}" r="2"/><circle cx="${x + 29}" cy="${y - 48}" r="2"/></g>`,
  )
  const whiskers = []
  for (let i = 0; i < 7; i++)
    for (const side of [-1, 1])
      whiskers.push(
        `M${x + side * 20} ${n(y - 16 + i * 2.4)}Q${x + side * 58} ${n(y - 26 + i * 6)} ${n(x + side * (84 + c.between(-6, 8)))} ${n(y - 20 + i * 8)}`,
      )
  c.add(
    `<path d="${whiskers.join('')}" stroke="#f3ece0" stroke-opacity=".75" stroke-width=".9" fill="none"/>`,
    `<rect y="${y + 6}" width="${c.w}" height="60" fill="${c.blend(['#3a5a4c@0', '#3a5a4c@.85', '#2c4a42@.4', '#2c4a42@0'])}"/>`,
  )
  reeds(c, {
    y: c.h + 12,
    height: 90,
    colours: ['#35502e', '#4c6b3a', '#22361f'],
    plume: '#4a3a22',
    count: 16,
    to: 70,
  })
  reeds(c, {
    y: c.h + 12,
    height: 70,
    colours: ['#35502e', '#4c6b3a', '#22361f'],
    plume: '#4a3a22',
    count: 12,
    from: c.w - 50,
  })
  return c
}

export function moth(seed, size) {
  const c = canvas(seed, size)
  const [x, y] = [c.w / 2, c.h * 0.46]
  c.add(
    `<rect width="${c.w}" height="${c.h}" fill="${c.blend(['#efe9da', '#ddd3bd'])}"/>`,
    `<rect width="${c.w}" height="${c.h}" filter="url(#land)" opacity=".25" style="mix-blend-mode:soft-light"/>`,
    `<ellipse cx="${x + 8}" cy="${y + 40}" rx="120" ry="70" fill="#5a4a34" opacity=".28" filter="url(#glow)"/>`,
  )
  for (const side of [-1, 1]) {
    c.add(
      `<g transform="translate(${x} ${y}) scale(${side} 1)"><path d="M4 10C40 18 84 40 92 76C82 96 40 92 12 62Z" fill="${c.blend(['#e0703a', '#c9502a'])}"/><g fill="#1f2740"><circle cx="52" cy="58" r="8.500"/><circle cx="72" cy="66" r="7"/><circle cx="40" cy="72" r="6"/><circle cx="62" cy="80" r="4.500"/></g>`,
      `<path d="M2 -18C46 -54 112 -58 128 -36C134 -12 104 34 58 38C30 36 10 24 2 8Z" fill="${c.blend(['#6b4a30', '#4b3220'])}"/><path d="M18 -22C40 -34 60 -18 84 -40M30 0C54 -20 74 6 112 -22M26 22C46 8 64 26 92 8M66 -46C72 -30 96 -34 122 -42M54 32C58 20 76 22 84 20" stroke="#f3e8d0" stroke-width="6.500" fill="none" stroke-linecap="round" filter="url(#hand)"/></g>`,
    )
  }
  c.add(
    `<path d="M${x - 15} ${y - 14}Q${x} ${y - 34} ${x + 15} ${y - 14}Q${x + 14} ${y + 14} ${x + 9} ${y + 58}Q${x} ${y + 78} ${x - 9} ${y + 58}Q${x - 14} ${y + 14} ${x - 15} ${y - 14}Z" fill="${c.blend(['#5a3b24', '#c4552c', '#b8482a'])}" filter="url(#hand)"/>`,
    `<path d="M${x - 9} ${y + 20}H${x + 9}M${x - 9} ${y + 33}H${x + 9}M${x - 8} ${y + 46}H${x + 8}" stroke="#1f2740" stroke-width="4"/><path d="M${x - 4} ${y - 27}Q${x - 18} ${y - 56} ${x - 36} ${y - 62}M${x + 4} ${y - 27}Q${x + 18} ${y - 56} ${x + 36} ${y - 62}" stroke="#4b3220" stroke-width="2.400" fill="none"/>`,
  )
  return c
}

export function oyster(seed, size) {
  const c = canvas(seed, size)
  c.add(
    `<rect width="${c.w}" height="${c.h}" fill="#b7b0a2"/>`,
    `<rect width="${c.w}" height="${c.h}" fill="#b7b0a2" filter="url(#pebble)" opacity=".7" style="mix-blend-mode:multiply"/>`,
  )
  const outline = (r) => {
    const points = []
    for (let i = 0; i < 44; i++) {
      const a = (i / 44) * Math.PI * 2
      const far = r * (1 + Math.sin(a * 3 + 1) * 0.08 + Math.sin(a * 9) * 0.025)
      points.push(`${n(c.w / 2 + Math.cos(a) * far * 1.2)} ${n(c.h / 2 + Math.sin(a) * far)}`)
    }
    return `M${points.join('L')}Z`
  }
  c.add(
    `<path d="${outline(104)}" transform="translate(8 10)" fill="#2b2721" opacity=".5" filter="url(#mist)"/>`,
  )
  const rings = [
    '#6f6a62',
    '#8f887c',
    '#7c766e',
    '#a59d90',
    '#8a8378',
    '#cfc8ba',
    '#f1ece2',
    '#e3dfe2',
    '#f7f3ee',
  ]
  rings.forEach((fill, i) => {
    c.add(
      `<path d="${outline(104 - i * 7)}" transform="translate(${n(i * -2.6)} ${n(i * -1.7)})" fill="${fill}" filter="url(#hand)"/>`,
    )
  })
  c.add(
    `<ellipse cx="${c.w / 2 + 22}" cy="${c.h / 2 + 10}" rx="17" ry="12" fill="#8b7f96" opacity=".55" filter="url(#soft)"/>`,
    `<path d="M${c.w / 2 - 44} ${c.h / 2 - 18}Q${c.w / 2 - 10} ${c.h / 2 - 44} ${c.w / 2 + 34} ${c.h / 2 - 26}" stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".7" fill="none" filter="url(#mist)"/>`,
  )
  return c
}
