import { request, wordsOf } from '../lib/api.ts'
import { toast } from '../ui/toast.tsx'

/** The browser's own remark about a layout that took two rounds; nothing went wrong. */
const harmless = /ResizeObserver loop/

export function showProblem(title: string, error: unknown): void {
  toast({
    title,
    text: wordsOf(error),
    tone: 'problem',
    action: { label: 'Show the log', run: () => void request('app.showLog') },
  })
}

/** Shows what went wrong where nobody was waiting for an answer. */
export function followErrors(): () => void {
  const onRejection = (event: PromiseRejectionEvent) => {
    event.preventDefault()
    console.error(event.reason)
    showProblem('Something did not work', event.reason)
  }
  const onError = (event: ErrorEvent) => {
    if (!harmless.test(event.message)) showProblem('Something did not work', event.error)
  }
  window.addEventListener('unhandledrejection', onRejection)
  window.addEventListener('error', onError)
  return () => {
    window.removeEventListener('unhandledrejection', onRejection)
    window.removeEventListener('error', onError)
  }
}
