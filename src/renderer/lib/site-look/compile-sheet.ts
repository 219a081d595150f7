/** A style sheet as CSS, or why there is none. */
export type Compiled =
  | { readonly css: string; readonly problem?: undefined }
  | { readonly css?: undefined; readonly problem: string }

/** A sheet may hold loops that never end. */
const patienceMs = 5000
const mostCharacters = 1_000_000

const startWorker = () =>
  new Worker(new URL('./sheet.worker.ts', import.meta.url), { type: 'module', name: 'style-sheet' })

/** Compiles a site's SCSS in a worker of its own, which is stopped when it takes too long. Never rejects. */
export function compileSheet(text: string, waitMs = patienceMs): Promise<Compiled> {
  return new Promise((resolve) => {
    const worker = startWorker()
    const end = (made: Compiled) => {
      clearTimeout(timer)
      worker.terminate()
      const isLong = (made.css?.length ?? 0) > mostCharacters
      resolve(isLong ? { problem: 'It makes more than a million characters of CSS.' } : made)
    }
    const timer = setTimeout(() => end({ problem: 'It takes too long to read.' }), waitMs)
    worker.addEventListener('message', ({ data }: MessageEvent<Compiled>) => end(data))
    worker.addEventListener('error', () => end({ problem: 'Its reader did not start.' }))
    worker.postMessage(text)
  })
}
