import { request, wordsOf } from '../../lib/api.ts'
import { saveAll } from '../../lib/savers.ts'
import { toast } from '../../ui/toast.tsx'

export function tellProblem(title: string, error: unknown): void {
  toast({ title, text: wordsOf(error), tone: 'problem' })
}

async function takeBack(undo: string, again: 'Undo' | 'Redo'): Promise<void> {
  try {
    await saveAll()
    const back = await request('media.undo', { undo })
    tellDone({
      title: again === 'Redo' ? 'Taken back' : 'Done again',
      undo: back.undo,
      again,
    })
  } catch (error) {
    tellProblem('This could not be taken back', error)
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
  toast({
    title,
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
