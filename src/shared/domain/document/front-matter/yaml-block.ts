import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml'

/** The YAML between the fences and where it starts in the front matter. */
export interface YamlBlock {
  readonly offset: number
  readonly text: string
}

/** The text between the fences. */
export function yamlBlockOf(front: string): YamlBlock | null {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(front)
  if (!open) return null
  const close = /(?:---|\.\.\.)[ \t]*(?:\r?\n)?$/.exec(front)
  const end = close ? close.index : front.length
  return {
    offset: open[0].length,
    text: front.slice(open[0].length, Math.max(end, open[0].length)),
  }
}

/** Larger blocks, and ones that repeat themselves by aliases, are edited as source only. */
const mostCharacters = 200_000
const mostAliases = 100

const deepest = 100

/** Told from the text alone, as the parser would run out of stack: brackets in brackets, lists in lists. */
function nestsTooDeeply(text: string): boolean {
  if (text.split('\n').some((line) => /^(?:[ \t]*[-?:](?=[ \t])){50}/.test(line))) return true
  let depth = 0
  for (const character of text) {
    if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
    if (depth > deepest) return true
  }
  return indentsTooDeeply(text)
}

/** Block maps and lists nest by their indents, each deeper than the one before. */
function indentsTooDeeply(text: string): boolean {
  const indents: number[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const indent = line.search(/[^ ]/)
    while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop()
    indents.push(indent)
    if (indents.length > deepest) return true
  }
  return false
}

export type ParsedYaml =
  | { readonly kind: 'map'; readonly map: YAMLMap | null; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** Parses front matter for the form; says in words why it cannot be edited there. */
export function parseYaml(text: string): ParsedYaml {
  if (text.length > mostCharacters)
    return { kind: 'refused', reason: 'The details of this page are too long for a form.' }
  if ((text.match(/(?:^|[\s:[{,-])\*[^\s*]/g) ?? []).length > mostAliases)
    return {
      kind: 'refused',
      reason: 'The details of this page repeat themselves too often for a form.',
    }
  if (nestsTooDeeply(text))
    return {
      kind: 'refused',
      reason: 'The details of this page are nested too deeply for a form.',
    }
  const document = parseDocument(text, {
    keepSourceTokens: true,
    uniqueKeys: false,
    strict: false,
    logLevel: 'silent',
  })
  const [error] = document.errors
  if (error)
    return {
      kind: 'refused',
      reason: `The details of this page cannot be read (line ${(error.linePos?.[0].line ?? 0) + 1}). They can be edited as source.`,
    }
  const { contents } = document
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { kind: 'map', map: null, text }
  if (!isMap(contents))
    return {
      kind: 'refused',
      reason: 'The details of this page are not a list of keys and values.',
    }
  return { kind: 'map', map: contents as YAMLMap, text }
}

export const keyOfPair = (pair: Pair): string => {
  const { key } = pair
  return isScalar(key) ? String(key.source ?? key.value) : String(key)
}

/** The pair at a path of keys and list positions; the last one where a key stands twice, as YAML readers take it. */
export function nodeAt(
  map: YAMLMap | null,
  path: readonly (string | number)[],
): { pair: Pair | null; value: Node | null } | null {
  let value: Node | null = map
  let pair: Pair | null = null
  for (const step of path) {
    if (isMap(value)) {
      pair = value.items
        .filter((item) => keyOfPair(item as Pair) === String(step))
        .at(-1) as Pair | null
      if (!pair) return null
      value = (pair.value as Node | null) ?? null
    } else if (isSeq(value)) {
      pair = null
      value = (value.items[Number(step)] as Node | undefined) ?? null
      if (!value) return null
    } else return null
  }
  return { pair, value }
}
