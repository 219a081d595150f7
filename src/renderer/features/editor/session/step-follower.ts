import type { Editor } from '@tiptap/core'
import type { Step } from '@tiptap/pm/transform'
import { pageFactsOf } from './page-facts.ts'
import type { PageText } from './page-saver.ts'
import type { SaverClient } from './saver-client.ts'
import type { WholePage } from './saver-desk.ts'

let pages = 0

/** Collects what happens in an editor and asks the saver for the page's text when it is wanted. */
export class StepFollower {
  readonly #client: SaverClient
  readonly #page: number
  #first: WholePage | null
  #steps: Step[] = []

  constructor(client: SaverClient, source: string, front: string) {
    pages += 1
    this.#client = client
    this.#page = pages
    this.#first = { source, front, doc: null }
  }

  /** Follows steps of an earlier run. Answers with the text they make; null where they do not fit. */
  async replay(steps: readonly unknown[]): Promise<string | null> {
    const whole = this.#first
    this.#first = null
    const reply = await this.#client.ask({ page: this.#page, whole, steps, verified: false })
    return reply.kind === 'text' ? reply.text : null
  }

  add(steps: readonly Step[]): void {
    this.#steps.push(...steps)
  }

  /** The page's text with everything that happened until now. */
  async text(verified: boolean, editor: Editor): Promise<PageText> {
    const whole = this.#first
    this.#first = null
    const reply = await this.#ask(whole, verified)
    if (reply.kind === 'text' || reply.kind === 'refused') return reply
    // The saver lost its way (a worker died, a step did not fit): tell it all, once.
    const again = await this.#ask(this.#whole(editor), verified)
    if (again.kind === 'text' || again.kind === 'refused') return again
    return { kind: 'refused', reason: 'The page could not be written.', text: null }
  }

  close(): void {
    void this.#client.ask({ page: this.#page, close: true })
  }

  #ask(whole: WholePage | null, verified: boolean) {
    const steps = this.#steps.map((step) => step.toJSON() as unknown)
    this.#steps = []
    return this.#client.ask({ page: this.#page, whole, steps, verified })
  }

  #whole(editor: Editor): WholePage {
    this.#steps = []
    return { ...pageFactsOf(editor.state), doc: editor.state.doc.toJSON() }
  }
}
