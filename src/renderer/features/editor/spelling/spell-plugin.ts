import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Speller } from './speller.ts'
import { type Word, wordsToCheck } from './words-to-check.ts'

interface SpellState {
  readonly marks: DecorationSet
}

const key = new PluginKey<SpellState>('spelling')
const waitMs = 600
/** Blocks looked at in one go; between them the window can do other things. */
const blocksAtOnce = 40

/** What stands for something that is no text, so that places in the text are places in the block. */
const other = '\ufffc'

/** The words of a block that can be checked. */
function wordsOf(block: Node): readonly Word[] {
  if (block.type.spec.code) return []
  let text = ''
  block.forEach((child) => {
    const isCode = child.marks.some(({ type }) => type.spec.code || type.name === 'code')
    text += child.isText && !isCode ? (child.text ?? '') : other.repeat(child.nodeSize)
  })
  return wordsToCheck(text)
}

interface Found {
  readonly speller: Speller
  readonly version: number
  readonly wrong: readonly Word[]
}

/** What was found in blocks that are still the same; the words that are right are not kept. */
const found = new WeakMap<Node, Found>()

function wrongIn(block: Node, speller: Speller): readonly Word[] | null {
  const known = found.get(block)
  return known?.speller === speller && known.version === speller.version ? known.wrong : null
}

/** Looks through blocks that were not looked through before. */
async function lookThrough(blocks: readonly Node[], speller: Speller): Promise<void> {
  const fresh = blocks
    .filter((block) => wrongIn(block, speller) === null)
    .map((block) => ({ block, words: wordsOf(block) }))
  if (fresh.length === 0) return
  await speller.learn(fresh.flatMap(({ words }) => words.map(({ word }) => word)))
  const { version } = speller
  for (const { block, words } of fresh)
    found.set(block, { speller, version, wrong: words.filter(({ word }) => speller.isWrong(word)) })
}

interface Block {
  readonly node: Node
  /** Where its content begins. */
  readonly start: number
}

function blocksOf(doc: Node): readonly Block[] {
  const blocks: Block[] = []
  doc.descendants((node, pos) => {
    if (node.isTextblock) blocks.push({ node, start: pos + 1 })
    return !node.isTextblock
  })
  return blocks
}

/** The word that is being written is not judged before it is left. */
function isBeingWritten({ selection }: EditorState, from: number, to: number): boolean {
  return selection.empty && selection.from >= from && selection.from <= to
}

function marksFor(state: EditorState, speller: Speller): DecorationSet {
  const marks = blocksOf(state.doc).flatMap(({ node, start }) =>
    (wrongIn(node, speller) ?? []).flatMap(({ word, from, to }) =>
      !isBeingWritten(state, start + from, start + to)
        ? [Decoration.inline(start + from, start + to, { class: 'misspelled' }, { word })]
        : [],
    ),
  )
  return DecorationSet.create(state.doc, marks)
}

const idle = () =>
  new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 500 }))

/** Looks through a page while nobody types: once for what is new, never with a key. */
class Reader {
  readonly #view: EditorView
  readonly #speller: () => Speller | null
  #timer: ReturnType<typeof setTimeout> | undefined
  #round = 0

  constructor(view: EditorView, speller: () => Speller | null) {
    this.#view = view
    this.#speller = speller
    this.soon()
  }

  soon(): void {
    this.#round += 1
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#read(), waitMs)
  }

  stop(): void {
    this.#round += 1
    clearTimeout(this.#timer)
  }

  async #read(): Promise<void> {
    const round = this.#round
    const speller = this.#speller()
    const blocks = speller ? blocksOf(this.#view.state.doc) : []
    for (let at = 0; at < blocks.length; at += blocksAtOnce) {
      await idle()
      if (round !== this.#round) return
      const part = blocks.slice(at, at + blocksAtOnce).map(({ node }) => node)
      if (speller) await lookThrough(part, speller)
    }
    if (round !== this.#round || this.#view.isDestroyed) return
    const { state } = this.#view
    const marks = speller ? marksFor(state, speller) : DecorationSet.empty
    this.#view.dispatch(state.tr.setMeta(key, { marks }).setMeta('addToHistory', false))
  }
}

const readers = new WeakMap<EditorView, Reader>()

/** Looks through a page again: another language, a word that was accepted. */
export const readAgain = (view: EditorView): void => readers.get(view)?.soon()

/** The misspelled word at a place of the page. */
export function mistakeAt(
  state: EditorState,
  pos: number,
): { readonly word: string; readonly from: number; readonly to: number } | null {
  const [found] = key.getState(state)?.marks.find(pos, pos) ?? []
  return found ? { word: String(found.spec.word), from: found.from, to: found.to } : null
}

/** Marks words that the dictionary does not know. */
export function spellPlugin(speller: () => Speller | null): Plugin<SpellState> {
  return new Plugin<SpellState>({
    key,
    state: {
      init: () => ({ marks: DecorationSet.empty }),
      apply(tr, { marks }) {
        const fresh = tr.getMeta(key) as SpellState | undefined
        return fresh ?? { marks: tr.docChanged ? marks.map(tr.mapping, tr.doc) : marks }
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
    view(view) {
      const reader = new Reader(view, speller)
      readers.set(view, reader)
      return {
        update(_, before) {
          const { state } = view
          // A word that was being written is left with the caret.
          if (!state.doc.eq(before.doc) || !state.selection.eq(before.selection)) reader.soon()
        },
        destroy: () => reader.stop(),
      }
    },
  })
}
