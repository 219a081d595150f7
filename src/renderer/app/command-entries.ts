import type { CommandId } from '../../shared/commands.ts'
import { keysOf, labelOf } from '../lib/command-keys.ts'
import { canRun, runCommand } from '../lib/command-store.ts'
import type { MenuEntry } from '../ui/menu.tsx'

/** A menu row for a command, as the menu bar and the palette show it. */
export const commandEntry = (id: CommandId): MenuEntry => ({
  label: labelOf(id),
  keys: keysOf(id),
  disabled: !canRun(id),
  run: () => void runCommand(id),
})
