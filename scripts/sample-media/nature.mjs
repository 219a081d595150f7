// Layers of landscape: sky, hills, trees, water, reeds and grass.
import { n } from './canvas.mjs'

export function sky(c, { colours, to = c.h, clouds = 0.5 }) {
  c.add(`<rect width="${c.w}" height="${to}" fill="${c.blend(colours)}"/>`)
  if (clouds > 0)
    c.add(
      `<rect width="${c.w}" height="${n(to * 1.05)}" filter="url(#cloud)" opacity="${clouds}"/>`,
    )
}

export function sun(c, { x, y, r = 14, colour = '#ffe2b0', halo = 7 }) {
  const glow = c.blend([`${colour}@.95`, `${colour}@.35`, `${colour}@.1`, `${colour}@0`], 'round')
  c.add(
    `<circle cx="${x}" cy="${y}" r="${r * halo}" fill="${glow}"/>`,
    `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}" opacity=".9" filter="url(#soft)"/>`,
  )
}

/** A rolling outline: one line of hills from edge to edge, filled to the bottom. */
export function hills(c, { y, height, colour, waves = 2.2, mist = false }) {
  const shift = c.between(0, 6)
  const points = []
  for (let x = -10; x <= c.w + 10; x += 5) {
    const t = (x / c.w) * Math.PI * waves + shift
    const lift = Math.sin(t) * 0.6 + Math.sin(t * 2.3 + shift) * 0.28 + Math.sin(t * 5.1) * 0.12
    points.push(`${x} ${n(y - height * (0.5 + lift * 0.5) + c.between(-0.4, 0.4))}`)
  }
  const filter = mist ? ' filter="url(#soft)"' : ''
  c.add(`<path d="M-10 ${c.h}L${points.join('L')}L${c.w + 10} ${c.h}Z" fill="${colour}"${filter}/>`)
}

/** A line of round trees far away. */
export function treeLine(c, { y, size, colour, from = -10, to = c.w + 10 }) {
  const crowns = []
  for (let x = from; x < to; x += c.between(size * 0.5, size * 1.1)) {
    const r = size * c.between(0.55, 1.05)
    crowns.push(`<ellipse cx="${n(x)}" cy="${n(y - r * 0.4)}" rx="${n(r)}" ry="${n(r * 1.15)}"/>`)
  }
  const foot = `<rect x="${from}" y="${n(y - size * 0.3)}" width="${to - from}" height="${n(size * 0.9)}"/>`
  const svg = `<g fill="${colour}" filter="url(#rough)">${crowns.join('')}${foot}</g>`
  c.add(svg)
  return svg
}

/** Water from `y` down, with what stands above it mirrored. */
export function water(c, { y, colours, to = c.h, mirrored = '', shine = 0.4 }) {
  c.add(`<rect y="${y}" width="${c.w}" height="${to - y}" fill="${c.blend(colours)}"/>`)
  if (mirrored !== '')
    c.add(
      `<g transform="translate(0 ${n(y * 2)}) scale(1 -1)" opacity=".5" filter="url(#ripple)">${mirrored}</g>`,
      `<rect y="${y}" width="${c.w}" height="${to - y}" fill="${c.blend([`${colours[0]}@0`, `${colours.at(-1)}@.7`])}"/>`,
    )
  if (shine > 0)
    c.add(
      `<rect y="${y}" width="${c.w}" height="${to - y}" filter="url(#water)" opacity="${shine}"/>`,
    )
}

/** The broken path of light that a lamp or a low sun throws on water. */
export function glitter(c, { x, y, to, colour, spread = 26, count = 60 }) {
  const dashes = []
  for (let i = 0; i < count; i++) {
    const t = (i + c.random()) / count
    const at = y + (to - y) * t
    const width = (2 + 14 * t) * c.between(0.4, 1)
    const cx = x + c.between(-1, 1) * spread * (0.25 + t * 0.75)
    dashes.push(
      `<rect x="${n(cx - width / 2)}" y="${n(at)}" width="${n(width)}" height="${n(0.6 + t * 1.6)}" rx="1" opacity="${n(0.25 + c.random() * 0.6)}"/>`,
    )
  }
  c.add(`<g fill="${colour}" filter="url(#soft)">${dashes.join('')}</g>`)
}

export function haze(c, { y, height, colour, strength = 0.6 }) {
  const paint = c.blend([`${colour}@0`, `${colour}@${strength}`, `${colour}@0`])
  c.add(`<rect y="${n(y - height / 2)}" width="${c.w}" height="${height}" fill="${paint}"/>`)
}

/** A field from `y` down, its texture lit from the left. */
export function field(c, { y, colours, texture = 0.5 }) {
  c.add(
    `<rect y="${y}" width="${c.w}" height="${c.h - y}" fill="${c.blend(colours)}"/>`,
    `<rect y="${y}" width="${c.w}" height="${c.h - y}" filter="url(#grass)" opacity="${texture}" style="mix-blend-mode:soft-light"/>`,
  )
}

