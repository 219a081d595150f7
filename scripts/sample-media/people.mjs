// Portraits: simple faces with their own hair, clothes and one thing to know them by.
import { canvas, n } from './canvas.mjs'

const hairs = {
  short:
    'M-37 -14C-44 -58 -20 -72 2 -70C28 -72 44 -52 37 -14C34 -30 26 -40 12 -44C-6 -40 -28 -42 -37 -14Z',
  long: 'M-40 66C-52 10 -50 -66 0 -70C50 -66 52 10 40 66C34 52 36 10 34 -12C30 -30 20 -38 8 -44C-8 -36 -30 -34 -34 -12C-36 10 -34 50 -40 66Z',
  curls:
    'M-42 4C-58 -6 -52 -30 -44 -34C-50 -56 -26 -70 -16 -66C-8 -80 20 -80 24 -66C42 -70 54 -50 46 -34C58 -24 54 -2 42 4C40 -16 34 -30 20 -38C4 -32 -24 -36 -34 -22C-38 -14 -40 -6 -42 4Z',
  bun: 'M-37 -10C-42 -50 -24 -66 -8 -67C-16 -82 16 -84 12 -67C30 -64 42 -46 37 -10C32 -34 18 -44 0 -45C-18 -44 -32 -34 -37 -10Z',
}

function face(c, { skin, hair, hairStyle, beard, smile = 1 }) {
  const shade = c.blend([`${skin}@1`, `${skin}@1`, '#7a4a32@.35'], 'across')
  const wisps = hairStyle === 'curls' ? ' filter="url(#rough)"' : ' filter="url(#hand)"'
  c.add(
    hairStyle === 'long'
      ? `<path d="M-44 70C-54 0 -50 -66 0 -70C50 -66 54 0 44 70Z" fill="${hair}" filter="url(#hand)"/>`
      : '',
    `<path d="M-15 30H15V66Q0 78 -15 66Z" fill="${skin}"/><path d="M-15 40Q0 54 15 40V52Q0 64 -15 54Z" fill="#000" opacity=".14"/>`,
    `<g fill="${skin}"><ellipse cx="-36" cy="2" rx="7" ry="10"/><ellipse cx="36" cy="2" rx="7" ry="10"/></g>`,
    `<path d="M-36 -12C-38 -50 -22 -60 0 -60C22 -60 38 -50 36 -12C36 20 20 46 0 46C-20 46 -36 20 -36 -12Z" fill="${skin}"/><path d="M-36 -12C-38 -50 -22 -60 0 -60C22 -60 38 -50 36 -12C36 20 20 46 0 46C-20 46 -36 20 -36 -12Z" fill="${shade}" opacity=".5"/>`,
    `<g fill="#d9725a" opacity=".22" filter="url(#mist)"><circle cx="-20" cy="14" r="9"/><circle cx="20" cy="14" r="9"/></g>`,
  )
  if (beard)
    c.add(
      `<path d="M-36 -4C-36 36 -18 56 0 57C18 56 36 36 36 -4C30 12 22 14 12 14C4 10 -4 10 -12 14C-22 14 -30 12 -36 -4Z" fill="${beard}" filter="url(#hand)"/>`,
    )
  c.add(
    `<g fill="#2b221d"><ellipse cx="-14" cy="-4" rx="3.200" ry="4"/><ellipse cx="14" cy="-4" rx="3.200" ry="4"/></g><g fill="#fff"><circle cx="-13" cy="-5.500" r="1.100"/><circle cx="15" cy="-5.500" r="1.100"/></g>`,
    `<g stroke="${hair}" stroke-width="3" stroke-linecap="round" fill="none"><path d="M-21 -14Q-14 -19 -7 -15M21 -14Q14 -19 7 -15"/></g>`,
    `<path d="M-1 -2Q-6 10 1 11" stroke="#7a4a32" stroke-opacity=".55" stroke-width="2" fill="none" stroke-linecap="round"/><path d="M-11 23Q0 ${n(24 + 9 * smile)} 11 23" stroke="#8a3f35" stroke-width="2.600" fill="none" stroke-linecap="round"/>`,
    `<path d="${hairs[hairStyle]}" fill="${hair}"${wisps}/><path d="${hairs[hairStyle]}" fill="#fff" opacity=".08" transform="translate(-5 -3) scale(.92)"/>`,
  )
}

const things = {
  glasses:
    '<g fill="#ffffff33" stroke="#3a2f2a" stroke-width="2.200"><circle cx="-14" cy="-4" r="10"/><circle cx="14" cy="-4" r="10"/><path d="M-4 -5Q0 -8 4 -5M-24 -6L-34 -9M24 -6L34 -9" fill="none"/></g>',
  hat: '<path d="M-40 -26C-42 -68 -20 -82 0 -82C20 -82 42 -68 40 -26Q0 -38 -40 -26Z" fill="#a5472f"/><path d="M-42 -22Q0 -36 42 -22V-36Q0 -50 -42 -36Z" fill="#c9694a"/><circle cy="-84" r="9" fill="#e9d9c2"/><path d="M-30 -42V-28M-15 -46V-33M0 -47V-34M15 -46V-33M30 -42V-28" stroke="#8a3a26" stroke-width="2"/>',
  binoculars:
    '<g transform="translate(0 -30)"><path d="M-16 62Q-22 92 -12 112M16 62Q22 92 12 112" stroke="#1d1d1f" stroke-width="3" fill="none"/><g fill="#26272b"><path d="M-26 108h22v34h-24z"/><path d="M26 108H4v34h24z"/><rect x="-5" y="114" width="10" height="16"/></g><g fill="#5b6a78"><ellipse cx="-16" cy="142" rx="12" ry="4"/><ellipse cx="16" cy="142" rx="12" ry="4"/></g></g>',
  scarf:
    '<path d="M-34 56Q0 84 34 56Q42 74 28 82Q0 96 -28 82Q-42 74 -34 56Z" fill="#3f6fa8"/><path d="M10 82l22 66h-24l-14 -62z" fill="#345f92"/><path d="M-30 64Q0 88 30 64M-28 74Q0 94 28 74" stroke="#8db1dc" stroke-width="2" fill="none"/>',
  vest: '<path d="M-44 84L-22 70L-8 160H-64Z" fill="#e8722a"/><path d="M44 84L22 70L8 160H64Z" fill="#e8722a"/><path d="M-58 128H-10M58 128H10" stroke="#f5e6c8" stroke-width="7"/>',
}

