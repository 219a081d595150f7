import { sameNode } from '../hash.ts'
import type { MarkdownSaver } from './save-markdown.ts'
import type { Version } from './save-text.ts'

/** Writes changed terms and definitions into their source; null where there are more or fewer of them. */
export function saveDefinitions(
  saver: MarkdownSaver,
  { now, was, ref, rung }: Version,
): string | null {
  const isSame = now.content.content.every((part, i) => part.type === was.maybeChild(i)?.type)
  if (now.childCount !== was.childCount || !isSame) return null
  let at = ref.s
  let out = ''
  now.content.content.forEach((part, i) => {
    const old = was.child(i)
    const oldRef = saver.opened.refs.get(old)
    if (!oldRef || sameNode(part, old)) return
    out += saver.slice(at, oldRef.s)
    out += part.isTextblock
      ? saver.block(part, old, { rung })
      : saver.slice(oldRef.s, oldRef.os) +
        saver.flow(part, oldRef, rung) +
        saver.slice(oldRef.ce, oldRef.e)
    at = oldRef.e
  })
  saver.count('container')
  return out + saver.slice(at, ref.e)
}
