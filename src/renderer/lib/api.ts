import { AppError } from '../../shared/ipc/app-error.ts'
import type { CallName, EventName, EventPayload, Input, Output } from '../../shared/ipc/contract.ts'
import './bridge.ts'

type Args<K extends CallName> = Input<K> extends void ? [] : [input: Input<K>]

/** Asks main; answers with the value or throws the `AppError` that main sent. */
export async function request<K extends CallName>(name: K, ...args: Args<K>): Promise<Output<K>> {
  const reply = await window.bridge.invoke(name, args[0])
  if (!reply.ok) throw new AppError(reply.code, reply.message)
  return reply.value as Output<K>
}

/** Listens to what main announces; call the answer to stop. */
export function subscribe<K extends EventName>(
  event: K,
  listener: (payload: EventPayload<K>) => void,
): () => void {
  return window.bridge.subscribe(event, (payload) => listener(payload as EventPayload<K>))
}

/** The words to show for anything thrown: main's own sentence, or one that owns up. */
export function wordsOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  return 'Galley did not expect this. Your work is kept. Try again; if it happens again, open the log from the Help menu.'
}
