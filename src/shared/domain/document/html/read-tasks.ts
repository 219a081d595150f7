import type { Node } from 'prosemirror-model'
import { container, filled } from './read-container.ts'
import { add, make, noKids, onlyElements, placeOf, type Reader, rangeOf } from './reader.ts'
import { attributeOf, type Element, isElement, partsOf } from './tree.ts'

const isTask = (element: Element) => attributeOf(element, 'data-type') === 'taskItem'

export const isTaskList = (element: Element): boolean =>
  attributeOf(element, 'data-type') === 'taskList' && onlyElements(element).every(isTask)

/** A label with a box and nothing to read. */
const isBox = (part: Element) =>
  part.tagName === 'label' &&
  partsOf(part).some((child) => isElement(child) && child.tagName === 'input') &&
  partsOf(part).every(
    (child) =>
      isElement(child) &&
      (child.tagName === 'input' || (child.tagName === 'span' && child.childNodes.length === 0)),
  )

/** The words of an item that has its box in the source, as Isomer writes it; null for one that has not. */
function wordsOf(item: Element): Element | null {
  const [box, words, ...more] = partsOf(item)
  if (!box || !words || more.length > 0 || !isElement(box) || !isElement(words)) return null
  return isBox(box) && words.tagName === 'div' && words.attrs.length === 0 ? words : null
}

function readTask(reader: Reader, item: Element): Node {
  const attrs = { checked: attributeOf(item, 'data-checked') === 'true' }
  const words = wordsOf(item)
  if (!words) return container(reader, item, 'taskItem', attrs)
  const inside = placeOf(words)
  const kids = filled(reader, words.childNodes, inside)
  // The box and the tags around the words belong to the item's own tags.
  const ref = { ...placeOf(item), os: inside.os, ce: inside.ce, ...kids }
  return make(reader, { type: 'taskItem', attrs, element: item, content: kids.kids, ref })
}

/** A to-do list; its boxes are attributes of its items. */
export function readTasks(reader: Reader, element: Element): Node {
  const kids = noKids()
  for (const item of onlyElements(element)) add(kids, readTask(reader, item), rangeOf(item))
  const ref = { ...placeOf(element), ...kids }
  return make(reader, { type: 'taskList', element, content: kids.kids, ref })
}
