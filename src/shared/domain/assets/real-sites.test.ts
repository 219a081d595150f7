import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPageHead } from '../site/page-head.ts'
import { safeName, uniquePath } from './asset-name.ts'
import { assetExtensions } from './asset-types.ts'
import { basesOf } from './bases-of.ts'
import { checkMoves } from './check-moves.ts'
import { mentionFinder } from './find-mentions.ts'
import { referencesAmong } from './find-references.ts'
import { planFiles, type SearchedText } from './plan-files.ts'
import { resolveMention } from './resolve-mention.ts'
import { isSearched } from './searched-files.ts'
import { siteFacts } from './site-facts.ts'

const home = join(import.meta.dirname, '../../../../../shared/sites')
const sites = existsSync(home)
  ? readdirSync(home, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    )
  : []
if (sites.length === 0) console.warn(`No real sites at ${home}: their references are not checked.`)

const find = mentionFinder()

function readSite(name: string) {
  const root = join(home, name)
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((path) => !path.startsWith('.git/'))
  const texts = paths.filter(isSearched).map((path): SearchedText => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, text, permalink: readPageHead(text)?.permalink ?? null }
  })
  const config = texts.find(({ path }) => path === '_config.yml')?.text ?? null
  return { paths: [...new Set([...paths, ...missing({ paths, texts, config })])], texts, config }
}

interface Site {
  readonly paths: readonly string[]
  readonly texts: readonly SearchedText[]
  readonly config: string | null
}

/** The copies hold few of their images: those that pages ask for count as there. */
function missing({ paths, texts, config }: Site): readonly string[] {
  const facts = siteFacts({ paths, config, cname: null, remote: null })
  return texts.flatMap(({ path, text, permalink }) =>
    find(text).flatMap((mention) => {
      const found = resolveMention(mention, { facts, bases: basesOf(path, permalink) })
      return found.path === null && isAsset(found.wanted) ? [found.wanted] : []
    }),
  )
}

const extension = new Set(assetExtensions)
const isAsset = (path: string) =>
  /^(?:images|files|news)\//.test(path) &&
  extension.has((path.split('.').at(-1) ?? '').toLowerCase())

describe.runIf(sites.length > 0).each(sites)('%s', (name) => {
  const { paths, texts, config } = readSite(name)
  const assets = paths.filter(isAsset)
  const taken = new Set<string>()
  const wanted = assets.map((from) => {
    const folders = from.split('/').map((part) => safeName(part))
    return { from, to: uniquePath(['media', ...folders].join('/'), taken) }
  })
  const factsOf = (all: readonly string[]) =>
    siteFacts({ paths: all, config, cname: null, remote: null })
  const before = factsOf(paths)
  const to = new Map(wanted.map((move) => [move.from, move.to]))
  const after = factsOf(paths.map((path) => to.get(path) ?? path))

  test('renaming every image and document breaks no reference and changes nothing else', () => {
    const { moves, problems } = checkMoves(wanted, paths)
    expect(problems).toEqual([])
    const files = moves.map((move) => ({ ...move, content: null }))
    const { plan, lost, pages } = planFiles({ summary: 'All', files, facts: before, find, texts })
    expect(lost).toEqual([])
    const written = new Map(
      plan.changes.flatMap((c) =>
        c.kind === 'write' ? [[c.path, String(c.content)] as const] : [],
      ),
    )
    let references = 0
    for (const { path, text, permalink } of texts) {
      const own = to.get(path) ?? path
      const next = written.get(own) ?? text
      const old = referencesAmong(find(text), { facts: before, bases: basesOf(path, permalink) })
      const now = referencesAmong(find(next), { facts: after, bases: basesOf(own, permalink) })
      expect(now.map((r) => r.path)).toEqual(old.map((r) => to.get(r.path) ?? r.path))
      references += old.length
      // Outside of references every character is the same.
      const blank = (source: string, refs: typeof old) =>
        refs.reduceRight((rest, r) => `${rest.slice(0, r.start)}*${rest.slice(r.end)}`, source)
      expect(blank(next, now)).toBe(blank(text, old))
    }
    expect(pages.length).toBe(written.size)
    console.info(
      `${name}: ${moves.length} files moved, ${references} references, ${pages.length} texts`,
    )
  })

  test('no address is overlooked that a plain search finds', () => {
    const overlooked = texts.flatMap(({ path, text, permalink }) => {
      const found = referencesAmong(find(text), { facts: before, bases: basesOf(path, permalink) })
      return assets.flatMap((asset) =>
        [asset, encodeURI(asset)].flatMap((written) => {
          const at = text.indexOf(`/${written}`)
          const end = at + written.length + 1
          const goesOn = /^[\w-]/.test(text.slice(end))
          const elsewhere = /\w$/.test(text.slice(0, at))
          const seen = found.some((r) => r.start <= at && r.end >= end)
          return at < 0 || seen || goesOn || elsewhere ? [] : [text.slice(at - 30, end + 5)]
        }),
      )
    })
    expect(overlooked).toEqual([])
  })

  test('and renaming them back gives every text as it was, or one that leads to the same files', () => {
    const files = wanted.map((move) => ({ ...move, content: null }))
    const there = planFiles({ summary: 'All', files, facts: before, find, texts })
    const back = planFiles({
      summary: 'Back',
      files: files.map((file) => ({ from: file.to, to: file.from, content: null })),
      facts: after,
      find,
      texts: there.plan.changes.flatMap((change) => {
        if (change.kind !== 'write') return []
        const text = String(change.content)
        return [{ path: change.path, text, permalink: readPageHead(text)?.permalink ?? null }]
      }),
    })
    expect(back.lost).toEqual([])
    expect(back.pages.map(({ count }) => count)).toEqual(there.pages.map(({ count }) => count))
  })
})
