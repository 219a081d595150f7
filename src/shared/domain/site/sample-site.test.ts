import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { openPage, savePage } from '../document/page.ts'
import { classifyPath, isPage } from './classify-path.ts'
import { validateDate, validatePermalink } from './name-rules.ts'
import { readPageHead } from './page-head.ts'
import { detectProfile } from './site-profile.ts'
import { buildPageTree } from './tree/build-page-tree.ts'
import { isYamlMap, textAt } from './yaml-map.ts'

const root = join(import.meta.dirname, '../../../../resources/sample-site')
const paths = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
  .map((path) => path.split(sep).join('/'))
  .sort()
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
const bytesOf = (path: string) => readFileSync(join(root, path))

const profile = detectProfile(paths, textOf('_config.yml'))
const pages = paths.filter((path) => {
  const kind = classifyPath(path, profile)
  if (kind !== 'page' && kind !== 'page-if-front') return false
  return isPage(path, profile, readPageHead(textOf(path)) !== null)
})
const images = paths.filter((path) => classifyPath(path, profile) === 'image')
const collections = paths.filter((path) => /^_[^/]+\/collection\.yml$/.test(path))

/** The problems put there on purpose, so that a newcomer has something to repair. */
const planted = {
  links: [
    '/files/Mooring notes.pdf',
    '/images/archive/Pier-1907.jpg',
    '/visit/permits/barbecue-rules-in-dry-weather/',
    '/visit/places/mill-bridge/',
  ],
  missingAlt: [
    '_visit/Permits/Picnics and barbecues.md',
    'newsroom/news/_posts/2025-11-10-post-A record autumn for bitterns.md',
  ],
  unused: [
    'images/homepage/lantern-pier-night.webp',
    'images/logos/lantern-bay-parks.svg',
    'images/newsroom/pier at dusk copy.jpg',
    'images/places/IMG_4471.jpg',
    'images/places/IMG_4480.jpg',
    'images/places/saltings-drone-03.jpg',
  ],
  locked: ['pages/Press pictures.md'],
}

/** Every address of the site itself that a text names, in HTML, Markdown, YAML or a style sheet. */
function localTargets(text: string): string[] {
  const found = [
    ...text.matchAll(/(?:href|src)="(\/[^"]*)"/g),
    ...text.matchAll(/\]\((\/[^)]*?)\)/g),
    ...text.matchAll(/^\s*(?:- )?[\w-]+: (\/\S.*)$/gm),
    ...text.matchAll(/url\("(\/[^"]+)"\)/g),
  ]
  return found.map(([, target = '']) => decodeURI(target.trim()))
}

const texts = paths.filter((path) => /\.(?:md|html|yml|scss)$/.test(path))

test('has the parts of a real Isomer site', () => {
  expect(profile).toBe('isomer')
  expect(pages.length).toBeGreaterThanOrEqual(35)
  expect(images.length).toBeGreaterThanOrEqual(40)
  expect(paths.filter((path) => /^files\/.*\.pdf$/.test(path)).length).toBeGreaterThanOrEqual(3)
  expect(collections).toHaveLength(4)
  const formats = new Set(images.map((path) => extname(path).toLowerCase()))
  for (const format of ['.jpg', '.png', '.webp', '.gif', '.svg', '.avif'])
    expect(formats).toContain(format)
  const variants = pages.map((path) => textAt(readPageHead(textOf(path)), 'variant'))
  expect(variants.filter((variant) => variant === 'markdown').length).toBeGreaterThanOrEqual(12)
  expect(variants.filter((variant) => variant === 'tiptap').length).toBeGreaterThanOrEqual(20)
})

test('is small enough to travel with the program', () => {
  const total = paths.reduce((sum, path) => sum + bytesOf(path).length, 0)
  expect(total).toBeLessThan(6_000_000)
})

test.each(collections)('%s lists what its folder holds, each group together', (file) => {
  const folder = file.slice(0, file.indexOf('/') + 1)
  const parsed: { collections: Record<string, { output: boolean; order: string[] }> } = parse(
    textOf(file),
  )
  const [name, collection] = Object.entries(parsed.collections)[0] ?? []
  expect(`_${name}/`).toBe(folder)
  const order = collection?.order ?? []
  const held = paths.filter((path) => path.startsWith(folder) && path !== file)
  expect([...order].sort()).toEqual(held.map((path) => path.slice(folder.length)).sort())
  const groups = order.map((item) => item.split('/').slice(0, -1).join('/'))
  const changes = groups.filter((group, i) => group !== groups[i - 1])
  expect(changes).toHaveLength(new Set(groups).size)
})

test('pages of a sub-folder carry its name, others none', () => {
  for (const path of pages.filter((path) => path.startsWith('_'))) {
    const parts = path.split('/')
    const folder = parts.length === 3 ? parts[1] : undefined
    expect(textAt(readPageHead(textOf(path)), 'third_nav_title'), path).toBe(folder)
  }
})

