// One A4 page at a time: text that wraps, tables and headings for the PDFs.
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib'

const ink = rgb(0.13, 0.2, 0.22)
export const colours = {
  ink,
  teal: rgb(0.12, 0.35, 0.39),
  amber: rgb(0.78, 0.44, 0.16),
  sea: rgb(0.72, 0.85, 0.9),
  sand: rgb(0.95, 0.93, 0.86),
  grass: rgb(0.82, 0.89, 0.7),
  reed: rgb(0.88, 0.83, 0.62),
  line: rgb(0.78, 0.76, 0.69),
  grey: rgb(0.42, 0.47, 0.48),
}

/** A document with fixed dates, so that its bytes do not depend on the day it is made. */
export async function newDocument({ title, subject, date }) {
  const pdf = await PDFDocument.create()
  const day = new Date(`${date}T09:00:00Z`)
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setSubject(subject)
  pdf.setAuthor('Lantern Bay Parks Authority')
  pdf.setLanguage('en-GB')
  pdf.setCreator('Lantern Bay Parks')
  pdf.setProducer('Lantern Bay Parks')
  pdf.setCreationDate(day)
  pdf.setModificationDate(day)
  const fonts = {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
    serif: await pdf.embedFont(StandardFonts.TimesRoman),
  }
  return { pdf, fonts, title }
}

export async function bytesOfDocument({ pdf }) {
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}

/** A new page with a running foot; `y` is where the next thing goes. */
export function newPage(document, { wide = false } = {}) {
  const size = wide ? [841.89, 595.28] : [595.28, 841.89]
  const page = document.pdf.addPage(size)
  const number = document.pdf.getPageCount()
  const { plain } = document.fonts
  page.drawText(`Lantern Bay Parks  ·  ${document.title}  ·  ${number}`, {
    x: 56,
    y: 30,
    size: 8,
    font: plain,
    color: colours.grey,
  })
  return { page, document, left: 56, right: size[0] - 56, y: size[1] - 64 }
}

export function heading(at, text, size = 22) {
  at.y -= size
  at.page.drawText(text, {
    x: at.left,
    y: at.y,
    size,
    font: at.document.fonts.serif,
    color: colours.teal,
  })
  at.y -= size * 0.6
}

export function paragraph(at, text, size = 10.5) {
  const font = at.document.fonts.plain
  let line = ''
  const flush = () => {
    at.y -= size * 1.45
    at.page.drawText(line, { x: at.left, y: at.y, size, font, color: colours.ink })
  }
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (font.widthOfTextAtSize(longer, size) > at.right - at.left) {
      flush()
      line = word
    } else line = longer
  }
  flush()
  at.y -= size * 0.7
}

/** A table; `widths` are in points, the first row is its head. */
export function table(at, rows, { widths, size = 9.5 }) {
  const { plain, bold } = at.document.fonts
  rows.forEach((row, i) => {
    at.y -= size * 1.75
    let x = at.left
    row.forEach((cell, column) => {
      at.page.drawText(cell, { x, y: at.y, size, font: i === 0 ? bold : plain, color: colours.ink })
      x += widths[column]
    })
    at.page.drawLine({
      start: { x: at.left, y: at.y - size * 0.45 },
      end: { x, y: at.y - size * 0.45 },
      thickness: i === 0 ? 1 : 0.4,
      color: colours.line,
    })
  })
  at.y -= size * 1.4
}

/** Columns of a chart, with their values above and names below. */
export function chart(at, values, { height = 120, colour = colours.teal, unit = '' } = {}) {
  const most = Math.max(...values.map(([, value]) => value))
  const step = (at.right - at.left) / values.length
  const foot = at.y - height - 18
  const { plain } = at.document.fonts
  values.forEach(([name, value], i) => {
    const x = at.left + i * step
    const tall = (value / most) * height
    at.page.drawRectangle({
      x: x + step * 0.14,
      y: foot,
      width: step * 0.72,
      height: tall,
      color: colour,
    })
    const text = `${value}${unit}`
    at.page.drawText(text, {
      x: x + step / 2 - plain.widthOfTextAtSize(text, 8) / 2,
      y: foot + tall + 4,
      size: 8,
      font: plain,
      color: colours.ink,
    })
    at.page.drawText(name, {
      x: x + step / 2 - plain.widthOfTextAtSize(name, 8) / 2,
      y: foot - 11,
      size: 8,
      font: plain,
      color: colours.grey,
    })
  })
  at.y = foot - 26
}
