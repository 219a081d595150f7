import type { Node } from 'prosemirror-model'
import type { NodeName } from '../schema.ts'
import { startOf } from './open-tag.ts'
import { container } from './read-container.ts'
import { isTaskList, readTasks } from './read-tasks.ts'
import {
  add,
  holdsOnly,
  make,
  noKids,
  onlyElements,
  placeOf,
  type Reader,
  rangeOf,
  textRef,
} from './reader.ts'
import { attributeOf, breaksLine, type Element } from './tree.ts'

/** A list of items only; null for one that holds anything else. */
export function readList(reader: Reader, element: Element): Node | null {
  if (!holdsOnly(element, /^li$/)) return null
  if (isTaskList(element)) return readTasks(reader, element)
  const place = placeOf(element)
  const kids = noKids()
  for (const item of onlyElements(element))
    add(kids, container(reader, item, 'listItem'), rangeOf(item))
  const base = { element, content: kids.kids, ref: { ...place, ...kids } }
  if (element.tagName === 'ul') return make(reader, { ...base, type: 'bulletList' })
  const attrs = { start: startOf(attributeOf(element, 'start')) }
  return make(reader, { ...base, type: 'orderedList', attrs })
}

const isLine = (element: Element) => !element.childNodes.some(breaksLine)

/** Terms and descriptions; null where the list holds anything else, such as groups in a `<div>`. */
export function readDefinitions(reader: Reader, element: Element): Node | null {
  if (!holdsOnly(element, /^d[td]$/)) return null
  const parts = onlyElements(element)
  if (!parts.every((part) => part.tagName === 'dd' || isLine(part))) return null
  const kids = noKids()
  for (const part of parts) {
    const node =
      part.tagName === 'dt'
        ? lineOf(reader, part, 'definitionTerm')
        : container(reader, part, 'definitionDescription')
    add(kids, node, rangeOf(part))
  }
  const ref = { ...placeOf(element), ...kids }
  return make(reader, { type: 'definitionList', element, content: kids.kids, ref })
}

/** An element that holds one line of text. */
export function lineOf(reader: Reader, element: Element, type: NodeName, attrs = {}): Node {
  const place = placeOf(element)
  const content = reader.inline(element.childNodes, place)
  return make(reader, { type, attrs, element, content, ref: textRef(place) })
}
