// The PDFs of the sample site: a trail map, an annual report, tide tables and a water report.
import {
  bytesOfDocument,
  chart,
  colours,
  heading,
  newDocument,
  newPage,
  paragraph,
  table,
} from './sheet-of-paper.mjs'
import { tideRows } from './tides.mjs'

function mapOn(at) {
  const { page } = at
  const { plain, bold } = at.document.fonts
  const shape = (d, options) => page.drawSvgPath(d, { x: 56, y: 520, scale: 1.72, ...options })
  const word = ([x, y], text, font = plain) =>
    page.drawText(text, { x: 56 + x * 1.72, y: 520 - y * 1.72, size: 11, font, color: colours.ink })
  page.drawRectangle({ x: 56, y: 60, width: 729, height: 460, color: colours.sand })
  shape('M0 206C60 176 84 224 150 210S250 150 300 176S380 190 423 160V267H0Z', {
    color: colours.sea,
  })
  shape('M22 40C60 20 120 26 132 64C138 100 100 128 62 120C26 112 6 66 22 40Z', {
    color: colours.grass,
  })
  shape('M214 96C250 84 300 92 318 118C316 148 280 158 246 150C222 142 204 116 214 96Z', {
    color: colours.reed,
  })
  shape('M150 24C176 16 214 26 220 46C214 64 176 66 158 56C146 46 142 32 150 24Z', {
    color: colours.sea,
  })
  shape('M92 112C130 132 170 120 206 122S290 126 330 142', {
    borderColor: colours.amber,
    borderWidth: 2.4,
  })
  shape('M132 60C150 76 226 76 232 46S200 8 170 10S128 30 132 60', {
    borderColor: colours.teal,
    borderWidth: 2,
  })
  shape('M150 212L138 258', { borderColor: colours.ink, borderWidth: 4 })
  for (const [x, y] of [
    [92, 112],
    [206, 122],
    [330, 142],
    [132, 60],
  ])
    page.drawCircle({ x: 56 + x * 1.72, y: 520 - y * 1.72, size: 5, color: colours.ink })
  word([40, 72], 'Ferry Meadow')
  word([58, 104], 'Landing')
  word([196, 112], 'Sluice')
  word([336, 140], 'Heron Point', bold)
  word([164, 44], 'Old Reservoir')
  word([156, 250], 'Lantern Pier')
  word([300, 240], 'Lantern Bay', bold)
}

async function trailMap() {
  const document = await newDocument({
    title: 'Lantern Bay trail map',
    subject: 'The northern trails, with lengths',
    date: '2025-04-01',
  })
  const map = newPage(document, { wide: true })
  map.y += 30
  heading(map, 'Lantern Bay trail map')
  mapOn(map)
  const words = newPage(document)
  heading(words, 'The trails in words')
  paragraph(
    words,
    'Marsh boardwalk: 1.6 km, level, no steps, a bench every 200 metres. From the landing past the First Bend and the sluice to the hide at Heron Point.',
  )
  paragraph(
    words,
    'Old Reservoir loop: 5.2 km, 60 m of climbing, two stiles with a gate beside each. Allow ninety minutes and a sandwich.',
  )
  paragraph(
    words,
    'Coast Path: from Lantern Bay station to the visitor centre, 3 km, level and lit.',
  )
  table(
    words,
    [
      ['Trail', 'Length', 'Steps', 'Time'],
      ['Marsh boardwalk', '1.6 km', 'none', '40 min'],
      ['Old Reservoir loop', '5.2 km', 'none', '90 min'],
      ['Ferry Meadow path', '2.5 km', 'none', '45 min'],
      ['Coast Path', '3.0 km', 'none', '50 min'],
    ],
    { widths: [190, 90, 90, 90] },
  )
  paragraph(
    words,
    'In trouble? Ring 0555 014 299 and give the number on the back of the nearest post.',
  )
  return bytesOfDocument(document)
}

