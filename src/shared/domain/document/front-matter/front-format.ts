import { type DataTree, NotRead } from './data-tree.ts'
import { scanJson } from './scan-json.ts'
import { scanToml } from './scan-toml.ts'

/** Larger blocks are edited as source only. */
const mostCharacters = 1_000_000

/** TOML or JSON front matter as the form edits it. Offsets count from the start of the block, fences included. */
export type FrontData =
  | {
      readonly kind: 'data'
      readonly format: 'toml' | 'json'
      readonly tree: DataTree
      readonly text: string
    }
  | { readonly kind: 'refused'; readonly format: 'toml' | 'json'; readonly reason: string }

/** Whether text between YAML fences is a JSON object, which is edited as one. */
export function isJsonBlock(text: string): boolean {
  if (!/^\s*\{/.test(text) || text.length > mostCharacters) return false
  try {
    return text.slice(scanJson(text, text.indexOf('{')).end).trim() === ''
  } catch {
    return false
  }
}

const tomlOpen = /^\uFEFF?\+\+\+[ \t]*\r?\n/
const tomlClose = /\+\+\+[ \t]*(?:\r?\n)?$/

/** The same text with all but its data blank, so that offsets stay. */
function withoutFences(front: string): string {
  const open = tomlOpen.exec(front)?.[0].length ?? 0
  const close = tomlClose.exec(front)?.index ?? front.length
  return ' '.repeat(open) + front.slice(open, close)
}

/** Reads TOML or JSON front matter; says in words why it cannot be edited as a form. Never throws. */
export function dataOf(front: string): FrontData {
  const format = tomlOpen.test(front) ? 'toml' : 'json'
  const name = format.toUpperCase()
  if (front.length > mostCharacters)
    return { kind: 'refused', format, reason: 'The details of this page are too long for a form.' }
  try {
    const tree =
      format === 'toml' ? scanToml(withoutFences(front)) : scanJson(front, front.indexOf('{'))
    return { kind: 'data', format, tree, text: front }
  } catch (error) {
    const why = error instanceof NotRead || error instanceof Error
    if (!why) throw error
    return {
      kind: 'refused',
      format,
      reason: `The details of this page are not written as ${name} should be. They can be edited as source.`,
    }
  }
}
