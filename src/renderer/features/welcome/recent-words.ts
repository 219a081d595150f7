const day = 86_400_000

const startOfDay = (date: Date) =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

const written = (date: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', options).format(date)

/** When a site was opened, as people say it: Today, Yesterday, Friday, 12 Nov, 3 Mar 2024. */
export function openedWhen(opened: string, now: Date): string {
  const date = new Date(opened)
  if (Number.isNaN(date.getTime())) return ''
  // Rounded, because a day on which the clocks change is not 24 hours long.
  const days = Math.round((startOfDay(now) - startOfDay(date)) / day)
  if (days <= 0) return 'Today'
  if (days === 1) return 'Yesterday'
  if (days < 7) return written(date, { weekday: 'long' })
  const isThisYear = date.getFullYear() === now.getFullYear()
  return written(date, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
}

/** The first letters of a site's name, for its tile. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? '')
  return letters.join('').toUpperCase() || '?'
}

/** A hue that is always the same for a site. */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0) % 360
}

const longest = 36

/** A folder in a narrow place: the beginning goes first, its name stays. */
export function shortFolder(folder: string): string {
  if (folder.length <= longest) return folder
  const mark = folder.includes('\\') ? '\\' : '/'
  const parts = folder.split(mark)
  let kept = parts.pop() ?? ''
  while (parts.length > 0 && kept.length + (parts.at(-1) ?? '').length < longest - 2)
    kept = `${parts.pop()}${mark}${kept}`
  return `…${mark}${kept}`
}
