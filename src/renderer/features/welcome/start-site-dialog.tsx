import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { leaveEmptyFolder, startSite, useSiteActions } from './site-actions-store.ts'
import './site-dialogs.css'

/** The chosen folder holds no site yet: offers to start one there. */
export function StartSiteDialog() {
  const emptyFolder = useSiteActions((s) => s.emptyFolder)
  const isStarting = useSiteActions((s) => s.busy === 'start')
  if (!emptyFolder) return null
  return (
    <Dialog
      open
      onClose={leaveEmptyFolder}
      dismissible={!isStarting}
      title="Start a site here?"
      width={420}
      footer={
        <>
          <Button size="lg" disabled={isStarting} onClick={leaveEmptyFolder}>
            Cancel
          </Button>
          <Button
            size="lg"
            variant="primary"
            busy={isStarting}
            onClick={() => void startSite(emptyFolder)}
          >
            {isStarting ? 'Starting…' : 'Start a site here'}
          </Button>
        </>
      }
    >
      <div className="site-dialog-words">
        <p>This folder does not hold a site that Galley knows yet:</p>
        <p className="site-dialog-folder">{emptyFolder.folder}</p>
        <p>
          Galley can start one in it. Your files stay as they are, and from then on earlier versions
          of them are kept. Nothing leaves this computer.
        </p>
      </div>
    </Dialog>
  )
}
