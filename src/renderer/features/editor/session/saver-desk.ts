import { PageSaver, type PageText } from './page-saver.ts'

/** A page as a whole, for a saver that does not know it yet. */
export interface WholePage {
  readonly source: string
  readonly front: string
  /** The document as JSON; null for the one that opening `source` gives. */
  readonly doc: unknown
}

export interface TextRequest {
  readonly page: number
  /** Set for the first request of a page, and to start again. */
  readonly whole: WholePage | null
  /** What happened to the document since the last request, as JSON. */
  readonly steps: readonly unknown[]
  readonly verified: boolean
}

export type DeskRequest = TextRequest | { readonly page: number; readonly close: true }

/** `lost`: the saver does not know the page as it is now; ask again with `whole`. */
export type DeskReply = PageText | { readonly kind: 'lost' } | { readonly kind: 'closed' }

/** Makes texts of several pages; the same in a worker and beside the window's own work. */
export class SaverDesk {
  readonly #savers = new Map<number, PageSaver>()

  answer(request: DeskRequest): DeskReply {
    if ('close' in request) {
      this.#savers.delete(request.page)
      return { kind: 'closed' }
    }
    const { page, whole, steps, verified } = request
    if (whole) this.#savers.set(page, PageSaver.of(whole))
    const saver = this.#savers.get(page)
    if (!saver) return { kind: 'lost' }
    try {
      saver.follow(steps)
    } catch {
      this.#savers.delete(page)
      return { kind: 'lost' }
    }
    return saver.text(verified)
  }
}
