import { diffArrays } from 'diff'
import type { Node } from 'prosemirror-model'
import { fieldLabel } from '../fields/field-label.ts'
import { readFront } from './front-matter/read-front.ts'
import { openPage } from './page.ts'
import type { OpenedPage } from './types.ts'

/** Texts longer than this are not compared by sentences: a list of changes must be there at once. */
const longest = 400_000

function textBlocks(doc: Node): readonly string[] {
  const blocks: string[] = []
  doc.descendants((node) => {
    if (node.isTextblock) blocks.push(node.textContent)
    return !node.isTextblock
  })
  return blocks
}

function sentencesOf({ doc, body }: OpenedPage): readonly string[] {
  const blocks = doc ? textBlocks(doc) : body.split(/\r?\n(?:[ \t]*\r?\n)+/)
  return blocks.flatMap((block) =>
    block
      .replace(/\s+/g, ' ')
      .split(/(?<=[.!?…])\s+/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence !== ''),
  )
}

/** A removed and an added run side by side are versions of one another. */
function countChanged(was: readonly string[], now: readonly string[]): number {
  let count = 0
  let removed = 0
  for (const part of diffArrays([...was], [...now])) {
    const n = part.value.length
    if (part.removed) removed = n
    else {
      count += part.added ? Math.max(n, removed) : removed
      removed = 0
    }
  }
  return count + removed
}

function changedFields(was: OpenedPage, now: OpenedPage): readonly string[] {
  if (was.front === now.front) return []
  const values = (page: OpenedPage) =>
    new Map(readFront(page.front).entries.map(({ key, value }) => [key, JSON.stringify(value)]))
  const [before, after] = [values(was), values(now)]
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.get(key) !== after.get(key),
  )
  return keys.length === 0 ? ['details'] : keys.map((key) => fieldLabel(key).toLowerCase())
}

/** Pictures and links in their order; what is said of a picture is counted apart from which one it is. */
function shownIn({ doc }: OpenedPage) {
  const [pictures, said, links]: [string[], string[], string[]] = [[], [], []]
  doc?.descendants((node) => {
    if (typeof node.attrs.src === 'string' && node.attrs.src !== '') {
      pictures.push(node.attrs.src)
      said.push(`${node.attrs.src}\n${node.attrs.alt ?? ''}\n${node.attrs.title ?? ''}`)
    }
    const link = node.marks.find(({ type }) => type.name === 'link')
    if (link) links.push(String(link.attrs.href))
  })
  return { pictures, said, links }
}

const counted = (n: number, one: string, many = `${one}s`) =>
  n === 0 ? [] : [`${n} ${n === 1 ? one : many}`]

function changedBody(was: OpenedPage, now: OpenedPage): readonly string[] {
  if (was.body === now.body) return []
  if (was.body.length + now.body.length > longest) return ['text']
  const [before, after] = [shownIn(was), shownIn(now)]
  const pictures = countChanged(before.pictures, after.pictures)
  const parts = [
    ...counted(countChanged(sentencesOf(was), sentencesOf(now)), 'sentence'),
    ...counted(pictures, 'picture'),
    ...counted(
      countChanged(before.said, after.said) - pictures,
      'text of a picture',
      'texts of pictures',
    ),
  ]
  if (parts.length > 0) return parts
  const links = counted(countChanged(before.links, after.links), 'link')
  return links.length > 0 ? links : ['formatting']
}

/** What changed between two versions of a page, in one line: “2 sentences, description”. */
export function describeChange(was: string, now: string): string {
  const pages = [openPage(was), openPage(now)] as const
  const parts = [...changedBody(...pages), ...changedFields(...pages)]
  if (parts.length > 5)
    return `${parts.slice(0, 4).join(', ')} and ${parts.length - 4} more details`
  return parts.join(', ') || 'line ends'
}
