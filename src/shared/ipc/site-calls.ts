import { z } from 'zod'
import { nodeKinds, type TreeNode } from '../domain/site/tree/tree-node.ts'
import { call } from './define.ts'
import { fileText, id, repoPath, shortText } from './schemas.ts'

const treeNode: z.ZodType<TreeNode> = z.lazy(() =>
  z.object({
    id,
    kind: z.enum(nodeKinds),
    title: shortText,
    path: repoPath.nullable(),
    date: z.string().optional(),
    permalink: shortText.optional(),
    children: z.array(treeNode).optional(),
  }),
)

export const changeMark = z.enum(['changed', 'new', 'moved', 'deleted'])
export type ChangeMark = z.infer<typeof changeMark>

export const asset = z.object({
  path: repoPath,
  kind: z.enum(['image', 'document']),
  bytes: z.number(),
})
export type Asset = z.infer<typeof asset>

export const siteCalls = {
  'site.tree': call(z.void(), z.object({ nodes: z.array(treeNode), pages: z.number() })),
  /** What differs from the last published state, by path. */
  'site.marks': call(z.void(), z.record(z.string(), changeMark)),
  'site.assets': call(z.void(), z.array(asset)),
  /** What the site's pages look like: its colours, and its own style sheet in SCSS where it has one. */
  'site.look': call(
    z.void(),
    z.object({
      colours: z.object({ primary: z.string(), secondary: z.string() }),
      sheet: z.object({ path: repoPath, text: fileText }).nullable(),
    }),
  ),
  /** Makes the page, saved or not, as a visitor would see it; `place` is the block it begins at. */
  'site.preview': call(
    z
      .object({
        path: repoPath,
        text: fileText,
        place: z.number().int().nonnegative().nullable(),
        /** The site's own style sheet as CSS. */
        css: z.string().max(1_000_000),
      })
      .strict(),
    z.object({ address: z.string() }),
  ),
} as const
