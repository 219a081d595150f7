import type { Node } from 'prosemirror-model'
import { sameBag, startTag } from './bag.ts'
import { columnsOf, tableTag, withColumns } from './columns.ts'
import { tagOfNode } from './open-tag.ts'
import { ticked } from './task-tags.ts'

/** The start tag of an edited node: its source where it says the same still. */
export function changedTag(source: string, now: Node, was: Node): string {
  const [a, b] = [tagOfNode(now), tagOfNode(was)]
  const tag = now.type.name === 'table' ? tableTag(now, was, a) : a
  if (sameBag(tag, b)) return source
  return now.type.name === 'taskItem' ? ticked(source, tag, now) : startTag(tag)
}

/** What an edited container holds, with the parts of it that are no nodes: a table's columns. */
export const changedInner = (inner: string, now: Node, was: Node): string =>
  now.type.name === 'table' ? withColumns(inner, columnsOf(was), columnsOf(now)) : inner

/** Whether a container is of its old kind. Fold-out content with an element of its own is another thing than one without. */
export const isSameContainer = (now: Node, was: Node): boolean =>
  now.type === was.type && !now.isAtom && now.attrs.bare === was.attrs.bare
