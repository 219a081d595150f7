import { nameOf } from '../../repo-path.ts'
import { parseConfig } from '../config-text.ts'
import { readableName } from '../slug.ts'
import { isYamlMap } from '../yaml-map.ts'
import { folderRows } from './folder-rows.ts'
import type { TreeInput } from './tree-input.ts'
import type { TreeNode } from './tree-node.ts'
import { pageNode } from './tree-nodes.ts'

function collectionNames(config: string | undefined): ReadonlySet<string> {
  const { collections } = parseConfig(config ?? '')
  if (Array.isArray(collections)) return new Set(collections.map((name) => `_${String(name)}`))
  return new Set(isYamlMap(collections) ? Object.keys(collections).map((name) => `_${name}`) : [])
}

/** The top rows of a Jekyll or plain site: homepage, then everything by folder, posts with the newest first. */
export function jekyllRows(input: TreeInput): TreeNode[] {
  const home = input.pages.find((page) => /^_?index\.[a-z]+$/.test(page.path))
  const named = collectionNames(input.texts.get('_config.yml'))
  const folderTitle = (folder: string) => readableName(nameOf(folder).replace(/^_/, ''))
  const rows = folderRows(
    '',
    input.pages.filter((page) => page !== home),
    { folderTitle },
  )
  const marked = rows.map((row): TreeNode => {
    const isCollection = row.path === null && named.has(row.id.slice(0, -1))
    return isCollection ? { ...row, kind: 'collection' } : row
  })
  return home ? [{ ...pageNode(home, 'homepage'), title: 'Homepage' }, ...marked] : marked
}
