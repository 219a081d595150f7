import { parseFragment } from 'parse5'
import { maskTemplates } from '../mask.ts'
import { tokenize } from './tokens.ts'
import { isElement, type TreeNode, voidTags } from './tree.ts'

/** A block read alone hides an unclosed `<strong>`, which in the page would leak into the next one. */
export function isBalanced(html: string): boolean {
  // Tags in template code are words of that code.
  const inline = maskTemplates(html).text
  const tree = parseFragment(`<p>${inline}</p>`, { sourceCodeLocationInfo: true })
  let ends = 0
  const closed = (nodes: readonly TreeNode[]): boolean =>
    nodes.every((node) => {
      if (!isElement(node) || voidTags.has(node.tagName)) return true
      ends++
      return Boolean(node.sourceCodeLocation?.endTag) && closed(node.childNodes)
    })
  const written = (inline.match(/<\/[a-zA-Z]/g) ?? []).length
  return tree.childNodes.length === 1 && closed(tree.childNodes) && written === ends - 1
}

const tagsOf = (inline: string) =>
  tokenize(inline)
    .filter(({ raw }) => /^<\/?[a-z]/i.test(raw))
    .map(({ raw }) => raw)
    .join('')

/** Whether an edit left every tag as it was: what stood open before may then stay open. */
export const hasSameTags = (a: string, b: string): boolean => tagsOf(a) === tagsOf(b)
