import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { CallName, Input, Output } from '../../shared/ipc/contract.ts'
import { request } from './api.ts'
import { useStartUpOver } from './start-up.ts'

/** What main has to start several gits for, while nobody reads it before the page. */
const canWait: ReadonlySet<CallName> = new Set(['site.marks', 'publish.state'])

type Args<K extends CallName> = Input<K> extends void ? [] : [input: Input<K> | null]

/** What main knows, kept fresh; a null input waits. Key: the call's name and its input. */
export function useCall<K extends CallName>(
  name: K,
  ...args: Args<K>
): UseQueryResult<Output<K>, Error> {
  const input = args.length === 0 ? null : (args[0] ?? null)
  const isOver = useStartUpOver()
  return useQuery<Output<K>, Error>({
    queryKey: [name, input],
    queryFn: async () => {
      const ask = request as (name: K, input: unknown) => Promise<Output<K>>
      const answer = await ask(name, input ?? undefined)
      return answer ?? (null as Output<K>)
    },
    enabled: (args.length === 0 || input !== null) && (isOver || !canWait.has(name)),
  })
}
