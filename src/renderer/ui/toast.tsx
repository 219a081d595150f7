import { Toast } from '@base-ui/react/toast'
import { TriangleAlert, X } from 'lucide-react'
import { cx } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import './toast.css'

export interface ToastWords {
  /** What happened. */
  readonly title: string
  /** What follows from it. */
  readonly text?: string
  /** Problems stay until they are closed. */
  readonly tone?: 'plain' | 'problem'
  readonly action?: { readonly label: string; run(): void }
  /** What it is about: news of the same takes the place of older news. */
  readonly about?: string
}

const manager = Toast.createToastManager()
const shownFor = 8000
const latest = new Map<string, string>()

/** Tells what happened, without asking anything. */
export function toast({ title, text, tone = 'plain', action, about }: ToastWords): void {
  const problem = tone === 'problem'
  const older = about === undefined ? undefined : latest.get(about)
  if (older !== undefined) manager.close(older)
  const id = manager.add({
    title,
    description: text,
    type: tone,
    timeout: problem ? 0 : shownFor,
    priority: problem ? 'high' : 'low',
    ...(action
      ? {
          actionProps: {
            children: action.label,
            onClick: () => {
              manager.close(id)
              action.run()
            },
          },
        }
      : {}),
  })
  if (about !== undefined) latest.set(about, id)
}

function Toasts() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((entry) => (
    <Toast.Root
      key={entry.id}
      toast={entry}
      className={cx('ui-toast', entry.type === 'problem' && 'ui-toast-problem')}
    >
      <Toast.Content className="ui-toast-content">
        {entry.type === 'problem' && (
          <TriangleAlert className="ui-toast-sign" size={16} strokeWidth={1.75} aria-hidden />
        )}
        <div className="ui-toast-words">
          <Toast.Title className="ui-toast-title" />
          <Toast.Description className="ui-toast-text" />
        </div>
        {entry.actionProps && <Toast.Action className="ui-toast-action" />}
        <Toast.Close render={<IconButton label="Close" icon={X} size="sm" />} />
      </Toast.Content>
    </Toast.Root>
  ))
}

/** Where toasts appear; mounted once. */
export function ToastHost() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="ui-toasts">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}
