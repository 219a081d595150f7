import { AppError } from '../../shared/ipc/app-error.ts'

/**
 * Lets `abreast` tasks run at once and `waiting` more wait for their turn; refuses the rest, so that a page gone wild
 * can neither fill the memory nor starve others.
 */
export function createTurnstile(
  abreast: number,
  waiting: number,
): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0
  const queue: (() => void)[] = []
  return async (task) => {
    if (running >= abreast) {
      if (queue.length >= waiting)
        throw new AppError('internal', 'Galley is busy with the same request. Try again shortly.')
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running++
    try {
      return await task()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
