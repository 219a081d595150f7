// Things people made: boardwalk, pier, lamps, centre, bridge, boats.
import { n } from './canvas.mjs'

/** A boardwalk that runs to its vanishing point. */
export function boardwalk(c, { x, y, half = c.w * 0.27, hue = 32, light = 52 }) {
  const bottom = c.h + 10
  const edge = (t, side) => x + side * (2 + (half - 2) * t)
  const at = (t) => y + (bottom - y) * t
  c.add(
    `<path d="M${x - 3} ${y}L${x + 3} ${y}L${n(x + half * 1.05)} ${bottom}L${n(x - half * 1.05)} ${bottom}Z" fill="#2d261d"/>`,
  )
  const planks = []
  for (let t = 0.004; t < 1; ) {
    const next = Math.min(1, t * 1.095 + 0.003)
    const gap = (next - t) * 0.1
    const lift = light + c.between(-6, 6) - (1 - t) * 2
    planks.push(
      `<path d="M${n(edge(t, -1))} ${n(at(t))}L${n(edge(t, 1))} ${n(at(t))}L${n(edge(next - gap, 1))} ${n(at(next - gap))}L${n(edge(next - gap, -1))} ${n(at(next - gap))}Z" fill="hsl(${hue} ${n(c.between(12, 20))}% ${n(lift)}%)"/>`,
    )
    t = next
  }
  c.add(
    ...planks,
    `<path d="M${x - 2} ${y}L${x + 2} ${y}L${n(x + half)} ${bottom}L${n(x - half)} ${bottom}Z" fill="#fff" filter="url(#wood)" opacity=".4" style="mix-blend-mode:soft-light"/>`,
  )
}

/** The rails on both sides of a boardwalk. */
export function rails(c, { x, y, half = c.w * 0.3, colour = '#5d4c3b' }) {
  const bottom = c.h + 10
  const parts = []
  for (const side of [-1, 1]) {
    const foot = (t) => [x + side * (3 + half * t), y + (bottom - y) * t]
    const top = (t) => {
      const [px, py] = foot(t)
      return [px, py - 3 - 74 * t]
    }
    const line = (lift) => {
      const [a, b] = [top(0.01), top(1.25)]
      return `M${n(a[0])} ${n(a[1] + lift * 0.05)}L${n(b[0])} ${n(b[1] + lift)}`
    }
    parts.push(
      `<path d="${line(0)}" stroke="${colour}" stroke-width="3.4"/>`,
      `<path d="${line(34)}" stroke="${colour}" stroke-width="2" opacity=".75"/>`,
    )
    for (let t = 0.03; t < 1.1; t = t * 1.42 + 0.02) {
      const [[fx, fy], [tx, ty]] = [foot(t), top(t)]
      parts.push(
        `<path d="M${n(fx)} ${n(fy + 8 * t)}L${n(tx)} ${n(ty)}" stroke="${colour}" stroke-width="${n(1 + 8 * t)}"/>`,
        `<path d="M${n(fx - 2.5 * t)} ${n(fy + 8 * t)}L${n(tx - 2.5 * t)} ${n(ty)}" stroke="#fff" stroke-opacity=".14" stroke-width="${n(0.4 + 2 * t)}"/>`,
      )
    }
  }
  c.add(`<g fill="none">${parts.join('')}</g>`)
}

