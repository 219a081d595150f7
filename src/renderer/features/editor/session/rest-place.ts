import { type EditorState, NodeSelection, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { firstLetter } from './first-letter.ts'

/** A place for Chromium's caret, without size and without words. */
function drawRest(): HTMLElement {
  const rest = document.createElement('p')
  rest.className = 'page-rest'
  rest.setAttribute('aria-hidden', 'true')
  rest.append(document.createElement('br'))
  return rest
}

/** Behind the picture, frame or divider that is selected, where no words follow. */
function restBehind({ doc, selection }: EditorState): DecorationSet | null {
  if (!(selection instanceof NodeSelection)) return null
  const { node, $to } = selection
  if (!node.isBlock || !node.isLeaf || $to.nodeAfter?.isTextblock) return null
  return DecorationSet.create(doc, [
    Decoration.widget($to.pos, drawRest, {
      side: 1,
      ignoreSelection: true,
      key: 'rest',
      raw: true,
    }),
  ])
}

/**
 * Where nothing that can be written on stands behind a selected block, Chromium takes its caret to the first words of
 * the page at the next key, and what is typed with it. It gets a place to stay.
 */
const restPlace = (): Plugin => new Plugin({ props: { decorations: restBehind } })

/** What keys do on empty blocks and on blocks without words. */
export const besideBlocks = (): readonly Plugin[] => [firstLetter(), restPlace()]
