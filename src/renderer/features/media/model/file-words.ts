import type { MediaFile } from '../../../../shared/ipc/media-calls.ts'

const figures = new Intl.NumberFormat('en')

export const inFigures = (n: number): string => figures.format(n)

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figures.format(count)} ${count === 1 ? one : many}`
}

/** What these files are together called: images, documents, or files where both are among them. */
export function filesInWords(files: readonly Pick<MediaFile, 'kind'>[]): string {
  const images = files.filter(({ kind }) => kind === 'image').length
  if (images === files.length) return counted(images, 'image')
  return counted(files.length, images === 0 ? 'document' : 'file')
}

/** How much smaller something got: `−88 %`. */
export function changeInPercent(before: number, after: number): string {
  if (before === 0) return '0 %'
  const percent = Math.round((after / before - 1) * 100)
  return percent < 0 ? `−${-percent} %` : `+${percent} %`
}

/** `image/jpeg` and `jpg` are both called JPEG. */
export function typeInWords(type: string): string {
  const short = type.slice(type.lastIndexOf('/') + 1).replace(/\+.*$/, '')
  const known: Readonly<Record<string, string>> = { jpg: 'JPEG', jpeg: 'JPEG', webp: 'WebP' }
  return known[short.toLowerCase()] ?? short.toUpperCase()
}

/** A name in two parts, of which only the first is shortened: the ending stays to be seen. */
export function nameInParts(name: string): readonly [start: string, end: string] {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= 6 ? name.length - dot : 0
  const kept = Math.min(name.length, ending + 4)
  return [name.slice(0, name.length - kept), name.slice(name.length - kept)]
}

/** How long it will still take; null while nobody can know. */
export function timeLeft(done: number, total: number, passedMs: number): string | null {
  if (done === 0 || passedMs < 3000 || done >= total) return null
  const seconds = Math.ceil(((passedMs / done) * (total - done)) / 1000)
  if (seconds < 60) return `About ${counted(seconds, 'second')} left`
  return `About ${counted(Math.ceil(seconds / 60), 'minute')} left`
}
