import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'

/** A page that could not be opened, in its place. */
export function PageFailed({ words, onRetry }: { words: string; onRetry: () => void }) {
  return (
    <div className="page-editor">
      <ErrorState
        happened={`This page did not open. ${words}`}
        kept="The file is as it was; nothing was changed."
        actions={<Button onClick={onRetry}>Try again</Button>}
      />
    </div>
  )
}
