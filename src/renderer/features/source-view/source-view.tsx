import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  redo,
  undo,
} from '@codemirror/commands'
import { html } from '@codemirror/lang-html'
import { markdown } from '@codemirror/lang-markdown'
import { yamlFrontmatter } from '@codemirror/lang-yaml'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { EditorState, Transaction } from '@codemirror/state'
import {
  type Command,
  drawSelection,
  EditorView,
  highlightActiveLine,
  type KeyBinding,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { useEffect, useRef } from 'react'
import { pageNonce } from '../../lib/page-nonce.ts'
import { followPlace, placeIn } from './source-place.ts'

export type SourceLanguage = 'html' | 'markdown'

interface Props {
  readonly text: string
  readonly language: SourceLanguage
  readonly readOnly: boolean
  readonly onChange: (text: string) => void
  /** Asked where nothing that was typed here is left to take back, or to do again. */
  readonly onUndo?: () => void
  readonly onRedo?: () => void
  /** Where to stand at first, in characters of the text; at the top without. */
  readonly position?: number | null
  /** Told what the user scrolled to. */
  readonly onPlace?: (position: number) => void
}

/** Colours come from the tokens, so that both themes hold. */
const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--bg-paper)', color: 'var(--text)' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', fontSize: '13px', lineHeight: '22px' },
  '.cm-content': { padding: '16px 0', caretColor: 'var(--text)' },
  '.cm-line': { unicodeBidi: 'plaintext' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--bg-paper)', color: 'var(--text-3)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 12px 0 16px' },
  '.cm-activeLine': { backgroundColor: 'var(--bg-hover)' },
  '&.cm-focused': { outline: 'none' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--bg-selected)' },
  '.cm-panels': { backgroundColor: 'var(--bg-panel)', color: 'var(--text)', font: 'var(--t-base)' },
  '.cm-searchMatch': { backgroundColor: 'var(--changed-soft)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--changed-line)' },
})

const colours = HighlightStyle.define([
  { tag: [tags.tagName, tags.heading], color: 'var(--accent-text)', fontWeight: '600' },
  { tag: [tags.attributeName, tags.propertyName], color: 'var(--changed)' },
  { tag: [tags.string, tags.attributeValue], color: 'var(--added)' },
  { tag: [tags.comment, tags.meta, tags.processingInstruction], color: 'var(--text-3)' },
  { tag: [tags.link, tags.url], color: 'var(--accent-text)' },
  { tag: tags.strong, fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--offline)' },
])

const languageOf = (language: SourceLanguage) =>
  yamlFrontmatter({ content: language === 'html' ? html() : markdown() })

/** Undo goes on where the source's own ends: a page has one history. */
const historyKeys = (latest: () => Props): readonly KeyBinding[] => {
  const back: Command = (view) => {
    if (!undo(view)) latest().onUndo?.()
    return true
  }
  const again: Command = (view) => {
    if (!redo(view)) latest().onRedo?.()
    return true
  }
  return [
    { key: 'Mod-z', run: back, preventDefault: true },
    { key: 'Mod-y', mac: 'Mod-Shift-z', run: again, preventDefault: true },
    { linux: 'Ctrl-Shift-z', run: again, preventDefault: true },
  ]
}

function createView(latest: () => Props): EditorView {
  const props = latest()
  const lineEnd = props.text.includes('\r\n') ? '\r\n' : '\n'
  const anchor = placeIn(props.text, props.position ?? 0, lineEnd)
  const isAtTop = anchor === 0
  return new EditorView({
    ...(isAtTop ? {} : { scrollTo: EditorView.scrollIntoView(anchor, { y: 'start' }) }),
    state: EditorState.create({
      doc: props.text,
      selection: { anchor },
      extensions: [
        EditorState.lineSeparator.of(lineEnd),
        EditorState.readOnly.of(props.readOnly),
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        languageOf(props.language),
        syntaxHighlighting(colours),
        EditorView.cspNonce.of(pageNonce()),
        EditorView.lineWrapping,
        EditorView.perLineTextDirection.of(true),
        EditorView.contentAttributes.of({ 'aria-label': 'Page source', tabindex: '0' }),
        keymap.of([
          ...historyKeys(latest),
          ...defaultKeymap,
          ...historyKeymap,
          ...searchKeymap,
          indentWithTab,
        ]),
        look,
        EditorView.updateListener.of((update) => {
          const own = update.transactions.some((t) => t.annotation(Transaction.remote))
          if (update.docChanged && !own) latest().onChange(update.state.sliceDoc())
        }),
      ],
    }),
  })
}

/** Brings the view to a text that came from elsewhere, changing only what differs. */
function bringTo(view: EditorView, text: string): void {
  const now = view.state.sliceDoc()
  if (now === text) return
  let from = 0
  while (from < now.length && from < text.length && now[from] === text[from]) from++
  let end = 0
  const most = Math.min(now.length, text.length) - from
  while (end < most && now.at(-1 - end) === text.at(-1 - end)) end++
  view.dispatch({
    changes: { from, to: now.length - end, insert: text.slice(from, text.length - end) },
    annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
  })
}

/** A page's whole text as source. */
export function SourceView(props: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(props)
  latest.current = props
  useEffect(() => {
    const made = createView(() => latest.current)
    view.current = made
    place.current?.append(made.dom)
    const stop = followPlace(made, (position) => latest.current.onPlace?.(position))
    return () => {
      stop()
      made.destroy()
    }
  }, [])
  useEffect(() => {
    if (view.current) bringTo(view.current, props.text)
  }, [props.text])
  return <div ref={place} className="source-view" />
}
