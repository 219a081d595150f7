import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import './find-bar.css'
import { emptyQuery, expressionOf, type FindQuery } from './find-matches.ts'
import { findState, replaceAll, replaceOne, search, searchAgain, step } from './find-plugin.ts'
import { useFindBar } from './find-store.ts'

const settleAfter = 300

/** Searches anew when the hands rest; until then the marks follow the words. */
function useFreshMatches(editor: Editor, stale: boolean): void {
  useEffect(() => {
    if (!stale) return
    const timer = setTimeout(() => searchAgain(editor.view), settleAfter)
    return () => clearTimeout(timer)
  }, [editor, stale])
}

function inWords(query: FindQuery, count: number, current: number): string {
  if (query.text === '') return ''
  if (!expressionOf(query)) return 'This expression is not complete'
  return count === 0 ? 'Not on this page' : `${current + 1} of ${count}`
}

interface TogglesProps {
  readonly query: FindQuery
  readonly onQuery: (query: FindQuery) => void
}

function Toggles({ query, onQuery }: TogglesProps) {
  const toggle = (name: 'matchCase' | 'wholeWord' | 'regex') => ({
    pressed: query[name],
    size: 'sm' as const,
    onClick: () => onQuery({ ...query, [name]: !query[name] }),
  })
  return (
    <>
      <IconButton label="Match case" icon={CaseSensitive} {...toggle('matchCase')} />
      <IconButton label="Whole word" icon={WholeWord} {...toggle('wholeWord')} />
      <IconButton label="Regular expression" icon={Regex} {...toggle('regex')} />
    </>
  )
}

function OpenBar({ editor }: { readonly editor: Editor }) {
  const { asked, close } = useFindBar()
  const [query, setQuery] = useState<FindQuery>(emptyQuery)
  const [replacement, setReplacement] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const found = useEditorState({
    editor,
    selector: (s) => {
      const { matches, current, stale } = findState(s.editor.state)
      return { count: matches.length, current, stale }
    },
  })
  useFreshMatches(editor, found.stale)
  useEffect(() => {
    if (asked > 0) field.current?.select()
  }, [asked])
  useEffect(() => () => search(editor.view, emptyQuery), [editor])
  const look = (next: FindQuery) => {
    setQuery(next)
    search(editor.view, next)
  }
  const leave = () => {
    close()
    editor.view.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }
  const none = found.count === 0
  return (
    <search aria-label="Find in page" className="find-bar" onKeyDown={onKey}>
      <input
        ref={field}
        className="ui-input"
        aria-label="Find"
        placeholder="Find"
        spellCheck={false}
        value={query.text}
        onChange={(event) => look({ ...query, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          step(editor.view, event.shiftKey ? -1 : 1)
        }}
      />
      <Toggles query={query} onQuery={look} />
      <span role="status" className="find-count">
        {inWords(query, found.count, found.current)}
      </span>
      <IconButton
        label="Previous"
        icon={ChevronUp}
        size="sm"
        disabled={none}
        onClick={() => step(editor.view, -1)}
      />
      <IconButton
        label="Next"
        icon={ChevronDown}
        size="sm"
        disabled={none}
        onClick={() => step(editor.view, 1)}
      />
      <input
        className="ui-input"
        aria-label="Replace with"
        placeholder="Replace with"
        value={replacement}
        onChange={(event) => setReplacement(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') replaceOne(editor.view, replacement)
        }}
      />
      <Button size="sm" disabled={none} onClick={() => replaceOne(editor.view, replacement)}>
        Replace
      </Button>
      <Button size="sm" disabled={none} onClick={() => replaceAll(editor.view, replacement)}>
        Replace all
      </Button>
      <IconButton label="Close" icon={X} size="sm" onClick={leave} />
    </search>
  )
}

/** Finds and replaces words in the open page, when that is asked for. */
export function FindBar({ editor }: { readonly editor: Editor }) {
  const open = useFindBar((bar) => bar.open)
  return open ? <OpenBar editor={editor} /> : null
}
