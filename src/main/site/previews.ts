import { randomBytes } from 'node:crypto'

/** The newest ones are kept: each window shows one at a time. */
const most = 12

/** Pages made to be looked at, by the address they are served under. */
export interface Previews {
  /** Answers the address of a page. */
  keep(html: string): string
  /** The page of an address; null for any other. */
  find(address: string): string | null
}

export function createPreviews(): Previews {
  const pages = new Map<string, string>()
  return {
    keep(html) {
      const name = randomBytes(16).toString('hex')
      pages.set(name, html)
      for (const old of pages.keys()) {
        if (pages.size <= most) break
        pages.delete(old)
      }
      return `preview://page/${name}`
    },
    find(address) {
      const name = /^preview:\/\/page\/([0-9a-f]{32})(?:[?#].*)?$/.exec(address)?.[1]
      return name === undefined ? null : (pages.get(name) ?? null)
    },
  }
}
