/** Characters that turn the direction of the text around them; in a title they could make one page look like another. */
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** A title as it may be shown: no character in it changes how the rest reads. */
export function cleanTitle(title: string): string {
  return title.replace(directionMarks, '')
}

/** Text as it is compared: case and accents do not count. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The words of a query; a page must hold every one of them. */
export function wordsOfQuery(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** A piece of a title, and whether it is what was looked for. */
export interface TitlePart {
  readonly text: string
  readonly hit: boolean
  /** Where the piece begins in the title. */
  readonly at: number
}

/** Folded text, and for each of its characters where it came from. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const piece = fold(character)
    folded += piece
    for (let i = 0; i < piece.length; i++) places.push(at)
    at += character.length
  }
  places.push(text.length)
  return { folded, places }
}

/** Cuts a title into pieces that were looked for and pieces between them; joined they are the title. */
export function titleParts(title: string, words: readonly string[]): TitlePart[] {
  const { folded, places } = foldWithPlaces(title)
  const isHit = new Uint8Array(title.length)
  for (const word of words) {
    for (let i = folded.indexOf(word); i >= 0; i = folded.indexOf(word, i + 1))
      isHit.fill(1, places[i], places[i + word.length])
  }
  const parts: TitlePart[] = []
  for (let at = 0; at < title.length; ) {
    let end = at + 1
    while (end < title.length && isHit[end] === isHit[at]) end++
    parts.push({ text: title.slice(at, end), hit: isHit[at] === 1, at })
    at = end
  }
  return parts
}
