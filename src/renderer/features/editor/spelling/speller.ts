import type { Spelling } from '../../../../shared/ipc/settings-calls.ts'
import { dictionaries } from './dictionaries.ts'
import type { SpellAnswer, SpellQuestion } from './spell.worker.ts'

type Asked = SpellQuestion extends infer Q
  ? Q extends SpellQuestion
    ? Omit<Q, 'id'>
    : never
  : never

/** A dictionary in a worker, and what it said of words already. */
export class Speller {
  readonly #known = new Map<string, boolean>()
  readonly #waiting = new Map<number, (words: readonly string[]) => void>()
  readonly #own: Set<string>
  readonly #worker: Worker
  /** Another one after each word that was accepted: what was found before may hold no more. */
  version = 0
  #last = 0

  constructor(language: Exclude<Spelling, 'off'>, own: readonly string[]) {
    this.#own = new Set(own)
    this.#worker = new Worker(new URL('./spell.worker.ts', import.meta.url), {
      type: 'module',
      name: 'spelling',
    })
    this.#worker.addEventListener('message', ({ data }: MessageEvent<SpellAnswer>) => {
      this.#waiting.get(data.id)?.(data.words)
      this.#waiting.delete(data.id)
    })
    void this.#ask({ kind: 'open', ...dictionaries[language] })
  }

  /** Brings in what the dictionary says of these words. */
  async learn(words: readonly string[]): Promise<void> {
    const fresh = [...new Set(words)].filter((word) => !this.#known.has(word))
    if (fresh.length === 0) return
    const wrong = new Set(await this.#ask({ kind: 'check', words: fresh }))
    for (const word of fresh) this.#known.set(word, !wrong.has(word))
  }

  /** Whether a word is known to be wrong. */
  isWrong(word: string): boolean {
    return this.#known.get(word) === false && !this.#own.has(word)
  }

  suggest(word: string): Promise<readonly string[]> {
    return this.#ask({ kind: 'suggest', word })
  }

  /** Takes a word for right from now on. */
  accept(word: string): void {
    this.#own.add(word)
    this.version += 1
  }

  close(): void {
    this.#worker.terminate()
  }

  #ask(question: Asked): Promise<readonly string[]> {
    this.#last += 1
    const id = this.#last
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#worker.postMessage({ ...question, id })
    })
  }
}
