import { diffArrays } from 'diff'
import { parseFragment } from 'parse5'
import type { Node } from 'prosemirror-model'

/** How many lines differ where a text has as many lines as before; infinite where it has not. */
export function changedLines(before: string, after: string): number {
  const [a, b] = [before.split('\n'), after.split('\n')]
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  return a.filter((line, i) => line !== b[i]).length
}

/** Lines removed and added between two texts, as a line diff counts them. */
export function diffedLines(before: string, after: string): number {
  let lines = 0
  for (const run of diffArrays(before.split('\n'), after.split('\n')))
    if (run.added || run.removed) lines += run.value.length
  return lines
}

/** A stretch of source without the halves of tags that it begins or ends in. */
function withoutHalfTags(source: string, from: number, to: number): string {
  const isInTag = (at: number) => source.lastIndexOf('<', at - 1) > source.lastIndexOf('>', at - 1)
  const piece = source.slice(from, to)
  const begun = isInTag(from) ? piece.replace(/^[^>]*>?/, '') : piece
  return isInTag(to) ? begun.replace(/<[^<]*$/, '') : begun
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

const entity = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);?/gi

/** What entities stand for, as a browser reads them. */
const decoded = (source: string) =>
  source.replace(entity, (written) => {
    const [node] = parseFragment(written).childNodes
    return node && 'value' in node ? node.value : written
  })

/** The letters of a piece of source: as it stands, and as what they mean in HTML. */
const lettersOf = (source: string) => {
  const words = source.replace(/<[^>]*>/g, '')
  return [letters(source), letters(words.replace(entity, '')), letters(decoded(words))]
}

/**
 * Whether the stretch of the source that an edit replaced holds words of one block only. Told from the texts alone:
 * it asks nothing of the code that is being measured.
 */
export function staysInBlock(before: string, after: string, block: Node): boolean {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const replaced = withoutHalfTags(before, head, before.length - tail)
  const own = letters(block.textContent)
  return lettersOf(replaced).some((piece) => own.includes(piece))
}
