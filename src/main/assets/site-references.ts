import { setImmediate } from 'node:timers/promises'
import { basesOf } from '../../shared/domain/assets/bases-of.ts'
import { referencesAmong } from '../../shared/domain/assets/find-references.ts'
import { resolveMention } from '../../shared/domain/assets/resolve-mention.ts'
import type { SiteFacts } from '../../shared/domain/assets/site-facts.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { IndexedText, SiteIndex } from './text-index.ts'

/** An address that leads to a file. */
export interface FoundReference {
  readonly path: RepoPath
  readonly start: number
  readonly end: number
}

/** Where the mentions of one text lead. */
export interface ResolvedText {
  readonly text: IndexedText
  readonly references: readonly FoundReference[]
  readonly broken: readonly {
    readonly start: number
    readonly end: number
    readonly wanted: string
  }[]
  /** Names in it that lead nowhere by themselves. */
  readonly names: ReadonlySet<string>
}

function resolveText(text: IndexedText, facts: SiteFacts): ResolvedText {
  const place = { facts, bases: basesOf(text.path, text.permalink) }
  const references = referencesAmong(text.mentions, place).map(({ path, start, end }) => ({
    path,
    start,
    end,
  }))
  const broken: { start: number; end: number; wanted: string }[] = []
  const names = new Set<string>()
  for (const mention of text.mentions) {
    const found = resolveMention(mention, place)
    if (found.path === undefined) for (const name of found.names) names.add(name)
    else if (found.path === null) {
      const { start, end, wanted } = found
      const inside = references.some((one) => one.start <= start && one.end >= end)
      if (!inside) broken.push({ start, end, wanted })
      names.add(wanted.slice(wanted.lastIndexOf('/') + 1))
    }
  }
  return { text, references, broken, names }
}

const keyOf = ({ files, origins, baseUrl }: SiteFacts) =>
  [baseUrl, ...origins, '', ...files.keys()].join('\n')

/** Resolves the mentions of all texts, and again only those of changed texts while the site's files stay the same ones. */
export function createResolver() {
  let key = ''
  let known = new WeakMap<IndexedText, ResolvedText>()
  return async ({ texts, facts }: SiteIndex): Promise<readonly ResolvedText[]> => {
    const now = keyOf(facts)
    if (now !== key) known = new WeakMap()
    key = now
    const own = known
    const resolved: ResolvedText[] = []
    for (const [i, text] of texts.entries()) {
      // The window stays usable meanwhile.
      if (i % 200 === 199) await setImmediate()
      const old = own.get(text)
      const result = old ?? resolveText(text, facts)
      if (!old) own.set(text, result)
      resolved.push(result)
    }
    return resolved
  }
}
