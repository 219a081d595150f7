const figures = new Intl.NumberFormat('en')

/** How large a file is, as people say it: `318 kB`, `2.4 MB`. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${figures.format(bytes)} bytes`
  // What would be written as 1,000 kB is a megabyte.
  if (bytes < 999_500) return `${figures.format(Math.round(bytes / 1000))} kB`
  const mega = bytes / 1_000_000
  if (mega < 999.5) return `${mega < 10 ? mega.toFixed(1) : figures.format(Math.round(mega))} MB`
  return `${(mega / 1000).toFixed(1)} GB`
}
