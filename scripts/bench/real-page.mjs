// The largest page of the real sites beside the project, where there are any.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const sites = fileURLToPath(new URL('../../../shared/sites', import.meta.url))

/** The body of the largest page written with Isomer's editor, or null. */
export function largestRealBody() {
  if (!existsSync(sites)) return null
  const pages = readdirSync(sites, { recursive: true })
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path: join(sites, path), size: statSync(join(sites, path)).size }))
    .sort((a, b) => b.size - a.size)
  for (const { path } of pages) {
    const [, front, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(path, 'utf8')) ?? []
    if (front && /^variant: *tiptap$/m.test(front)) return body
  }
  return null
}
