import { request, subscribe } from '../lib/api.ts'
import { saveAll } from '../lib/savers.ts'

const tries = 4
const between = 700

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A file that another program holds for a moment is worth waiting for; main closes the window in the end anyway. */
async function saveBeforeClosing(left = tries): Promise<void> {
  try {
    await saveAll()
  } catch (error) {
    if (left <= 1) throw error
    await pause(between)
    return saveBeforeClosing(left - 1)
  }
}

/** Saves what is open before the window goes. What could not be saved is in the journal. */
export function followClosing(): () => void {
  return subscribe('window.closing', () => {
    const ready = () => request('app.readyToClose')
    saveBeforeClosing()
      .then(ready, ready)
      .catch(() => undefined)
  })
}
