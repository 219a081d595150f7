// Two flowers, close up.
import { canvas, n } from './canvas.mjs'

/** Round lights out of focus behind what is sharp. */
function bokeh(c, colours) {
  c.add(`<rect width="${c.w}" height="${c.h}" fill="${c.blend(colours)}"/>`)
  for (let i = 0; i < 26; i++)
    c.add(
      `<circle cx="${n(c.between(0, c.w))}" cy="${n(c.between(0, c.h))}" r="${n(c.between(10, 46))}" fill="${i % 2 ? '#fff' : colours[0]}" opacity="${n(c.between(0.1, 0.22))}" filter="url(#glow)"/>`,
    )
}

function stem(c, [x, y], size, colour) {
  c.add(
    `<path d="M${x} ${y}Q${n(x + size * 0.2)} ${n(y + size)} ${n(x - size * 0.1)} ${c.h + 20}" stroke="${colour}" stroke-width="${n(size * 0.09)}" fill="none"/>`,
  )
}

function marigoldFlower(c, [x, y], size) {
  const petal = c.blend(['#ffe14d', '#fbc21e', '#e79a0c'])
  for (let i = 0; i < 6; i++) {
    const turn = i * 60 + c.between(-6, 6)
    c.add(
      `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})"><path d="M0 0C${n(-size * 0.5)} ${n(-size * 0.35)} ${n(-size * 0.42)} ${n(-size)} 0 ${n(-size)}C${n(size * 0.42)} ${n(-size)} ${n(size * 0.5)} ${n(-size * 0.35)} 0 0Z" fill="${petal}" stroke="#c9860a" stroke-opacity=".35" stroke-width=".8"/><path d="M0 ${n(-size * 0.15)}V${n(-size * 0.85)}M${n(-size * 0.06)} ${n(-size * 0.2)}L${n(-size * 0.2)} ${n(-size * 0.75)}M${n(size * 0.06)} ${n(-size * 0.2)}L${n(size * 0.2)} ${n(-size * 0.75)}" stroke="#d8920e" stroke-opacity=".5" stroke-width="1" fill="none"/></g>`,
    )
  }
  for (let i = 0; i < 46; i++) {
    const [a, far] = [c.between(0, 6.3), size * 0.24 * Math.sqrt(c.random())]
    c.add(
      `<circle cx="${n(x + Math.cos(a) * far)}" cy="${n(y + Math.sin(a) * far)}" r="${n(size * 0.028)}" fill="${i % 3 ? '#f6d23a' : '#a9701a'}"/>`,
    )
  }
}

export function marigold(seed, size) {
  const c = canvas(seed, size)
  bokeh(c, ['#9fbf5c', '#5f8f3a', '#35602a'])
  c.add('<g filter="url(#mist)" opacity=".9">')
  marigoldFlower(c, [c.w * 0.2, c.h * 0.28], 44)
  marigoldFlower(c, [c.w * 0.86, c.h * 0.72], 50)
  c.add('</g>')
  stem(c, [c.w * 0.52, c.h * 0.5], 100, '#4c7a30')
  c.add(
    `<path d="M${c.w * 0.5} ${c.h * 0.86}C${c.w * 0.3} ${c.h * 0.7} ${c.w * 0.16} ${c.h * 0.84} ${c.w * 0.2} ${c.h * 1.02}C${c.w * 0.34} ${c.h * 1.1} ${c.w * 0.46} ${c.h} ${c.w * 0.5} ${c.h * 0.86}Z" fill="${c.blend(['#6fa043', '#3f7028'])}"/>`,
  )
  marigoldFlower(c, [c.w * 0.52, c.h * 0.46], 104)
  return c
}

function asterFlower(c, [x, y], size) {
  for (const [ring, fill] of [
    [0, '#8a5fb0'],
    [1, '#a98ad0'],
    [2, '#c4a8e2'],
  ]) {
    const petals = []
    for (let i = 0; i < 21; i++) {
      const turn = i * 17.1 + ring * 6 + c.between(-4, 4)
      const long = size * (1 - ring * 0.14) * c.between(0.9, 1.05)
      petals.push(
        `<path transform="rotate(${n(turn)})" d="M0 0C${n(-size * 0.1)} ${n(-long * 0.4)} ${n(-size * 0.1)} ${n(-long * 0.9)} 0 ${n(-long)}C${n(size * 0.1)} ${n(-long * 0.9)} ${n(size * 0.1)} ${n(-long * 0.4)} 0 0Z"/>`,
      )
    }
    c.add(
      `<g transform="translate(${n(x)} ${n(y)})" fill="${fill}" stroke="#6b4592" stroke-opacity=".25" stroke-width=".6">${petals.join('')}</g>`,
    )
  }
  c.add(
    `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size * 0.25)}" fill="${c.blend(['#ffe27a', '#e3a51e', '#b87816'], 'round')}"/>`,
  )
  for (let i = 0; i < 60; i++) {
    const [a, far] = [c.between(0, 6.3), size * 0.24 * Math.sqrt(c.random())]
    c.add(
      `<circle cx="${n(x + Math.cos(a) * far)}" cy="${n(y + Math.sin(a) * far)}" r="${n(size * 0.02)}" fill="${i % 2 ? '#ffe58a' : '#9c6414'}"/>`,
    )
  }
}

export function aster(seed, size) {
  const c = canvas(seed, size)
  bokeh(c, ['#a9c2b4', '#6f9382', '#3f6257'])
  c.add('<g filter="url(#mist)" opacity=".9">')
  asterFlower(c, [c.w * 0.2, c.h * 0.3], 52)
  asterFlower(c, [c.w * 0.84, c.h * 0.76], 58)
  c.add('</g>')
  stem(c, [c.w * 0.54, c.h * 0.5], 110, '#4d7258')
  asterFlower(c, [c.w * 0.54, c.h * 0.47], 106)
  return c
}
