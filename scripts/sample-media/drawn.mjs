// Logos and charts: small SVG drawings with plain shapes.

const paper = '#fbf9f2'

/** The mark: a lantern's sun over two waves. */
export function mark(size = 64) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="${size}" height="${size}"><rect width="64" height="64" rx="14" fill="#1f5a63"/><rect width="64" height="34" rx="14" fill="#17353f"/><rect y="20" width="64" height="16" fill="#17353f"/><circle cx="32" cy="34" r="13" fill="#f2b84b"/><path d="M0 34Q16 26 32 34T64 34V50Q64 64 50 64H14Q0 64 0 50Z" fill="#1f5a63"/><path d="M0 44Q16 36 32 44T64 44" fill="none" stroke="${paper}" stroke-width="3.500"/><path d="M6 54Q19 47 32 54T58 54" fill="none" stroke="${paper}" stroke-opacity=".6" stroke-width="3"/></svg>`
}

export function wordmark() {
  const inner = mark(64).replace(/^<svg[^>]*>|<\/svg>$/g, '')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 80" width="340" height="80"><g transform="translate(8 8)">${inner}</g><text x="88" y="50" font-family="DejaVu Serif, Source Serif 4, serif" font-size="27" fill="#17353f">Lantern Bay Parks</text></svg>`
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function columns({ title, unit, values, colour, labels, top }) {
  const [w, h] = [640, 360]
  const step = (w - 90) / values.length
  const y = (value) => 300 - (value / top) * 220
  const lines = [0.25, 0.5, 0.75, 1].map(
    (t) =>
      `<path d="M60 ${y(top * t)}H${w - 20}" stroke="#d9d6c8"/><text x="52" y="${y(top * t) + 4}" text-anchor="end">${top * t}</text>`,
  )
  const bars = values.map(
    (value, i) =>
      `<rect x="${(66 + i * step).toFixed(1)}" y="${y(value).toFixed(1)}" width="${(step * 0.68).toFixed(1)}" height="${(300 - y(value)).toFixed(1)}" rx="3" fill="${colour}"/><text x="${(66 + i * step + step * 0.34).toFixed(1)}" y="320" text-anchor="middle">${labels[i]}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img"><title>${title}</title><rect width="${w}" height="${h}" fill="#fffdf6"/><g font-family="DejaVu Sans, Inter, sans-serif" font-size="13" fill="#3b4a4d"><text x="24" y="36" font-size="18" font-weight="600" fill="#17353f">${title}</text><text x="24" y="56" fill="#5c696b">${unit}</text>${lines.join('')}${bars.join('')}<path d="M60 300H${w - 20}" stroke="#3b4a4d"/></g></svg>`
}

export const waterQuality = () =>
  columns({
    title: 'How clear the water is',
    unit: 'Metres one can see down, Low Sands, 2025',
    values: [3.1, 2.6, 2.2, 2.4, 3.3, 2.9],
    labels: ['May', 'Jun', 'Jul', 'early Aug', 'late Aug', 'Sep'],
    colour: '#2f7d8c',
    top: 4,
  })

export const visitorsByMonth = () =>
  columns({
    title: 'Visitors by month',
    unit: 'Thousands, 2024',
    values: [14, 17, 26, 41, 48, 44, 62, 84, 52, 46, 27, 25],
    labels: months,
    colour: '#c8702a',
    top: 100,
  })
