import nspell, { type NSpell } from 'nspell'

/** What the worker is asked; each answer carries the number of its question. */
export type SpellQuestion =
  | { readonly id: number; readonly kind: 'open'; readonly aff: string; readonly dic: string }
  | { readonly id: number; readonly kind: 'check'; readonly words: readonly string[] }
  | { readonly id: number; readonly kind: 'suggest'; readonly word: string }

export interface SpellAnswer {
  readonly id: number
  readonly words: readonly string[]
}

let speller: NSpell | null = null

const textOf = async (address: string) => (await fetch(address)).text()

/** Both ways of writing an apostrophe are one to the dictionary. */
const plain = (word: string) => word.replace(/’/g, "'")

async function answer(question: SpellQuestion): Promise<readonly string[]> {
  switch (question.kind) {
    case 'open':
      speller = nspell(await textOf(question.aff), await textOf(question.dic))
      return []
    case 'check':
      return question.words.filter((word) => speller && !speller.correct(plain(word)))
    case 'suggest':
      return speller?.suggest(plain(question.word)).slice(0, 5) ?? []
  }
}

self.addEventListener('message', ({ data }: MessageEvent<SpellQuestion>) => {
  void answer(data)
    .catch(() => [])
    .then((words) => self.postMessage({ id: data.id, words } satisfies SpellAnswer))
})
