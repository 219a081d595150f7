import type { Node } from 'prosemirror-model'
import type { Ref } from '../ref.ts'
import { documentSchema, type NodeName } from '../schema.ts'
import { startOf } from './open-tag.ts'
import {
  add,
  holdsOnly,
  type Inside,
  type Kids,
  make,
  noKids,
  onlyElements,
  placeOf,
  type Reader,
  rangeOf,
  textRef,
} from './reader.ts'
import { attributeOf, breaksLine, type Element, type TreeNode } from './tree.ts'

/** The blocks inside an element that must not be empty: an empty paragraph where the source has nothing. */
export function filled(reader: Reader, nodes: readonly TreeNode[], inside: Inside): Kids {
  const kids = reader.blocks(nodes, inside)
  if (kids.kids.length > 0) return kids
  const at = inside.os
  const ref: Ref = {
    ...{ s: at, e: at, os: at, ce: at, kids: [], ranges: [] },
    ...{ text: true, implicit: true },
  }
  const empty = documentSchema.nodes.paragraph.create()
  reader.refs.set(empty, ref)
  add(kids, empty, [at, at])
  return kids
}

/** An element that holds blocks, at least an empty one. */
export function container(reader: Reader, element: Element, type: NodeName, attrs = {}): Node {
  const place = placeOf(element)
  const kids = filled(reader, element.childNodes, place)
  return make(reader, { type, attrs, element, content: kids.kids, ref: { ...place, ...kids } })
}

const isTask = (element: Element) => attributeOf(element, 'data-type') === 'taskItem'

/** A to-do list; its boxes are attributes of its items. */
function readTasks(reader: Reader, element: Element): Node {
  const kids = noKids()
  for (const item of onlyElements(element)) {
    const checked = attributeOf(item, 'data-checked') === 'true'
    add(kids, container(reader, item, 'taskItem', { checked }), rangeOf(item))
  }
  const ref = { ...placeOf(element), ...kids }
  return make(reader, { type: 'taskList', element, content: kids.kids, ref })
}

/** A list of items only; null for one that holds anything else. */
export function readList(reader: Reader, element: Element): Node | null {
  if (!holdsOnly(element, /^li$/)) return null
  const isTasks = attributeOf(element, 'data-type') === 'taskList'
  if (isTasks && onlyElements(element).every(isTask)) return readTasks(reader, element)
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
