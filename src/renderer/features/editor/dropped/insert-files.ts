import type { Node, Schema } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { srcOf } from '../../../lib/site-files.ts'
import { insertBlock } from '../commands/insert-block.ts'
import type { LinkForm } from '../links/link-range.ts'

/** A file that has come into the site and is to stand on the page. */
export interface Inserted {
  /** Where it lies in the site. */
  readonly path: string
  readonly kind: 'image' | 'document'
  /** What a picture shows (empty: decorative), or the words of a document's link. */
  readonly words: string
}

function blockOf(schema: Schema, { path, kind, words }: Inserted, form: LinkForm): Node {
  const address = srcOf(path)
  if (kind === 'image') return schema.node('image', { src: address, alt: words })
  const link = schema.mark('link', { href: address, ...form })
  return schema.node('paragraph', null, schema.text(words, [link]))
}

/** Puts files in one behind the other, as one step of the page's history; null where nothing can stand. */
export function insertFiles(
  state: EditorState,
  files: readonly Inserted[],
  form: LinkForm,
): Transaction | null {
  const tr = state.tr
  let now = state
  for (const file of files) {
    let step: Transaction | null = null
    insertBlock((schema) => blockOf(schema, file, form))(now, (made) => {
      step = made
    })
    const done = step as Transaction | null
    if (!done) return null
    for (const one of done.steps) tr.step(one)
    tr.setSelection(done.selection.map(tr.doc, tr.mapping.slice(tr.mapping.maps.length)))
    now = now.apply(done)
  }
  return tr.scrollIntoView()
}
