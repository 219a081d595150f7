import type { Node } from 'prosemirror-model'
import type { BlockDiff } from '../../../shared/domain/document/diff.ts'

/** Blocks to show, and unchanged ones to fold to a line. */
export type Stretch =
  | { readonly kind: 'fold'; readonly blocks: readonly BlockDiff[] }
  | { readonly kind: 'block'; readonly diff: BlockDiff }

/** Fewer are shown: a line in their place would say less than they do. */
const leastFolded = 2

/** Unchanged stretches fold to a line, but one block before and after each change stays for the reader's bearings. */
export function stretchesOf(blocks: readonly BlockDiff[]): readonly Stretch[] {
  const changed = (i: number) => (blocks[i]?.kind ?? 'same') !== 'same'
  const out: Stretch[] = []
  let folded: BlockDiff[] = []
  const close = () => {
    if (folded.length >= leastFolded) out.push({ kind: 'fold', blocks: folded })
    else out.push(...folded.map((diff) => ({ kind: 'block' as const, diff })))
    folded = []
  }
  blocks.forEach((diff, i) => {
    if (!changed(i - 1) && !changed(i) && !changed(i + 1)) folded.push(diff)
    else {
      close()
      out.push({ kind: 'block', diff })
    }
  })
  close()
  return out
}

const nameOf = (node: Node) => {
  switch (node.type.name) {
    case 'paragraph':
      return ['paragraph', 'paragraphs']
    case 'tableRow':
      return ['row', 'rows']
    case 'listItem':
    case 'taskItem':
      return ['item', 'items']
    default:
      return ['block', 'blocks']
  }
}

/** “3 paragraphs unchanged”. */
export function foldInWords(blocks: readonly BlockDiff[]): string {
  const names = new Set(
    blocks.map((diff) => nameOf(diff.kind === 'removed' ? diff.was : diff.now).join()),
  )
  const [one, many] = names.size === 1 ? [...names].join().split(',') : ['block', 'blocks']
  return `${blocks.length} ${blocks.length === 1 ? one : many} unchanged`
}
