import { onTestFinished } from 'vitest'
import '../lib/bridge.ts'
import { AppError, type Reply } from '../../shared/ipc/app-error.ts'
import {
  type CallName,
  calls,
  type EventName,
  type EventPayload,
  events,
  type Input,
  type Output,
} from '../../shared/ipc/contract.ts'

type Answer<K extends CallName> = (input: Input<K>) => Output<K> | Promise<Output<K>>
type Answers = { [K in CallName]?: Answer<K> }

/** A stand-in for main: it checks what crosses the border against the contract, and keeps what was asked. */
export class FakeBridge {
  /** Every request so far, oldest first. */
  readonly asked: { readonly name: CallName; readonly input: unknown }[] = []
  readonly #answers: Answers
  readonly #listeners = new Map<string, Set<(payload: unknown) => void>>()

  constructor(answers: Answers) {
    this.#answers = { ...answers }
  }

  /** Answers a request differently from now on. */
  answer<K extends CallName>(name: K, answer: Answer<K>): void {
    this.#answers[name] = answer as Answers[K]
  }

  /** The inputs of one request so far. */
  inputsOf<K extends CallName>(name: K): readonly Input<K>[] {
    return this.asked.filter((a) => a.name === name).map((a) => a.input as Input<K>)
  }

  /** Announces something, as main would. */
  announce<K extends EventName>(name: K, payload: EventPayload<K>): void {
    const checked = events[name].parse(payload)
    for (const listener of this.#listeners.get(name) ?? []) listener(checked)
  }

  async invoke(name: string, input: unknown): Promise<Reply> {
    const call = name as CallName
    const value = calls[call].input.parse(input)
    this.asked.push({ name: call, input: value })
    const answer = this.#answers[call] as Answer<CallName> | undefined
    if (!answer) return { ok: false, code: 'internal', message: `No answer for ${name}.` }
    try {
      return { ok: true, value: calls[call].output.parse(await answer(value as never)) }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { ok: false, code: error.code, message: error.message }
    }
  }

  /** Dropped files lie in one folder, under their names. */
  pathForFile(file: File): string {
    return `/dropped/${file.name}`
  }

  subscribe(name: string, listener: (payload: unknown) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners.add(listener))
    return () => listeners.delete(listener)
  }
}

/** Puts a stand-in for main on the window for one test. */
export function fakeBridge(answers: Answers): FakeBridge {
  const bridge = new FakeBridge(answers)
  const before = window.bridge
  window.bridge = bridge
  onTestFinished(() => {
    window.bridge = before
  })
  return bridge
}
