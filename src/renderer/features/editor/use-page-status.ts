import { useEffect } from 'react'
import { type PageState, useOpenPages } from '../../lib/open-pages-store.ts'
import { blockPath } from './session/block-path.ts'
import { countPage } from './session/count-page.ts'
import { countWords } from './session/count-words.ts'
import type { DocumentSession } from './session/document-session.ts'
import type { SaveState } from './session/save-loop.ts'

const changedElsewhere =
  'This page was changed by another program. Your words are kept; choose above the page which version stays.'
const removedElsewhere =
  'This page was removed by another program. Your words are kept; above the page they can be saved again.'

function shownState(state: SaveState): PageState['save'] {
  switch (state.kind) {
    case 'saved':
    case 'saving':
      return { kind: state.kind }
    case 'kept':
      return { kind: 'problem', words: state.reason }
    case 'changed-elsewhere':
      return {
        kind: 'problem',
        words: state.theirs === null ? removedElsewhere : changedElsewhere,
      }
  }
}

/** Typing is not held up by counting: the words follow when the hands rest. */
const countAfter = 400

/** Tells the window how a page is doing: saved or not, its words, where the caret is. */
export function usePageStatus(session: DocumentSession): void {
  const setState = useOpenPages((pages) => pages.setState)
  useEffect(() => {
    const { path, editor } = session
    let last = session.facts().save
    const tell = () => {
      const { save } = session.facts()
      if (save === last) return
      last = save
      setState(path, { save: shownState(save) })
    }
    setState(path, { save: shownState(last) })
    const stop = session.subscribe(tell)
    if (!editor) return stop
    let timer: ReturnType<typeof setTimeout> | undefined
    let block = ''
    const count = () => setState(path, { words: countWords(editor.state.doc) })
    const where = () => {
      const now = blockPath(editor.state)
      if (now === block) return
      block = now
      setState(path, { block })
    }
    const changed = () => {
      clearTimeout(timer)
      timer = setTimeout(count, countAfter)
    }
    count()
    where()
    setState(path, { counts: () => countPage(editor.state) })
    editor.on('update', changed)
    editor.on('selectionUpdate', where)
    return () => {
      stop()
      clearTimeout(timer)
      editor.off('update', changed)
      editor.off('selectionUpdate', where)
    }
  }, [session, setState])
}