async function annualReport() {
  const document = await newDocument({
    title: 'Annual report 2025',
    subject: 'The year from April 2024 to March 2025',
    date: '2025-06-30',
  })
  const cover = newPage(document)
  cover.page.drawRectangle({ x: 0, y: 420, width: 596, height: 422, color: colours.teal })
  cover.page.drawCircle({ x: 298, y: 470, size: 96, color: colours.amber })
  cover.page.drawSvgPath('M0 0C110 -44 190 44 300 0S490 -44 596 0V140H0Z', {
    x: 0,
    y: 470,
    color: colours.sea,
  })
  cover.page.drawSvgPath('M0 0C110 -30 190 30 300 0S490 -30 596 0V120H0Z', {
    x: 0,
    y: 420,
    color: colours.sand,
  })
  cover.y = 250
  heading(cover, 'Annual report 2025', 34)
  paragraph(cover, 'Lantern Bay Parks Authority, April 2024 to March 2025.', 12)
  const year = newPage(document)
  heading(year, 'The year')
  paragraph(
    year,
    "It rained on the day of the Lantern Walk, as the forecast had said, but stopped at five o'clock, as Anneke Brandt had said. That was the year in small: more water than we asked for, and somebody who knew when it would stop.",
  )
  paragraph(
    year,
    '486,204 people came, which is four in a hundred more than the year before. One in five came by ferry or bus. Nobody was lost, apart from a reporter, who was found at low tide and wrote a kind piece.',
  )
  heading(year, 'Visitors by month, in thousands', 14)
  chart(
    year,
    'Jan 14,Feb 17,Mar 26,Apr 41,May 48,Jun 44,Jul 62,Aug 84,Sep 52,Oct 46,Nov 27,Dec 25'
      .split(',')
      .map((pair) => [pair.slice(0, 3), Number(pair.slice(4))]),
    { colour: colours.amber },
  )
  const nature = newPage(document)
  heading(nature, 'Reeds, birds and eels')
  paragraph(
    nature,
    'We cut 31 hectares of reed by hand and made 6,850 bundles. Four bittern males boomed, the most since counting began. At the sluice 4,018 glass eels were carried over the wall, one bucket at a time.',
  )
  table(
    nature,
    [
      ['Counted', '2023', '2024', '2025'],
      ['Bittern males', '2', '3', '4'],
      ['Avocet nests', '41', '38', '52'],
      ['Glass eels', '2,130', '3,306', '4,018'],
      ['Moths of all kinds', '471', '480', '487'],
      ['Planks replaced', '288', '301', '640'],
    ],
    { widths: [190, 90, 90, 90] },
  )
  const money = newPage(document)
  heading(money, 'The money')
  table(
    money,
    [
      ['Where from', 'Pounds', 'Share'],
      ['County grant', '1,690,000', '54 %'],
      ['Car park', '702,000', '23 %'],
      ['Gifts and planks', '371,000', '12 %'],
      ['Permits and moorings', '214,000', '7 %'],
      ['Ginger cake', '123,000', '4 %'],
      ['Together', '3,100,000', '100 %'],
    ],
    { widths: [230, 120, 90] },
  )
  paragraph(
    money,
    'Approved by the board on 12 June 2025 in the barn, by nine votes to none, with the door open because of the swallows.',
  )
  return bytesOfDocument(document)
}

async function tideTables() {
  const document = await newDocument({
    title: 'Tide tables 2026',
    subject: 'High water at Lantern Pier for every day of 2026',
    date: '2025-11-20',
  })
  for (const half of [0, 1]) {
    const at = newPage(document, { wide: true })
    at.y += 34
    heading(
      at,
      half === 0 ? 'High water at Lantern Pier, January to June 2026' : 'July to December 2026',
      16,
    )
    for (let column = 0; column < 6; column++) {
      const x = 56 + column * 123
      const { name, rows } = tideRows(half * 6 + column)
      at.page.drawText(name, {
        x,
        y: at.y - 12,
        size: 10,
        font: document.fonts.bold,
        color: colours.teal,
      })
      rows.forEach((row, i) => {
        const y = at.y - 28 - i * 14
        if (i % 2 === 0)
          at.page.drawRectangle({ x: x - 3, y: y - 4, width: 116, height: 14, color: colours.sand })
        at.page.drawText(row.day, { x, y, size: 8, font: document.fonts.bold, color: colours.ink })
        at.page.drawText(`${row.first}   ${row.second}`, {
          x: x + 18,
          y,
          size: 8,
          font: document.fonts.plain,
          color: colours.ink,
        })
        at.page.drawText(row.height, {
          x: x + 88,
          y,
          size: 8,
          font: document.fonts.plain,
          color: row.isSpring ? colours.amber : colours.grey,
        })
      })
    }
    at.page.drawText('Predictions, in local winter time. Heights in metres. Do not sail by them.', {
      x: 56,
      y: 46,
      size: 8,
      font: document.fonts.plain,
      color: colours.grey,
    })
  }
  return bytesOfDocument(document)
}

async function waterReport() {
  const document = await newDocument({
    title: 'Water report 2025',
    subject: 'Twenty-six Mondays, four places',
    date: '2025-10-06',
  })
  const at = newPage(document)
  heading(at, 'Water report 2025')
  paragraph(
    at,
    'Every Monday from April to September Ravi Senn fills four bottles before breakfast. The county laboratory tells us what is in them. This year it was mostly water.',
  )
  table(
    at,
    [
      ['Place', 'Samples', 'Excellent', 'Good', 'Poor'],
      ['Low Sands', '26', '24', '2', '0'],
      ['Ferry Meadow slip', '26', '19', '6', '1'],
      ['Lantern Pier', '26', '15', '9', '2'],
      ['Old Reservoir', '26', '11', '10', '5'],
    ],
    { widths: [170, 75, 75, 75, 75] },
  )
  heading(at, 'How far one can see down at Low Sands', 14)
  chart(
    at,
    [
      ['May', 3.1],
      ['Jun', 2.6],
      ['Jul', 2.2],
      ['early Aug', 2.4],
      ['late Aug', 3.3],
      ['Sep', 2.9],
    ],
    { unit: ' m' },
  )
  paragraph(
    at,
    'The five poor days at the Old Reservoir were those of the green bloom in July. Nobody swam, and one spaniel was spoken to.',
  )
  return bytesOfDocument(document)
}

export const documents = [
  { path: 'Lantern Bay trail map.pdf', make: trailMap },
  { path: 'Annual report 2025.pdf', make: annualReport },
  { path: 'Tide tables 2026.pdf', make: tideTables },
  { path: 'Water report 2025.pdf', make: waterReport },
]
