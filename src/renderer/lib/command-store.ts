import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import type { CommandId } from '../../shared/commands.ts'

/** What a command does here and now. */
export interface CommandAction {
  run(): void
  /** Absent: possible. */
  readonly enabled?: boolean
  readonly checked?: boolean
}

interface CommandStore {
  readonly actions: Readonly<Partial<Record<CommandId, CommandAction>>>
  register(id: CommandId, action: CommandAction): void
  /** Only takes away what is still the given action: a later owner stays. */
  unregister(id: CommandId, action: CommandAction): void
}

/** Who carries out which command at the moment; the shared list says what there is. */
export const useCommandStore = create<CommandStore>()((set, get) => ({
  actions: {},
  register: (id, action) => set(({ actions }) => ({ actions: { ...actions, [id]: action } })),
  unregister: (id, action) => {
    if (get().actions[id] !== action) return
    const { [id]: _gone, ...rest } = get().actions
    set({ actions: rest })
  },
}))

/** Offers a command while the component is mounted. `run` may change freely between renders. */
export function useCommand(id: CommandId, action: CommandAction): void {
  const latest = useRef(action)
  latest.current = action
  const enabled = action.enabled ?? true
  const checked = action.checked ?? false
  useEffect(() => {
    const entry: CommandAction = { run: () => latest.current.run(), enabled, checked }
    useCommandStore.getState().register(id, entry)
    return () => useCommandStore.getState().unregister(id, entry)
  }, [id, enabled, checked])
}

export function canRun(id: CommandId): boolean {
  const action = useCommandStore.getState().actions[id]
  return action !== undefined && action.enabled !== false
}

/** Runs a command if it is possible now; tells whether it was. */
export function runCommand(id: CommandId): boolean {
  if (!canRun(id)) return false
  useCommandStore.getState().actions[id]?.run()
  return true
}
