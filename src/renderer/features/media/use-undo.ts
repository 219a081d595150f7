import { useEffect } from 'react'
import { runCommand, useCommand } from '../../lib/command-store.ts'
import { isModalOpen } from '../../lib/modal.ts'
import { platform } from '../../lib/platform.ts'
import { queryClient } from '../../lib/query-client.ts'
import { useCall } from '../../lib/use-call.ts'
import { redoStep, stepsKey, undoStep } from './media-steps.ts'

/** Which of the two a press means; fields keep theirs. */
function meantBy(event: KeyboardEvent): 'edit.undo' | 'edit.redo' | null {
  const isMac = platform() === 'darwin'
  if (!(isMac ? event.metaKey : event.ctrlKey) || event.altKey || isModalOpen()) return null
  if (event.target instanceof Element && event.target.closest('input, textarea')) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'edit.redo' : 'edit.undo'
  return key === 'y' && !isMac ? 'edit.redo' : null
}

/** Undo and redo while the section is in front: what was done to files, the last first, also after a restart. */
export function useUndo(canChange: boolean): void {
  const { data } = useCall('media.steps')
  const undo = data?.undo ?? null
  const redo = data?.redo ?? null
  useCommand('edit.undo', {
    enabled: canChange && undo !== null,
    run: () => undo && undoStep(undo),
  })
  useCommand('edit.redo', {
    enabled: canChange && redo !== null,
    run: () => redo && redoStep(redo),
  })
  useEffect(() => {
    // Files come in by way of pages, too.
    void queryClient.invalidateQueries(stepsKey)
    const onKey = (event: KeyboardEvent): void => {
      const command = meantBy(event)
      if (command && runCommand(command)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
