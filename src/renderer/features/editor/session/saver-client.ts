import { type DeskReply, type DeskRequest, SaverDesk } from './saver-desk.ts'

interface Waiting {
  readonly resolve: (reply: DeskReply) => void
  readonly reject: (error: Error) => void
}

interface Answer {
  readonly id: number
  readonly reply?: DeskReply
  readonly error?: string
}

const startWorker = () =>
  new Worker(new URL('./saver.worker.ts', import.meta.url), { type: 'module', name: 'page-saver' })

/**
 * Asks the saver's worker. Should the worker not start or die, the same work is done here: slower to type beside,
 * but nothing is lost.
 */
export class SaverClient {
  readonly #waiting = new Map<number, Waiting>()
  readonly #start: () => Worker
  #worker: Worker | null = null
  #desk: SaverDesk | null = null
  #last = 0

  constructor(start: () => Worker = startWorker) {
    this.#start = start
  }

  async ask(request: DeskRequest): Promise<DeskReply> {
    const worker = this.#running()
    if (!worker) return this.#local().answer(request)
    this.#last += 1
    const id = this.#last
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, request })
    })
  }

  #local(): SaverDesk {
    this.#desk ??= new SaverDesk()
    return this.#desk
  }

  #running(): Worker | null {
    if (this.#worker || this.#desk) return this.#worker
    try {
      this.#worker = this.#start()
    } catch {
      this.#local()
      return null
    }
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const waiting = this.#waiting.get(data.id)
      this.#waiting.delete(data.id)
      if (data.reply) waiting?.resolve(data.reply)
      else waiting?.reject(new Error(data.error ?? 'The page could not be written.'))
    })
    this.#worker.addEventListener('error', () => this.#fallBack())
    return this.#worker
  }

  /** The worker is gone: whoever waits asks again with the whole page. */
  #fallBack(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#local()
    for (const { resolve } of this.#waiting.values()) resolve({ kind: 'lost' })
    this.#waiting.clear()
  }
}
