import { useMemo, useState } from 'react'
import { type CommandId, type CommandSpec, commands } from '../../../shared/commands.ts'
import { canRun } from '../../lib/command-store.ts'
import { pageIndexOf } from '../../lib/page-index.ts'
import { useCall } from '../../lib/use-call.ts'
import type { Findable } from './palette-rows.ts'

const none: readonly never[] = []

type Spec = CommandSpec & { readonly id: CommandId }

/** Commands as they are possible at the moment the palette opens. */
const possible = () =>
  commands
    .filter((spec: Spec) => !spec.hidden && canRun(spec.id))
    .map(({ id, label }) => ({ id, label }))

/** Everything the palette can lead to, gathered once each time it opens. */
export function useFindable(recent: () => readonly string[]): Findable {
  const nodes = useCall('site.tree').data?.nodes
  const pages = useMemo(() => (nodes ? pageIndexOf(nodes).pages : []), [nodes])
  const [rest] = useState(() => ({ recent: recent(), commands: possible() }))
  const media = useCall('site.assets').data ?? none
  return useMemo(() => ({ pages, media, ...rest }), [pages, media, rest])
}
