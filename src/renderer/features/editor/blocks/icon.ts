const svg = 'http://www.w3.org/2000/svg'

/** Outlines for views without React, drawn like the rest of the tool's icons (24 units, stroke 1.75). */
const outlines = {
  lock: [
    'M7 11V7a5 5 0 0 1 10 0v4',
    'M5 11h14a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1z',
  ],
  chevron: ['m9 18 6-6-6-6'],
  picture: ['M3 5h18v14H3z', 'm3 16 5-5 4 4 3-3 6 6', 'M15.5 9.5h.01'],
  frame: ['M3 5h18v14H3z', 'm10 9 5 3-5 3z'],
} as const

/** One icon as an element; decorative. */
export function iconElement(name: keyof typeof outlines, size = 16): SVGElement {
  const root = document.createElementNS(svg, 'svg')
  const attributes = {
    width: size,
    height: size,
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.75,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': true,
  }
  for (const [key, value] of Object.entries(attributes)) root.setAttribute(key, String(value))
  for (const d of outlines[name]) {
    const path = document.createElementNS(svg, 'path')
    path.setAttribute('d', d)
    root.append(path)
  }
  return root
}
