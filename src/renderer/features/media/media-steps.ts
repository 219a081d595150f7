import type { MediaStep } from '../../../shared/ipc/media-step-calls.ts'
import { request, wordsOf } from '../../lib/api.ts'
import { queryClient } from '../../lib/query-client.ts'
import { saveAll } from '../../lib/savers.ts'
import { toast } from '../../ui/toast.tsx'

export function tellProblem(title: string, error: unknown): void {
  toast({ title, text: wordsOf(error), tone: 'problem' })
}

/** What can be taken back next, as asked. */
export const stepsKey = { queryKey: ['media.steps'] }

async function takeBack(undo: string, again: 'Undo' | 'Redo'): Promise<void> {
  try {
    await saveAll()
    const back = await request('media.undo', { undo })
    tellDone({
      title: again === 'Redo' ? 'Taken back' : 'Done again',
      text: back.title,
      undo: back.undo,
      again,
    })
  } catch (error) {
    tellProblem('This could not be taken back', error)
    void queryClient.invalidateQueries(stepsKey)
  }
}

interface Done {
  readonly title: string
  readonly text?: string
  /** Null where nothing was changed. */
  readonly undo: string | null
  readonly again?: 'Undo' | 'Redo'
}

/** Says what was done and offers to take it back. */
export function tellDone({ title, text, undo, again = 'Undo' }: Done): void {
  void queryClient.invalidateQueries(stepsKey)
  toast({
    title,
    // What was offered to be taken back before is no longer the last step.
    about: 'media',
    ...(text === undefined ? {} : { text }),
    ...(undo === null
      ? {}
      : {
          action: {
            label: again,
            run: () => void takeBack(undo, again === 'Undo' ? 'Redo' : 'Undo'),
          },
        }),
  })
}

/** Does a step after what is open is saved, since it changes pages on disk; answers null where it failed. */
export async function stepped<T>(failure: string, step: () => Promise<T>): Promise<T | null> {
  try {
    await saveAll()
    return await step()
  } catch (error) {
    tellProblem(failure, error)
    return null
  }
}

/** Takes the last step of the section back. */
export const undoStep = ({ undo }: MediaStep): void => void takeBack(undo, 'Redo')

/** Does the step again that was taken back last. */
export const redoStep = ({ undo }: MediaStep): void => void takeBack(undo, 'Undo')
