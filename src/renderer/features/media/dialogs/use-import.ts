import { useState } from 'react'
import type { MediaOffer } from '../../../../shared/ipc/media-calls.ts'
import { patternProblem, typedFolder } from '../model/name-pattern.ts'
import { useFolderProblem } from './folder-field.tsx'
import { ruleOf, useRuleDraft } from './rule.ts'

/** The fields, and the rule, folder and names they come to; null while one of them has a problem. */
export function useImport(offer: MediaOffer, first: string) {
  const { draft, change } = useRuleDraft()
  const [text, setText] = useState(first)
  const [names, setNames] = useState('{name}')
  const hasImages = offer.offered.some(({ kind }) => kind === 'image')
  const namesProblem = patternProblem(names, offer.offered.length)
  const folder = typedFolder(text)
  const rule = ruleOf(draft)
  const isReady = useFolderProblem(text) === null && !namesProblem && rule !== null
  const task = isReady && offer.offered.length > 0 ? { folder, names, rule } : null
  return { draft, change, text, setText, names, setNames, namesProblem, hasImages, task }
}
