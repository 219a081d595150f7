import type { MediaUse } from '../../../shared/ipc/media-calls.ts'

const words: Readonly<Record<MediaUse['where'][number], string>> = {
  text: 'in the page',
  details: 'as its image',
  data: 'in a data file',
  settings: 'in the settings',
  style: 'in a style sheet',
  template: 'in a template',
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Where in a page or file something is used: `In the page, and as its image`. */
export function placesInWords({ where, sure, count }: MediaUse): string {
  const places = where.map((place) => words[place])
  const list =
    places.length > 1
      ? `${places.slice(0, -1).join(', ')}, and ${places.at(-1)}`
      : (places[0] ?? '')
  if (!sure) return `Perhaps: named ${list}`
  return upper(count > 1 && places.length === 1 ? `${list}, ${count} times` : list)
}