/** A pier seen from the side; answers where its lamps hang. */
export function pier(c, { y, slope = 0, colour, from = -10, to = c.w * 0.86, lamps = 9 }) {
  const deck = (x) => y + slope * ((x - from) / (to - from))
  const parts = []
  const places = []
  for (let x = from + 6; x <= to; x += (to - from) / 26)
    parts.push(`<path d="M${n(x)} ${n(deck(x))}v${n(26 + c.between(0, 4))}" stroke-width="2.2"/>`)
  for (let x = from; x < to; x += (to - from) / 13)
    parts.push(`<path d="M${n(x)} ${n(deck(x) + 2)}l14 16m0 -16l-14 16" stroke-width=".8"/>`)
  parts.push(
    `<path d="M${from} ${deck(from)}L${to} ${deck(to)}" stroke-width="4"/>`,
    `<path d="M${from} ${deck(from) - 11}L${to} ${deck(to) - 11}" stroke-width="1.2"/>`,
  )
  for (let x = from; x <= to; x += (to - from) / 40)
    parts.push(`<path d="M${n(x)} ${n(deck(x))}v-11" stroke-width=".8"/>`)
  for (let i = 0; i < lamps; i++) {
    const x = from + ((i + 0.7) / lamps) * (to - from)
    places.push([x, deck(x) - 31])
    parts.push(`<path d="M${n(x)} ${n(deck(x))}v-28" stroke-width="1.3"/>`)
  }
  c.add(`<g fill="none" stroke="${colour}">${parts.join('')}</g>`)
  return places
}

export function lamp(c, [x, y], { size = 3, colour = '#ffcf7a', glow = 8 } = {}) {
  const halo = c.blend([`${colour}@.8`, `${colour}@.22`, `${colour}@0`], 'round')
  c.add(
    `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size * glow)}" fill="${halo}"/>`,
    `<circle cx="${n(x)}" cy="${n(y)}" r="${size}" fill="#fff3d6"/>`,
  )
}

/** A person far off, standing. */
export function person(c, [x, y], { size = 16, colour = '#2a2233' } = {}) {
  c.add(
    `<g fill="${colour}"><circle cx="${n(x)}" cy="${n(y - size)}" r="${n(size * 0.14)}"/><path d="M${n(x - size * 0.17)} ${n(y - size * 0.78)}Q${n(x)} ${n(y - size * 0.92)} ${n(x + size * 0.17)} ${n(y - size * 0.78)}L${n(x + size * 0.13)} ${n(y - size * 0.4)}L${n(x + size * 0.11)} ${y}H${n(x + size * 0.02)}L${n(x)} ${n(y - size * 0.36)}L${n(x - size * 0.03)} ${y}H${n(x - size * 0.12)}L${n(x - size * 0.13)} ${n(y - size * 0.4)}Z"/></g>`,
  )
}

/** The visitor centre: a low wooden house with a slanting turf roof. */
export function centre(c, { x, y, wall, glass, roof, glow = false }) {
  const boards = []
  for (let i = 0; i < 46; i++)
    boards.push(`M${n(x + 4 + i * 4.6)} ${n(y - 74 + (46 - i) * 0.2)}V${y}`)
  const panes = [
    [x + 26, 46, 36],
    [x + 84, 24, 56],
    [x + 110, 24, 56],
    [x + 148, 50, 36],
  ].map(([px, w, h]) => {
    const top = y - h - (h > 50 ? 0 : 18)
    const light = glow
      ? `<rect x="${px - 8}" y="${top - 8}" width="${w + 16}" height="${h + 16}" fill="#ffb84d" opacity=".35" filter="url(#glow)"/>`
      : ''
    return `${light}<rect x="${px}" y="${top}" width="${w}" height="${h}" fill="${glass}" stroke="#33291f" stroke-width="2"/><path d="M${px + w / 2} ${top}v${h}M${px} ${top + h * 0.55}h${w}" stroke="#33291f" stroke-width="1.4"/><path d="M${px + 3} ${top + h - 4}L${px + w * 0.4} ${top + 3}h8L${px + 11} ${top + h - 4}Z" fill="#fff" opacity=".22"/>`
  })
  c.add(
    `<ellipse cx="${x + 112}" cy="${y + 3}" rx="130" ry="8" fill="#1d2a18" opacity=".35" filter="url(#soft)"/>`,
    `<path d="M${x} ${y - 76}L${x + 216} ${y - 88}V${y}H${x}Z" fill="${wall}"/>`,
    `<path d="${boards.join('')}" stroke="#2c2018" stroke-opacity=".3" stroke-width=".9"/>`,
    ...panes,
    `<path d="M${x - 16} ${y - 74}L${x - 12} ${y - 84}L${x + 236} ${y - 100}L${x + 234} ${y - 86}Z" fill="${roof}"/>`,
    `<path d="M${x - 16} ${y - 74}L${x + 234} ${y - 86}L${x + 216} ${y - 80}L${x} ${y - 69}Z" fill="#1f1811" opacity=".55"/>`,
  )
}

