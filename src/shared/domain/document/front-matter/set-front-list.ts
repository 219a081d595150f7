import { addFrontItem, removeFrontItem, setFrontValue } from './edit-front.ts'
import type { FormValue, KeyPath } from './form-value.ts'

/** New words of a list of numbers are numbers too, where they can be. */
function likeOthers(item: string, others: readonly unknown[]): FormValue {
  const numbers = others.length > 0 && others.every((other) => typeof other === 'number')
  return numbers && item.trim() !== '' && Number.isFinite(Number(item)) ? Number(item) : item
}

/**
 * Brings the list at `path` from `now` (its values) to `items` (texts). Items that stay keep their bytes; only what
 * differs between the common beginning and end is set, added or taken out.
 */
export function setFrontList(
  front: string,
  path: KeyPath,
  lists: { readonly now: readonly unknown[]; readonly items: readonly string[] },
): string {
  const { items } = lists
  const now = lists.now.map(String)
  let start = 0
  while (start < now.length && start < items.length && now[start] === items[start]) start++
  let end = 0
  const most = Math.min(now.length, items.length) - start
  while (end < most && now.at(-1 - end) === items.at(-1 - end)) end++
  const old = now.length - start - end
  const fresh = items.slice(start, items.length - end).map((item) => likeOthers(item, lists.now))
  let out = front
  for (const [i, value] of fresh.entries())
    out =
      i < old
        ? setFrontValue(out, [...path, start + i], value)
        : addFrontItem(out, path, [start + i, value])
  for (let i = old - 1; i >= fresh.length; i--) out = removeFrontItem(out, path, start + i)
  return out
}
