export interface SizeLimits {
  /** Characters of all texts together. */
  readonly size: number
  /** Values in lists and objects, counted through all levels. */
  readonly values: number
  readonly depth: number
}

const defaults: SizeLimits = { size: 40 * 1024 * 1024, values: 500_000, depth: 40 }

const plainKinds = new Set<unknown>([Object.prototype, Array.prototype, null])

/** What lies inside a value; null for kinds of objects that have no place in the contract (bytes, maps, dates). */
function partsOf(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null) return []
  if (!plainKinds.has(Object.getPrototypeOf(value))) return null
  return Array.isArray(value) ? value : Object.entries(value).flat()
}

const textSize = (values: readonly unknown[]): number =>
  values.reduce<number>((sum, v) => sum + (typeof v === 'string' ? v.length : 0), 0)

/** Whether a message from a page is plain data and small enough to look at closely. */
export function isAcceptableMessage(message: unknown, limits: SizeLimits = defaults): boolean {
  let size = 0
  let values = 0
  let level: readonly unknown[] = [message]
  for (let depth = 0; level.length > 0; depth++) {
    size += textSize(level)
    values += level.length
    if (depth > limits.depth || values > limits.values || size > limits.size) return false
    const inside = level.map(partsOf)
    if (inside.includes(null)) return false
    level = inside.flatMap((parts) => parts ?? [])
  }
  return true
}