/** One person from the chest up. */
export function portrait(seed, size, look) {
  const c = canvas(seed, size)
  c.add(`<rect width="${c.w}" height="${c.h}" fill="${c.blend(look.behind)}"/>`)
  for (let i = 0; i < 22; i++)
    c.add(
      `<circle cx="${n(c.between(0, c.w))}" cy="${n(c.between(0, c.h))}" r="${n(c.between(12, 50))}" fill="#fff" opacity=".12" filter="url(#glow)"/>`,
    )
  c.add(`<g transform="translate(${c.w / 2} ${n(c.h * 0.44)}) scale(${n((c.h / 240) * 10) / 10})">`)
  const coat = c.blend([look.coat, `${look.coat}`, '#20281f'])
  c.add(
    `<path d="M-96 190C-96 108 -62 84 -24 70Q0 88 24 70C62 84 96 108 96 190Z" fill="${coat}"/><path d="M-24 70Q-34 96 -8 112L0 92L8 112Q34 96 24 70Q0 88 -24 70Z" fill="#fff" opacity=".18"/><path d="M0 96V190" stroke="#000" stroke-opacity=".25" stroke-width="2"/>`,
  )
  if (look.thing === 'vest') c.add(things.vest)
  face(c, look)
  if (look.thing && look.thing !== 'vest') c.add(things[look.thing])
  c.add('</g>')
  return c
}

export const looks = {
  anneke: {
    behind: ['#a9c0b4', '#5f8070'],
    coat: '#3f6b4a',
    skin: '#efc9a8',
    hair: '#9a9c9e',
    hairStyle: 'short',
    smile: 0.8,
  },
  tomas: {
    behind: ['#cfc4ae', '#8a7a5e'],
    coat: '#55633f',
    skin: '#f0c3a0',
    hair: '#b5552a',
    beard: '#b5552a',
    hairStyle: 'short',
    thing: 'hat',
  },
  ilse: {
    behind: ['#c4cfdd', '#7d90a8'],
    coat: '#6d5a7d',
    skin: '#f5d3b6',
    hair: '#d9b36a',
    hairStyle: 'long',
    thing: 'glasses',
  },
  ravi: {
    behind: ['#d6cba6', '#9a8a56'],
    coat: '#4a5a44',
    skin: '#a9714a',
    hair: '#1f1a18',
    hairStyle: 'short',
    thing: 'binoculars',
  },
  seun: {
    behind: ['#a8cbe0', '#4f86a8'],
    coat: '#2f4b63',
    skin: '#6f4630',
    hair: '#17120f',
    hairStyle: 'short',
    thing: 'vest',
    smile: 1.5,
  },
  maud: {
    behind: ['#dcc7c0', '#a98a82'],
    coat: '#7a4a52',
    skin: '#f3cdb2',
    hair: '#eeeae4',
    hairStyle: 'curls',
    thing: 'scarf',
  },
  corinna: {
    behind: ['#b9b3c9', '#716a8c'],
    coat: '#34363f',
    skin: '#c08a62',
    hair: '#3a2a22',
    hairStyle: 'bun',
    smile: 0.5,
  },
}

/** Three volunteers in a row. */
export function volunteers(seed, size) {
  const c = canvas(seed, size)
  c.add(
    `<rect width="${c.w}" height="${c.h}" fill="${c.blend(['#b7d3df', '#dfe6d2', '#8fa85f', '#5f7d3a'])}"/>`,
    `<rect y="${c.h * 0.55}" width="${c.w}" height="${c.h * 0.45}" filter="url(#grass)" opacity=".4" style="mix-blend-mode:soft-light"/>`,
  )
  const row = [
    { at: 0.2, size: 1, skin: '#a9714a', hair: '#2a1d18', hairStyle: 'bun' },
    { at: 0.8, size: 1, skin: '#efc9a8', hair: '#8d8f92', hairStyle: 'short', beard: '#a5a7a9' },
    { at: 0.5, size: 1.1, skin: '#f3cdb2', hair: '#9a5a2c', hairStyle: 'long' },
  ]
  for (const one of row) {
    c.add(
      `<g transform="translate(${n(c.w * one.at)} ${n(c.h * 0.46)}) scale(${one.size})"><path d="M-86 190C-86 108 -56 84 -22 70Q0 86 22 70C56 84 86 108 86 190Z" fill="${c.blend(['#f08a36', '#c9601f'])}"/><path d="M-72 132H72" stroke="#f7ecd2" stroke-width="9"/><path d="M0 90V190" stroke="#7a3510" stroke-opacity=".5" stroke-width="2"/>`,
    )
    face(c, one)
    c.add(
      '<path d="M-38 -26C-40 -62 -20 -74 0 -74C20 -74 40 -62 38 -26Q0 -36 -38 -26Z" fill="#4b6a3f"/><path d="M-48 -22Q0 -44 48 -22Q0 -34 -48 -22Z" fill="#39532f" stroke="#39532f" stroke-width="5"/></g>',
    )
  }
  return c
}
