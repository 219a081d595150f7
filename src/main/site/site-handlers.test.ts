import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TreeNode } from '../../shared/domain/site/tree/tree-node.ts'
import type { CallContext } from '../lib/call-context.ts'
import { openSite } from '../repo/open-site.ts'
import { contentRepo } from '../testing/content-repo-builder.ts'
import { createPreviews } from './previews.ts'
import { createSiteHandlers } from './site-handlers.ts'

const page = (title: string) => `---\ntitle: ${title}\n---\nbody\n`
const titles = (nodes: readonly TreeNode[]): readonly unknown[] =>
  nodes.map((node) => (node.children ? [node.title, titles(node.children)] : node.title))

test('answers the tree as the site is organised, again after a change and after a restart', async () => {
  await using site = await contentRepo()
    .files({
      'index.md': page('Home'),
      '_about/collection.yml':
        'collections:\n  about:\n    output: true\n    order:\n      - Two.md\n      - One.md\n',
      '_about/One.md': page('First'),
      '_about/Two.md': page('Second'),
      'images/a.png': 'png',
      'files/b.pdf': 'pdf',
    })
    .build()
  const previews = createPreviews()
  const old = new Date(Date.now() - 60_000)
  const handlers = createSiteHandlers({
    marksOf: () => Promise.resolve({}),
    previews,
  })
  const treeOf = async () => {
    const session = await openSite(site.root, { profileDir: site.profileDir })
    const context: CallContext = { windowId: 1, site: session, announce: () => undefined }
    const tree = await handlers['site.tree'](undefined, context)
    const assets = await handlers['site.assets'](undefined, context)
    await session.close()
    return { shown: titles(tree.nodes), pages: tree.pages, assets }
  }
  for (const path of ['index.md', '_about/One.md', '_about/Two.md'])
    await utimes(join(site.root, path), old, old)
  const first = await treeOf()
  expect(first).toEqual({
    shown: ['Homepage', ['About', ['Second', 'First']]],
    pages: 3,
    assets: [
      { path: 'files/b.pdf', kind: 'document', bytes: 3 },
      { path: 'images/a.png', kind: 'image', bytes: 3 },
    ],
  })
  expect(await treeOf()).toEqual(first)
  await writeFile(join(site.root, '_about/One.md'), page('Other'))
  expect((await treeOf()).shown).toEqual(['Homepage', ['About', ['Second', 'Other']]])
  // The same length in the same moment: its time says nothing, so it is read again.
  await writeFile(join(site.root, '_about/One.md'), page('Third'))
  expect((await treeOf()).shown).toEqual(['Homepage', ['About', ['Second', 'Third']]])
})
