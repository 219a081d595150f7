import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { Settings, Spelling } from '../../../../shared/ipc/settings-calls.ts'
import { request } from '../../../lib/api.ts'
import { useStartUpOver } from '../../../lib/start-up.ts'
import { useCall } from '../../../lib/use-call.ts'
import { readAgain, spellPlugin } from './spell-plugin.ts'
import { Speller } from './speller.ts'

/** The window's one dictionary: made when a page is first read, another one where the language changes. */
let current: { readonly language: Spelling; readonly speller: Speller } | null = null

export const currentSpeller = (): Speller | null => current?.speller ?? null

function openDictionary(language: Spelling, own: readonly string[]): void {
  if (current?.language === language) return
  current?.speller.close()
  current = language === 'off' ? null : { language, speller: new Speller(language, own) }
}

export interface SpellingChoice {
  readonly language: Spelling
  choose(language: Spelling): void
  /** Takes a word for right, on this computer and for good. */
  accept(word: string): void
}

/** A dictionary takes a second of work: it is opened when what the window began with is done. */
const afterStartMs = 2000

function useLongOver(): boolean {
  const isOver = useStartUpOver()
  const [isLong, setLong] = useState(current !== null)
  useEffect(() => {
    if (!isOver || isLong) return
    const timer = setTimeout(() => setLong(true), afterStartMs)
    return () => clearTimeout(timer)
  }, [isOver, isLong])
  return isLong
}

const save = (change: Partial<Settings>) => void request('settings.set', change)

/** Checks the words of a page in the language of its site. */
export function useSpelling(editor: Editor): SpellingChoice {
  const settings = useCall('settings.get').data
  const site = useCall('app.state').data?.site?.id
  const isOver = useLongOver()
  const language = (site && settings?.spelling?.[site]) || 'en-GB'
  const isReady = isOver && settings !== undefined && editor.isEditable
  useEffect(() => {
    if (!isReady) return
    openDictionary(language, settings.ownWords ?? [])
    const plugin = spellPlugin(currentSpeller)
    editor.registerPlugin(plugin)
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin('spelling')
    }
  }, [editor, isReady, language, settings])
  return {
    language,
    choose(next) {
      if (site && settings) save({ spelling: { ...settings.spelling, [site]: next } })
    },
    accept(word) {
      currentSpeller()?.accept(word)
      readAgain(editor.view)
      if (settings && !settings.ownWords.includes(word))
        save({ ownWords: [...settings.ownWords, word] })
    },
  }
}
