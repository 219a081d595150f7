// TipTap with the project's schema and nothing else, for a bare window: what an editor costs at least.
import { Editor } from '@tiptap/core'
import { Transform } from 'prosemirror-transform'
import { tiptapExtensionsFrom } from '../../../src/renderer/features/editor/schema/tiptap-extensions-from.ts'
import { openHtmlBody } from '../../../src/shared/domain/document/html/open-html.ts'
import { saveHtmlBody } from '../../../src/shared/domain/document/html/save-html.ts'
import { parseMarkdown } from '../../../src/shared/domain/document/markdown/parse-markdown.ts'
import { documentSchema, documentSpec } from '../../../src/shared/domain/document/schema.ts'

let editor = null

/** A place in the text of a paragraph in the middle of a document. */
function middleOf(doc) {
  let place = 0
  doc.forEach((node, offset, i) => {
    const isText = node.type.name === 'paragraph' && node.textContent.length > 50
    if (place === 0 && isText && i >= doc.childCount / 2) place = offset + 20
  })
  return place
}

window.plain = {
  /** Shows a page; answers how long it took until it was painted. */
  open(html) {
    editor?.destroy()
    const element = document.createElement('main')
    document.body.replaceChildren(element)
    editor = new Editor({ element, extensions: tiptapExtensionsFrom(documentSpec) })
    const began = performance.now()
    editor.commands.setContent(html)
    return window.bench.afterPaint().then(() => performance.now() - began)
  },
  /** How long the Markdown parser takes alone. */
  parse(text) {
    const began = performance.now()
    const root = parseMarkdown(text)
    const took = performance.now() - began
    if (root.children.length === 0) throw new Error('Nothing was read.')
    return took
  },
  /** How long a page's text takes after each of some edits, as the saver makes it, without its reading back. */
  texts(html, edits) {
    const opened = openHtmlBody(html)
    let { doc } = opened
    const took = []
    for (let i = 0; i < edits; i++) {
      doc = new Transform(doc).insert(middleOf(doc), documentSchema.text('x')).doc
      const began = performance.now()
      const { text } = saveHtmlBody(opened, doc)
      took.push(performance.now() - began)
      if (text.length !== html.length + i + 1) throw new Error('More was written than was edited.')
    }
    return took
  },
}
