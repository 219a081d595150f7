import { AlertDialog } from '@base-ui/react/alert-dialog'
import { create } from 'zustand'
import { Button } from './button.tsx'
import './dialog.css'

export interface Question {
  readonly title: string
  readonly body: string
  /** The verb of the main button. */
  readonly action: string
  readonly danger?: boolean
}

interface Asked extends Question {
  readonly answer: (yes: boolean) => void
}

const useQuestion = create<{ readonly asked: Asked | null }>()(() => ({ asked: null }))

/** Asks before something that is not easily taken back. A second question answers the first with no. */
export function confirm(question: Question): Promise<boolean> {
  useQuestion.getState().asked?.answer(false)
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      useQuestion.setState({ asked: null })
      resolve(yes)
    }
    useQuestion.setState({ asked: { ...question, answer } })
  })
}

/** Where `confirm` shows its question; mounted once. */
export function ConfirmHost() {
  const asked = useQuestion((s) => s.asked)
  return (
    <AlertDialog.Root
      open={asked !== null}
      onOpenChange={(open) => {
        if (!open) asked?.answer(false)
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="ui-scrim" />
        <AlertDialog.Viewport className="ui-dialog-viewport">
          <AlertDialog.Popup className="ui-dialog" style={{ width: 420 }}>
            <div className="ui-dialog-head">
              <AlertDialog.Title className="ui-dialog-title">{asked?.title}</AlertDialog.Title>
            </div>
            <AlertDialog.Description className="ui-dialog-description">
              {asked?.body}
            </AlertDialog.Description>
            <div className="ui-dialog-foot">
              <Button size="lg" onClick={() => asked?.answer(false)}>
                Cancel
              </Button>
              <Button
                size="lg"
                variant={asked?.danger ? 'danger-solid' : 'primary'}
                onClick={() => asked?.answer(true)}
              >
                {asked?.action}
              </Button>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
