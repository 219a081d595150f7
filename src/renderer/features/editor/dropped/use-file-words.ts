import { useState } from 'react'
import type { MediaOffer } from '../../../../shared/ipc/media-calls.ts'

type Offered = MediaOffer['offered'][number]

/** What is said of one file. */
export interface FileWords {
  readonly words: string
  /** A picture that screen readers pass over. */
  readonly decorative: boolean
}

const withoutEnding = (name: string) => name.replace(/\.[^.]+$/, '')

const first = ({ kind, name }: Offered): FileWords => ({
  words: kind === 'document' ? withoutEnding(name) : '',
  decorative: false,
})

/** The words of every file, by its token, and whether each has what it needs. */
export function useFileWords(files: readonly Offered[]) {
  const [all, setAll] = useState<ReadonlyMap<string, FileWords>>(
    () => new Map(files.map((file) => [file.token, first(file)])),
  )
  const of = (file: Offered): FileWords => all.get(file.token) ?? first(file)
  const change = (file: Offered, part: Partial<FileWords>): void =>
    setAll((now) => new Map(now).set(file.token, { ...of(file), ...part }))
  const isReady = files.every((file) => of(file).decorative || of(file).words.trim() !== '')
  return { of, change, isReady }
}
