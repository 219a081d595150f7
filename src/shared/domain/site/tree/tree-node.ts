/** What a row of the page tree stands for. */
export const nodeKinds = [
  'homepage',
  'contact',
  'page',
  'post',
  'file-post',
  'link-post',
  'collection',
  'folder',
  'room',
  'category',
  'loose',
] as const
export type TreeNodeKind = (typeof nodeKinds)[number]

/** One row of the page tree. Leaves have a `path`; folders have `children`. */
export interface TreeNode {
  readonly id: string
  readonly kind: TreeNodeKind
  readonly title: string
  readonly path: string | null
  /** For posts: `YYYY-MM-DD`. */
  readonly date?: string | undefined
  readonly permalink?: string | undefined
  readonly children?: readonly TreeNode[] | undefined
}
