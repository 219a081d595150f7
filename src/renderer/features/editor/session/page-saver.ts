import type { Node } from '@tiptap/pm/model'
import { Step } from '@tiptap/pm/transform'
import { checkSaved, openPage, savePage } from '../../../../shared/domain/document/page.ts'
import { documentSchema } from '../../../../shared/domain/document/schema.ts'
import type { OpenedPage } from '../../../../shared/domain/document/types.ts'
import { PageStep } from './page-step.ts'

/** A page's text made from its document, or why there is none. */
export type PageText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly text: string | null }

/**
 * Follows an editor by its steps and turns what it holds into the page's text. Lives in a worker, so that neither
 * writing nor verifying a large page is felt while typing.
 */
export class PageSaver {
  readonly #opened = new Map<string, OpenedPage>()
  #source: string
  #front: string
  #doc: Node | null

  constructor(source: string) {
    const page = openPage(source)
    this.#opened.set(source, page)
    this.#source = source
    this.#front = page.front
    this.#doc = page.doc
  }

  static of(whole: { source: string; front: string; doc: unknown }): PageSaver {
    const saver = new PageSaver(whole.source)
    saver.#front = whole.front
    if (whole.doc !== null) saver.#doc = documentSchema.nodeFromJSON(whole.doc)
    return saver
  }

  /** Follows steps, given as JSON. Throws where they do not fit: the follower has then lost its way. */
  follow(steps: readonly unknown[]): void {
    for (const json of steps) {
      const step = Step.fromJSON(documentSchema, json)
      if (step instanceof PageStep) {
        this.#source = step.to.source ?? this.#source
        this.#front = step.to.front ?? this.#front
      } else if (this.#doc) {
        const { doc, failed } = step.apply(this.#doc)
        if (!doc) throw new Error(failed ?? 'A step did not fit.')
        this.#doc = doc
      }
    }
  }

  /** The page's text; `verified` reads it again and compares it with the document. */
  text(verified: boolean): PageText {
    const page = this.#base()
    const doc = this.#doc
    const saved = savePage(page, doc ? { doc, front: this.#front } : { front: this.#front })
    if (saved.kind === 'refused') {
      return { kind: 'refused', reason: saved.reason, text: saved.text ?? null }
    }
    const isKnown = saved.isRead || saved.text === page.source
    const problem = verified && doc && !isKnown ? checkSaved(saved.text, doc) : null
    return problem === null
      ? { kind: 'text', text: saved.text }
      : { kind: 'refused', reason: problem, text: saved.text }
  }

  #base(): OpenedPage {
    const known = this.#opened.get(this.#source)
    if (known) return known
    const page = openPage(this.#source)
    this.#opened.set(this.#source, page)
    return page
  }
}
