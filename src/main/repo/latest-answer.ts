/**
 * Asks for many at once without telling anybody what was true before they asked: who comes while a question is under
 * way shares the one that follows it. Only the very first answer is for all who wait for it: several screens ask
 * together when a site opens. An answer that fails fails for those who share it.
 */
export function latestAnswer<T>(ask: () => Promise<T>): () => Promise<T> {
  let isFirst = true
  let current: Promise<T> | null = null
  let following: Promise<T> | null = null
  const begin = (): Promise<T> => {
    const mine = ask().finally(() => {
      isFirst = false
      if (current === mine) current = null
    })
    current = mine
    return mine
  }
  const next = (): Promise<T> => {
    following = null
    return begin()
  }
  return () => {
    if (!current) return begin()
    if (isFirst) return current
    following ??= current.then(next, next)
    return following
  }
}
