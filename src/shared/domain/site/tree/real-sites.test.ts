import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { splitFront } from '../../document/front-matter/split-front.ts'
import { classifyPath, isPage } from '../classify-path.ts'
import { headBytes, headKeys, readPageHead } from '../page-head.ts'
import { detectProfile } from '../site-profile.ts'
import { isYamlMap, textAt } from '../yaml-map.ts'
import { buildPageTree } from './build-page-tree.ts'
import type { TreeInput } from './tree-input.ts'
import type { TreeNode } from './tree-node.ts'

const root = join(import.meta.dirname, '../../../../../../shared/sites')
const found = existsSync(root)
if (!found)
  console.warn(`SKIPPED: no real sites beside the project; page trees were not tried on them.`)
const sites = found
  ? readdirSync(root, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []))
  : []

const readText = (site: string, path: string) => readFileSync(join(root, site, path), 'utf8')

function pathsOf(site: string): string[] {
  return readdirSync(join(root, site), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, site).length + 1))
    .filter((path) => !path.startsWith('.git/'))
}

function inputOf(site: string): TreeInput {
  const paths = pathsOf(site)
  const config = paths.includes('_config.yml') ? readText(site, '_config.yml') : null
  const profile = detectProfile(paths, config)
  const pages = paths.flatMap((path) => {
    const kind = classifyPath(path, profile)
    if (kind !== 'page' && kind !== 'page-if-front') return []
    const front = readPageHead(readText(site, path))
    return isPage(path, profile, front !== null) ? [{ path, front }] : []
  })
  const texts = paths.filter((path) => /^_[^/]+\/[^/]+\.yml$|^_config\.yml$/.test(path))
  return { profile, pages, texts: new Map(texts.map((path) => [path, readText(site, path)])) }
}

const leaves = (nodes: readonly TreeNode[]): TreeNode[] =>
  nodes.flatMap((node) => (node.path === null ? leaves(node.children ?? []) : [node]))

const allIds = (nodes: readonly TreeNode[]): string[] =>
  nodes.flatMap((node) => [node.id, ...allIds(node.children ?? [])])

describe.each(sites)('%s', (site) => {
  const input = inputOf(site)
  const tree = buildPageTree(input)

  test('is an Isomer site and shows every page once', () => {
    expect(input.profile).toBe('isomer')
    const shown = leaves(tree.nodes).map((node) => node.path)
    const landings = input.pages.filter((page) =>
      /^[^_/]+\/(?:[^/]+\/)?index\.html$/.test(page.path),
    )
    expect(new Set(shown).size).toBe(shown.length)
    expect(shown.length).toBe(tree.pages)
    const missing = input.pages.filter((page) => !shown.includes(page.path))
    expect(landings).toEqual(expect.arrayContaining(missing))
  })

  test('begins with the homepage and contact page, ids are unique', () => {
    expect(tree.nodes[0]).toMatchObject({ kind: 'homepage', path: 'index.md' })
    const hasContact = input.pages.some((page) => page.path === 'pages/contact-us.md')
    if (hasContact) expect(tree.nodes[1]?.kind).toBe('contact')
    const ids = allIds(tree.nodes)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('does not depend on the order pages are read in', () => {
    const turned = buildPageTree({ ...input, pages: [...input.pages].reverse() })
    expect(turned).toEqual(tree)
  })

  test('keeps each collection in its listed order and posts newest first', () => {
    const posts = (nodes: readonly TreeNode[]): void => {
      const dates = nodes.filter((n) => n.kind.endsWith('post')).map((n) => n.date ?? '')
      expect(dates).toEqual([...dates].sort().reverse())
      for (const node of nodes) posts(node.children ?? [])
    }
    posts(tree.nodes)
  })

  test('reads page heads as a full parse does', () => {
    for (const page of input.pages) {
      const text = readText(site, page.path)
      const block = splitFront(text)
        .front.replace(/^[^\n]*\n/, '')
        .replace(/(?:---|\.\.\.)\s*$/, '')
      const parsed = parseDocument(block, { uniqueKeys: false, logLevel: 'silent' })
      if (parsed.errors.length > 0) continue
      const full: unknown = parsed.toJS()
      const map = isYamlMap(full) ? full : {}
      const wanted = Object.fromEntries(
        headKeys.flatMap((key) => {
          const value = textAt(map, key)
          return value === undefined ? [] : [[key, value]]
        }),
      )
      expect(page.front ?? {}, page.path).toEqual(wanted)
      const cut = readPageHead(text.slice(0, headBytes))
      if (splitFront(text).front.length <= headBytes) expect(cut, page.path).toEqual(page.front)
    }
  })
})
