import { NodeSelection, Plugin } from '@tiptap/pm/state'

/** Chromium moves the caret itself, from where it is and in its own column. */
const moves = /^(?:Arrow|Home|End|Page)/

/**
 * Before a key does anything, the editor learns where the caret is by now: Chromium tells so a moment later only, and
 * a quick hand (Shift+Home, then Ctrl+B) would work on what was selected before.
 */
export function freshSelection(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view, event) => {
          const isMove = moves.test(event.key) && !event.altKey
          // Around a picture without words beside it Chromium has its caret in any other place.
          const isOnBlock = view.state.selection instanceof NodeSelection
          if (!isMove && !isOnBlock && !view.composing)
            view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
          return false
        },
      },
    },
  })
}
