import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const sites = join(import.meta.dirname, '../../../../../../shared/sites')

/**
 * Bodies of the real sites beside the project: of pages written in Isomer's editor, or of every page. None, with a
 * loud message, where the sites are not there.
 */
export function realBodies(
  which: 'tiptap' | 'all',
): { readonly path: string; readonly body: string }[] {
  if (!existsSync(sites)) {
    console.warn('SKIPPED: the real sites are not beside the project; their pages were not tested.')
    return []
  }
  return readdirSync(sites, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|html)$/.test(name))
    .sort()
    .flatMap((path) => {
      const text = readFileSync(join(sites, path), 'utf8')
      const front = /^---[^\n]*\n[\s\S]*?\n---[^\n]*\n?/.exec(text)?.[0] ?? ''
      const wanted = which === 'all' || /variant: tiptap/.test(front)
      return wanted ? [{ path, body: text.slice(front.length) }] : []
    })
}
