import { acceleratorOf, type CommandId, type CommandSpec, commands } from '../../shared/commands.ts'
import { runCommand } from '../lib/command-store.ts'
import { isModalOpen } from '../lib/modal.ts'
import { platform } from '../lib/platform.ts'
import { isPressed, type Keys, readAccelerator } from './accelerator.ts'

interface Binding {
  readonly id: CommandId
  readonly keys: Keys
}

function bindingsFor(system: string): readonly Binding[] {
  return commands.flatMap((spec: CommandSpec & { readonly id: CommandId }) => {
    const accelerator = spec.scope === 'window' ? acceleratorOf(spec, system) : null
    return accelerator === null
      ? []
      : [{ id: spec.id, keys: readAccelerator(accelerator, system === 'darwin') }]
  })
}

/** A press that writes text or belongs to an input method is nobody's shortcut. */
const isWriting = (event: KeyboardEvent) =>
  event.isComposing || event.getModifierState('AltGraph') || event.key === 'Process'

/**
 * Runs the window's commands on their keys, before the editor or a field sees them. What is taken here does not reach
 * the application menu, so nothing runs twice; while a dialog is open, its keys are its own.
 */
export function followKeys(): () => void {
  const system = platform()
  const bindings = bindingsFor(system)
  const onKey = (event: KeyboardEvent): void => {
    if (isWriting(event) || isModalOpen()) return
    const bound = bindings.find(({ keys }) => isPressed(keys, event))
    if (!bound || !runCommand(bound.id)) return
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('keydown', onKey, { capture: true })
  return () => window.removeEventListener('keydown', onKey, { capture: true })
}
