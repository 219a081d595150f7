import { AppError } from '../../shared/ipc/app-error.ts'
import type { QueueItem, SyncState } from '../../shared/ipc/publish-calls.ts'
import type { Delivery } from '../repo/publish/deliver.ts'
import type { Publisher } from '../repo/publish/publisher.ts'
import type { SiteSession } from '../repo/site-session.ts'
import { backOffMs, type Clock, longestWaitMs } from './back-off.ts'
import { type SyncFacts, syncStateOf } from './sync-words.ts'

/** Others' changes are looked for this soon after opening, and this often afterwards. */
const [firstLookMs, nextLookMs] = [1_500, 5 * 60_000]

const askAgain: ReadonlySet<AppError['code']> = new Set(['invalid-input', 'conflict'])

export interface SitePublishingOptions {
  readonly site: SiteSession
  readonly announce: (state: SyncState) => void
  readonly clock: Clock
}

/** The code is loaded when it is first needed: a window need not wait for it. */
async function openLazily(site: SiteSession): Promise<Publisher> {
  const { openPublisher } = await import('../repo/publish/publisher.ts')
  return openPublisher(site)
}

/** Publishing of one open site: its state, told to its window, and the looks that come by themselves. */
export class SitePublishing {
  readonly site: SiteSession
  readonly #announce: SitePublishingOptions['announce']
  readonly #clock: Clock
  #opening: Promise<Publisher> | null = null
  #opened: Publisher | null = null
  #working = 0
  #failures = 0
  #closed = false
  #last: Delivery | null = null
  #problem: string | null = null
  #clashes = 0
  #incoming = 0
  #stopTimer: () => void = () => undefined

  constructor({ site, announce, clock }: SitePublishingOptions) {
    this.site = site
    this.#announce = announce
    this.#clock = clock
  }

  /** Looks at the remote soon, without anybody waiting for it. */
  start(): void {
    if (this.site.info.restriction === null) this.#plan(firstLookMs)
  }

  async publisher(): Promise<Publisher> {
    const { restriction } = this.site.info
    if (restriction) throw new AppError('restricted', restriction.reason)
    this.#opening ??= openLazily(this.site).catch((error: unknown) => {
      this.#opening = null
      throw error
    })
    this.#opened = await this.#opening
    return this.#opened
  }

  state(): SyncState {
    const waiting = this.#opened?.waiting() ?? []
    const queue: QueueItem[] = waiting.map(({ n, summary, count, since, reason }) => ({
      id: String(n),
      summary,
      count,
      since,
      reason,
    }))
    const facts: SyncFacts = {
      restricted: this.site.info.restriction !== null,
      hasRemote: this.site.info.remote !== null,
      working: this.#working > 0,
      queue,
      clashes: this.#clashes,
      incoming: this.#incoming,
      last: this.#last,
      problem: this.#problem,
    }
    return syncStateOf(facts)
  }

  /** Does something that talks to the remote, and tells the window what came of it. */
  async talk<T>(
    work: (publisher: Publisher) => Promise<T>,
    deliveryOf: (result: T) => Delivery | null,
  ): Promise<T> {
    const publisher = await this.publisher()
    this.#stopTimer()
    this.#working += 1
    this.#tell()
    try {
      const result = await work(publisher)
      this.#note(deliveryOf(result))
      return result
    } catch (error) {
      // A name that is missing, or a file edited meanwhile, says nothing about the site's state.
      if (!(error instanceof AppError) || !askAgain.has(error.code)) {
        this.#failures += 1
        this.#problem = error instanceof AppError ? error.message : null
      }
      throw error
    } finally {
      this.#working -= 1
      this.#clashes = await publisher.countClashes().catch(() => 0)
      this.#tell()
      this.#plan(this.#nextMs())
    }
  }

  /** The state, once what an earlier run left behind is known. */
  async known(): Promise<SyncState> {
    if (this.site.info.restriction === null && this.#opened === null)
      await this.recount().catch(() => undefined)
    return this.state()
  }

  async sync(): Promise<SyncState> {
    if (this.site.info.restriction !== null) return this.state()
    await this.talk(
      (publisher) => publisher.sync(),
      (delivery) => delivery,
    ).catch((error: unknown) => {
      this.#problem =
        error instanceof AppError
          ? error.message
          : 'Galley could not bring this folder and the site together. Everything is kept. Try again, or start Galley anew.'
    })
    return this.state()
  }

  /** Counts the clashes again after one was decided. */
  async recount(): Promise<void> {
    this.#clashes = await (await this.publisher()).countClashes()
    this.#tell()
  }

  /** No more looks; resolves when what is under way has ended. */
  async close(): Promise<void> {
    this.#closed = true
    this.#stopTimer()
    await this.#opened?.close()
  }

  #note(delivery: Delivery | null): void {
    this.#problem = null
    if (!delivery) return
    this.#last = delivery
    this.#failures = delivery.kind === 'waiting' ? this.#failures + 1 : 0
    this.#incoming = delivery.kind === 'together' ? delivery.brought.length : 0
  }

  /** A sign-in that failed is not tried again and again: servers lock people out for that. */
  #nextMs(): number {
    if (this.#last?.kind === 'waiting' && this.#last.failure.kind === 'sign-in')
      return longestWaitMs
    if (this.#opened?.isIndexBehind()) return backOffMs(1, this.#clock.random())
    return this.#failures > 0 ? backOffMs(this.#failures, this.#clock.random()) : nextLookMs
  }

  #plan(ms: number): void {
    this.#stopTimer()
    if (this.#closed) return
    this.#stopTimer = this.#clock.after(ms, () => {
      this.#lookByItself().catch(() => undefined)
    })
  }

  /** A site that was only opened is not asked: its settings may name anybody's address. */
  async #lookByItself(): Promise<void> {
    const publisher = await this.publisher()
    if (await publisher.mayLook()) await this.sync()
    else this.#plan(nextLookMs)
  }

  #tell(): void {
    if (!this.#closed) this.#announce(this.state())
  }
}
