import type { RepoPath } from '../repo-path.ts'
import { type ImageInText, imagesIn } from './image-uses.ts'
import { applyEdits } from './rewrite-text.ts'
import type { Edit } from './write-path.ts'

/** What one image of a page shall say. */
export interface AltEdit {
  readonly at: number
  readonly src: string
  /** Empty: decorative. */
  readonly alt: string
}

export interface EditedAlts {
  readonly text: string
  readonly done: number
  /** Images that are no longer where they were, or cannot carry this text. */
  readonly skipped: number
}

const oneLine = (alt: string) => alt.replace(/\s+/g, ' ').trim()

function inHtml(alt: string, quote: string): string {
  const escaped = alt
    .replace(/&(?=[a-z#])/gi, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(quote, quote === '"' ? '&quot;' : '&#39;')
  return quote + escaped + quote
}

const inMarkdown = (alt: string) =>
  alt.replace(/[\\`*_[\]<]/g, '\\$&').replace(/&(?=[a-z#])/gi, '&amp;')

function htmlEdit(text: string, { alt: piece, srcAttribute }: ImageInText, alt: string): Edit {
  if (!piece) return { start: srcAttribute, end: srcAttribute, text: `alt=${inHtml(alt, '"')} ` }
  const written = text.slice(piece.start, piece.end)
  if (written.toLowerCase() === 'alt') return { ...piece, text: `${written}=${inHtml(alt, '"')}` }
  const quote = written.startsWith("'") && !alt.includes("'") ? "'" : '"'
  return { ...piece, text: inHtml(alt, quote) }
}

function editOf(text: string, image: ImageInText, alt: string): Edit | null {
  if (image.kind === 'html') return htmlEdit(text, image, alt)
  if (alt !== '') return image.alt && { ...image.alt, text: inMarkdown(alt) }
  // Only an HTML tag can say that an image is decorative; what else stands in the Markdown must be carried over.
  const src = text.slice(image.src.start, image.src.end)
  const rest = text.slice(image.src.end, image.end)
  if (!/^>?\s*\)$/.test(rest) || /[{"<>\\]/.test(src + (text[image.end] ?? ''))) return null
  return { start: image.at, end: image.end, text: `<img alt="" src="${src.trim()}">` }
}

/** Sets alt texts where they stand; every other character stays. Checked by reading the result. */
export function editAlts(path: RepoPath, text: string, wanted: readonly AltEdit[]): EditedAlts {
  const images = new Map(imagesIn(path, text).map((image) => [image.at, image]))
  const edits = new Map<number, { readonly edit: Edit; readonly alt: string }>()
  for (const { at, src, alt: given } of wanted) {
    const image = images.get(at)
    const alt = oneLine(given)
    if (!image || text.slice(image.src.start, image.src.end) !== src) continue
    if (image.altText === alt) continue
    const edit = editOf(text, image, alt)
    const next = edit && applyEdits(text.slice(image.at, image.end), [local(edit, image.at)])
    const said = next === null ? undefined : imagesIn(path, `x ${next}`)[0]?.altText
    if (edit && said === alt) edits.set(at, { edit, alt })
  }
  const same = wanted.filter(
    ({ at, src, alt }) =>
      isSame(text, images.get(at), src) && images.get(at)?.altText === oneLine(alt),
  ).length
  const inOrder = [...edits.values()].map(({ edit }) => edit).sort((a, b) => a.start - b.start)
  return {
    text: applyEdits(text, inOrder),
    done: edits.size,
    skipped: wanted.length - edits.size - same,
  }
}

const local = (edit: Edit, at: number): Edit => ({
  ...edit,
  start: edit.start - at,
  end: edit.end - at,
})

const isSame = (text: string, image: ImageInText | undefined, src: string) =>
  image !== undefined && text.slice(image.src.start, image.src.end) === src
