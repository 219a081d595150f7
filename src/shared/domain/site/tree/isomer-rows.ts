import { nameOf, type RepoPath } from '../../repo-path.ts'
import { parseConfig } from '../config-text.ts'
import { shownTitle } from '../page-title.ts'
import { deslugified, readableName } from '../slug.ts'
import { textAt } from '../yaml-map.ts'
import { rankByOrder, readCollectionOrder } from './collection-order.ts'
import { folderRows } from './folder-rows.ts'
import { readMenuCollections } from './navigation-order.ts'
import { resourceRow } from './resource-rows.ts'
import type { TreeInput, TreePage } from './tree-input.ts'
import type { TreeNode } from './tree-node.ts'
import { byFileName, byTitle, folderNode, pageNode } from './tree-nodes.ts'

const contactPath = 'pages/contact-us.md'

/** Pages by the first part of their path; `''` holds those at the top. */
function byTopFolder(pages: readonly TreePage[]): Map<string, TreePage[]> {
  const tops = new Map<string, TreePage[]>()
  for (const page of pages) {
    const cut = page.path.indexOf('/')
    const top = cut < 0 ? '' : page.path.slice(0, cut)
    const list = tops.get(top)
    if (list) list.push(page)
    else tops.set(top, [page])
  }
  return tops
}

/** The heading most pages of a sub-folder carry, else the folder's name (isomer.md 1.5). */
function subFolderTitle(folder: RepoPath, pages: readonly TreePage[]): string {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const title = shownTitle(textAt(page.front, 'third_nav_title') ?? '')
    if (title !== '') counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  return first?.[0] ?? readableName(nameOf(folder))
}

function collectionRow(
  folder: RepoPath,
  pages: readonly TreePage[],
  shown: { readonly text: string | undefined; readonly title: string | undefined },
): TreeNode {
  const name = folder.slice(1)
  const rank = rankByOrder(folder, readCollectionOrder(shown.text ?? '', name))
  const title = shownTitle(shown.title ?? '') || deslugified(name) || name
  const rows = folderRows(folder, pages, { folderTitle: subFolderTitle, rank, compare: byFileName })
  return folderNode(folder, { kind: 'collection', title }, rows)
}

/** Collections in the menu's order, then those no menu names, by title. */
function collectionRows(input: TreeInput, tops: ReadonlyMap<string, TreePage[]>): TreeNode[] {
  const menu = readMenuCollections(input.texts.get('_data/navigation.yml'))
  const folders = new Set([...tops.keys()].filter((top) => top.startsWith('_')))
  for (const path of input.texts.keys())
    if (/^_[^/]+\/collection\.yml$/.test(path)) folders.add(path.slice(0, path.indexOf('/')))
  const place = new Map<string, number>(menu.map((entry, i) => [`_${entry.collection}`, i]))
  const rows = [...folders].map((folder) => {
    const entry = menu[place.get(folder) ?? -1]
    const text = input.texts.get(`${folder}/collection.yml`)
    const row = collectionRow(folder, tops.get(folder) ?? [], { text, title: entry?.title })
    return { row, place: place.get(folder) ?? menu.length }
  })
  rows.sort((a, b) => a.place - b.place || byTitle(a.row, b.row))
  return rows.map(({ row }) => row)
}

/** The folder named in the settings; where that is missing, the one folder that holds `_posts` of categories. */
function roomOf(input: TreeInput, tops: ReadonlyMap<string, TreePage[]>): string | undefined {
  const config = parseConfig(input.texts.get('_config.yml') ?? '')
  const named = textAt(config, 'resources_name')
  if (named !== undefined) return tops.has(named) ? named : undefined
  const holdsPosts = (pages: readonly TreePage[]) =>
    pages.some((page) => /^[^/]+\/[^/]+\/_posts\//.test(page.path))
  return [...tops].find(([top, pages]) => !top.startsWith('_') && holdsPosts(pages))?.[0]
}

/** The top rows of an Isomer site: homepage, contact, collections, room, loose pages, other folders. */
export function isomerRows(input: TreeInput): TreeNode[] {
  const tops = byTopFolder(input.pages)
  const room = roomOf(input, tops)
  const top = tops.get('') ?? []
  const loose = tops.get('pages') ?? []
  const home = top.filter((page) => /^index\.(?:md|html)$/.test(page.path))
  const contact = loose.filter((page) => page.path === contactPath)
  const looseRows = folderRows(
    'pages',
    loose.filter((page) => page.path !== contactPath),
  )
  const others = [...tops].filter(
    ([name]) => name !== '' && name !== 'pages' && name !== room && !name.startsWith('_'),
  )
  const otherRows = others.map(([name, pages]) =>
    folderNode(name, { kind: 'folder', title: readableName(name) }, folderRows(name, pages)),
  )
  return [
    ...home.slice(0, 1).map((page) => ({ ...pageNode(page, 'homepage'), title: 'Homepage' })),
    ...contact.map((page) => pageNode(page, 'contact')),
    ...collectionRows(input, tops),
    ...(room === undefined ? [] : [resourceRow(room, tops.get(room) ?? [])]),
    ...(looseRows.length === 0
      ? []
      : [folderNode('pages', { kind: 'loose', title: 'Loose pages' }, looseRows)]),
    ...otherRows.sort(byTitle),
    ...folderRows(
      '',
      top.filter((page) => page !== home[0]),
    ),
  ]
}
