import { parseConfig } from '../config-text.ts'
import { isYamlMap } from '../yaml-map.ts'

/**
 * The order a collection is shown in, from its `collection.yml` (isomer.md 1.6): paths relative to the collection's
 * folder. Duplicates, wrong names and broken files are tolerated; a file without a list gives an empty order.
 */
export function readCollectionOrder(text: string, name: string): string[] {
  const { collections } = parseConfig(text)
  if (!isYamlMap(collections)) return []
  const entry = collections[name] ?? Object.values(collections)[0]
  const order = isYamlMap(entry) ? entry.order : undefined
  if (!Array.isArray(order)) return []
  const items = order.filter((item): item is string => typeof item === 'string' && item !== '')
  return [...new Set(items)]
}

/**
 * Positions by path: each listed file its own, each sub-folder (ending in `/`) that of its first entry; what is not
 * listed comes last.
 */
export function rankByOrder(folder: string, order: readonly string[]): (path: string) => number {
  const ranks = new Map<string, number>()
  const add = (path: string, rank: number) => {
    if (!ranks.has(path)) ranks.set(path, rank)
  }
  for (const [rank, item] of order.entries()) {
    add(`${folder}/${item}`, rank)
    for (let cut = item.indexOf('/'); cut >= 0; cut = item.indexOf('/', cut + 1))
      add(`${folder}/${item.slice(0, cut + 1)}`, rank)
  }
  return (path) => ranks.get(path) ?? Number.POSITIVE_INFINITY
}
