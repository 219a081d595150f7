import type { Node } from 'prosemirror-model'
import { type Bag, startTag } from './bag.ts'

const box = (checked: boolean) =>
  `<label><input${checked ? ' checked="checked"' : ''} type="checkbox"><span></span></label>`

/** What stands before and behind the words of a new item, as Isomer saves it. */
export function taskTags(tag: Bag, item: Node, eol: string): { open: string; close: string } {
  return {
    open: `${startTag(tag)}${eol}${box(item.attrs.checked === true)}${eol}<div>`,
    close: `${eol}</div>${eol}</li>`,
  }
}

/** Ticks or clears the box in an item's source, or takes its new tag where the source has no box. */
export function ticked(open: string, tag: Bag, item: Node): string {
  const checked = item.attrs.checked === true
  if (!/<input\b/i.test(open)) return startTag(tag)
  return open
    .replace(/^<li\b[^>]*>/i, () => startTag(tag))
    .replace(/<input\b[^>]*>/i, (input) => {
      const bare = input.replace(/\s+checked(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?/gi, '')
      return checked ? bare.replace(/^<input/i, '$& checked="checked"') : bare
    })
}
