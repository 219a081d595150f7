import {
  acceleratorOf,
  type CommandId,
  type CommandSpec,
  commands,
  keysInWords,
} from '../../shared/commands.ts'
import { platform } from './platform.ts'

const specs: ReadonlyMap<string, CommandSpec> = new Map(commands.map((spec) => [spec.id, spec]))

export const isCommand = (id: string): id is CommandId => specs.has(id)

/** The label of a command, as menus show it. */
export const labelOf = (id: CommandId): string => specs.get(id)?.label ?? id

/** The keys of a command as this system writes them, where it has some. */
export function keysOf(id: CommandId): string | undefined {
  const spec = specs.get(id)
  const accelerator = spec ? acceleratorOf(spec, platform()) : null
  return accelerator === null ? undefined : keysInWords(accelerator, platform())
}