/** Blades that grow from `y`, bent by one wind. */
export function blades(c, { y, height, colours, count, from = -10, to = c.w + 10, depth = 0 }) {
  const groups = colours.map(() => [])
  for (let i = 0; i < count; i++) {
    const x = c.between(from, to)
    const foot = y + c.between(-0.1, 0.12) * height - c.random() * depth
    const tall = height * c.between(0.5, 1.1)
    const lean = tall * (0.18 + c.between(-0.16, 0.16))
    const tip = `${n(x + lean)} ${n(foot - tall)}`
    const bend = `${n(x + lean * 0.2)} ${n(foot - tall * 0.6)}`
    groups[i % colours.length].push(`M${n(x)} ${n(foot)}Q${bend} ${tip}`)
  }
  groups.forEach((paths, i) => {
    c.add(
      `<path d="${paths.join('')}" fill="none" stroke="${colours[i]}" stroke-width="${n(0.7 + height / 90)}" stroke-linecap="round"/>`,
    )
  })
}

/** Reeds with their brown plumes. */
export function reeds(c, { y, height, colours, plume, count, from = -10, to = c.w + 10 }) {
  blades(c, { y, height, colours, count: count * 2, from, to })
  const plumes = []
  for (let i = 0; i < count; i++) {
    const x = c.between(from, to)
    const tall = height * c.between(0.8, 1.25)
    const lean = tall * c.between(0.1, 0.28)
    const [px, py] = [x + lean, y - tall]
    const size = height * 0.075
    plumes.push(
      `<path d="M${n(x)} ${n(y)}Q${n(x + lean * 0.3)} ${n(y - tall * 0.6)} ${n(px)} ${n(py)}" fill="none" stroke="${plume}" stroke-width="${n(0.6 + height / 110)}"/>`,
      `<ellipse cx="${n(px + size * 0.4)}" cy="${n(py)}" rx="${n(size * 0.3)}" ry="${n(size * 1.5)}" transform="rotate(18 ${n(px)} ${n(py)})" fill="${plume}"/>`,
    )
  }
  c.add(plumes.join(''))
}

/** One tree with a lit crown. */
export function tree(c, { x, y, size, dark, lit, trunk = '#4b3b2a' }) {
  const crown = []
  for (let i = 0; i < 90; i++) {
    const angle = c.between(0, Math.PI * 2)
    const far = size * 0.42 * Math.sqrt(c.random())
    const cx = x + Math.cos(angle) * far * 1.1
    const cy = y - size * 0.95 + Math.sin(angle) * far * 0.9
    const shade = (cx - x - (y - size * 0.95 - cy)) / size + c.between(-0.22, 0.22)
    crown.push({ cx, cy, r: size * c.between(0.08, 0.17), shade })
  }
  const below = (limit, scale) =>
    crown.filter((b) => b.shade < limit).map((b) => ({ ...b, r: b.r * scale }))
  const part = (chosen, fill) =>
    `<g fill="${fill}" filter="url(#rough)">${chosen.map((b) => `<circle cx="${n(b.cx)}" cy="${n(b.cy)}" r="${n(b.r)}"/>`).join('')}</g>`
  c.add(
    `<ellipse cx="${n(x + size * 0.2)}" cy="${n(y + 1)}" rx="${n(size * 0.6)}" ry="${n(size * 0.07)}" fill="#20301c" opacity=".3" filter="url(#soft)"/>`,
    `<path d="M${n(x - size * 0.07)} ${y}Q${n(x - size * 0.02)} ${n(y - size * 0.4)} ${n(x - size * 0.1)} ${n(y - size * 0.8)}L${n(x + size * 0.1)} ${n(y - size * 0.8)}Q${n(x + size * 0.03)} ${n(y - size * 0.4)} ${n(x + size * 0.09)} ${y}Z" fill="${trunk}"/>`,
    part(crown, dark),
    part(below(0.1, 0.8), `${lit}70`),
    part(below(-0.12, 0.6), `${lit}90`),
    part(below(-0.32, 0.42), lit),
  )
}

/** A few far birds. */
export function specks(c, { x, y, count = 7, colour = '#3a4148', size = 4 }) {
  const birds = []
  for (let i = 0; i < count; i++) {
    const [bx, by] = [x + c.between(-30, 30), y + c.between(-12, 12)]
    const s = size * c.between(0.6, 1.1)
    birds.push(
      `M${n(bx - s)} ${n(by - s * 0.3)}Q${n(bx - s * 0.4)} ${n(by - s * 0.6)} ${n(bx)} ${n(by)}Q${n(bx + s * 0.4)} ${n(by - s * 0.6)} ${n(bx + s)} ${n(by - s * 0.3)}`,
    )
  }
  c.add(
    `<path d="${birds.join('')}" fill="none" stroke="${colour}" stroke-width=".9" stroke-linecap="round"/>`,
  )
}