test('addresses are well formed and used once; no post lies in the future', () => {
  const heads = pages.map((path) => readPageHead(textOf(path)))
  const permalinks = heads.flatMap((head) => textAt(head, 'permalink') ?? [])
  expect(new Set(permalinks).size).toBe(permalinks.length)
  for (const permalink of permalinks.filter((link) => link !== '/404.html'))
    expect(validatePermalink(permalink), permalink).toEqual([])
  const dates = heads.flatMap((head) => textAt(head, 'date') ?? [])
  expect(dates.length).toBeGreaterThanOrEqual(14)
  for (const date of dates) expect(validateDate(date, '2026-11-25')).toEqual([])
})

test('only the planted links and pictures lead nowhere', () => {
  const known = new Set(
    pages.flatMap((path) => textAt(readPageHead(textOf(path)), 'permalink') ?? []),
  )
  for (const path of paths) known.add(`/${path}`)
  known.add('/newsroom/').add('/misc/custom.css')
  const broken = texts.flatMap((path) => localTargets(textOf(path)).filter((to) => !known.has(to)))
  expect([...new Set(broken)].sort()).toEqual(planted.links)
})

test('only the planted pictures have no alt text, and no others are unused', () => {
  const without = pages.filter((path) =>
    [...textOf(path).matchAll(/<img\b[^>]*>/g)].some(([tag]) => !/ alt="[^"]/.test(tag)),
  )
  expect(without).toEqual(planted.missingAlt)
  const named = new Set(texts.flatMap((path) => localTargets(textOf(path))))
  expect(images.filter((path) => !named.has(`/${path}`))).toEqual(planted.unused)
})

test('holds one huge photo and one pair of twins', () => {
  const huge = bytesOf('images/places/estuary-from-above.jpg')
  expect(huge.length).toBeLessThan(1_500_000)
  expect(jpegWidth(huge)).toBeGreaterThanOrEqual(6000)
  const twins = ['images/newsroom/pier at dusk copy.jpg', 'images/places/pier-at-dusk.jpg']
  const [copy, original] = twins.map(bytesOf)
  expect(copy?.equals(original ?? Buffer.alloc(0))).toBe(true)
})

/** The width in the start-of-frame segment of a JPEG. */
function jpegWidth(bytes: Buffer): number {
  let at = 2
  while (at < bytes.length) {
    const marker = bytes.readUInt8(at + 1)
    if (marker >= 0xc0 && marker <= 0xc2) return bytes.readUInt16BE(at + 7)
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return 0
}

test.each(pages)('%s opens and saves unchanged', (path) => {
  const text = textOf(path)
  const page = openPage(text)
  expect(page.refusal).toBeNull()
  expect(savePage(page, page.doc ? { doc: page.doc } : {})).toMatchObject({ kind: 'saved', text })
})

test('tiptap pages hold no locked block but the planted one', () => {
  const locked = pages.filter((path) => {
    const { doc } = openPage(textOf(path))
    let found = false
    doc?.descendants((node) => {
      found ||= /^(?:locked|raw|opaque)/i.test(node.type.name)
    })
    return found && textAt(readPageHead(textOf(path)), 'variant') === 'tiptap'
  })
  expect(locked).toEqual(planted.locked)
})

test('the page tree begins as the site does', () => {
  const tree = buildPageTree({
    profile,
    pages: pages.map((path) => ({ path, front: readPageHead(textOf(path)) })),
    texts: new Map(
      paths.filter((path) => path.endsWith('.yml')).map((path) => [path, textOf(path)]),
    ),
  })
  expect(tree.nodes.slice(0, 8).map((node) => [node.kind, node.title])).toEqual([
    ['homepage', 'Homepage'],
    ['contact', 'Contact us'],
    ['collection', 'Visit'],
    ['collection', 'Learn'],
    ['collection', 'Look after the bay'],
    ['collection', 'About us'],
    ['room', 'Newsroom'],
    ['loose', 'Loose pages'],
  ])
  const room = tree.nodes.find((node) => node.kind === 'room')
  const kinds = room?.children?.flatMap((category) => category.children ?? []).map((n) => n.kind)
  expect(new Set(kinds)).toEqual(new Set(['post', 'file-post', 'link-post']))
})

test('menu and footer name what the site has', () => {
  const menu: unknown = parse(textOf('_data/navigation.yml'))
  const links = isYamlMap(menu) && Array.isArray(menu.links) ? menu.links : []
  const named = links.flatMap((link) => (isYamlMap(link) ? (textAt(link, 'collection') ?? []) : []))
  expect(named.map((name) => `_${name}/collection.yml`).sort()).toEqual(collections)
})