/** Stone arches from edge to edge. */
export function bridge(c, { y, height, colour, arches = 4 }) {
  const span = (c.w + 40) / arches
  const holes = []
  for (let i = 0; i < arches; i++) {
    const left = -20 + i * span + span * 0.1
    const w = span * 0.8
    holes.push(
      `M${n(left)} ${y}V${n(y - height * 0.35)}A${n(w / 2)} ${n(height * 0.42)} 0 0 1 ${n(left + w)} ${n(y - height * 0.35)}V${y}Z`,
    )
  }
  const svg = `<path fill-rule="evenodd" fill="${colour}" d="M-20 ${n(y - height)}Q${c.w / 2} ${n(y - height * 1.3)} ${c.w + 20} ${n(y - height)}V${y}H-20Z${holes.join('')}"/>`
  const stones = []
  for (let row = 0; row < 3; row++) {
    const at = y - height * (1.06 - row * 0.14)
    stones.push(`M-20 ${n(at)}Q${c.w / 2} ${n(at - height * 0.24)} ${c.w + 20} ${n(at)}`)
  }
  c.add(
    svg,
    `<path d="${stones.join('')}" fill="none" stroke="#20262a" stroke-opacity=".16" stroke-dasharray="9 3 6 2 12 3" stroke-width=".9"/>`,
    `<path d="M-20 ${n(y - height - 2)}Q${c.w / 2} ${n(y - height * 1.3 - 2)} ${c.w + 20} ${n(y - height - 2)}" fill="none" stroke="${colour}" stroke-width="5"/>`,
  )
  return svg
}

/** A kayak lying on its side of the slip. */
export function kayak(c, { x, y, length, colour, turn }) {
  const l = length / 2
  const wide = length * 0.13
  c.add(
    `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})"><ellipse cx="4" cy="3" rx="${n(wide)}" ry="${n(l)}" fill="#1c1a18" opacity=".4" filter="url(#soft)"/><path d="M0 ${-l}C${n(wide * 1.3)} ${n(-l * 0.35)} ${n(wide * 1.3)} ${n(l * 0.35)} 0 ${l}C${n(-wide * 1.3)} ${n(l * 0.35)} ${n(-wide * 1.3)} ${n(-l * 0.35)} 0 ${-l}Z" fill="${colour}"/><path d="M0 ${-l}C${n(-wide * 0.5)} ${n(-l * 0.35)} ${n(-wide * 0.5)} ${n(l * 0.35)} 0 ${l}C${n(-wide * 1.3)} ${n(l * 0.35)} ${n(-wide * 1.3)} ${n(-l * 0.35)} 0 ${-l}Z" fill="#fff" opacity=".22"/><ellipse cy="${n(l * 0.08)}" rx="${n(wide * 0.52)}" ry="${n(l * 0.24)}" fill="#23211f"/><path d="M${n(-wide * 0.4)} ${n(l * 0.2)}Q0 ${n(l * 0.05)} ${n(wide * 0.4)} ${n(l * 0.2)}" stroke="#57524c" stroke-width="2" fill="none"/><path d="M0 ${n(-l * 0.92)}V${n(-l * 0.24)}M0 ${n(l * 0.4)}V${n(l * 0.92)}" stroke="#000" stroke-opacity=".18"/></g>`,
  )
}
