import { type CallName, calls, type Handlers } from '../../shared/ipc/contract.ts'
import type { CallContext } from '../lib/call-context.ts'

type All = Handlers<CallContext>
/** The handlers of one feature: `pages`, `site`, … */
export type FeatureHandlers<F extends string> = Pick<All, Extract<CallName, `${F}.${string}`>>

type AnyHandler = (input: unknown, context: CallContext) => Promise<unknown>

/**
 * Handlers of a feature whose code is loaded when it is first needed, so that the window need not wait for it.
 * A failed load is tried again by the next call.
 */
export function lazyHandlers<F extends string>(
  feature: F,
  load: () => Promise<FeatureHandlers<F>>,
): FeatureHandlers<F> {
  let loading: Promise<FeatureHandlers<F>> | null = null
  const loaded = (): Promise<FeatureHandlers<F>> => {
    loading ??= load().catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }
  const names = Object.keys(calls).filter((name) => name.startsWith(`${feature}.`))
  const entries = names.map((name): [string, AnyHandler] => [
    name,
    async (input, context) => {
      const handlers: Readonly<Record<string, AnyHandler>> = (await loaded()) as never
      const handler = handlers[name]
      if (!handler) throw new Error(`${feature} does not handle ${name}`)
      return handler(input, context)
    },
  ])
  return Object.fromEntries(entries) as never
}
