import type { Node } from '@tiptap/pm/model'

const counts = new WeakMap<Node, number>()
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
const plain = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}\p{S}\p{Z}\s]*$/u

/** The words of a text, in any script. */
export function wordsIn(text: string): number {
  // Scripts without spaces between words need their own rules; the rest is quick.
  if (plain.test(text)) return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-.]*/gu)?.length ?? 0
  let words = 0
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) words++
  return words
}

/** The words of a document; blocks that did not change are not counted again. */
export function countWords(node: Node): number {
  const known = counts.get(node)
  if (known !== undefined) return known
  let words = 0
  if (node.isTextblock) words = wordsIn(node.textBetween(0, node.content.size, ' ', ' '))
  else for (const child of node.children) words += countWords(child)
  counts.set(node, words)
  return words
}
