import type { PublishPlan } from '../../../shared/ipc/publish-calls.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { IdentityFields } from './identity-fields.tsx'
import type { Draft } from './use-draft.ts'

interface Props {
  readonly plan: PublishPlan
  readonly draft: Draft
  readonly busy: boolean
  /** A publish was tried: what is missing is said. */
  readonly tried: boolean
  readonly onCancel: () => void
  readonly onPublish: () => void
}

/** The words of the publish, in whose name, and the way out. */
export function PublishFoot({ plan, draft, busy, tried, onCancel, onPublish }: Props) {
  const empty = draft.summary.trim() === ''
  return (
    <div className="publish-foot">
      {plan.identity === null && (
        <IdentityFields value={draft.identity} checked={tried} onChange={draft.setIdentity} />
      )}
      <div className="publish-foot-row">
        <TextField
          label="Summary"
          value={draft.summary}
          problem={tried && empty ? 'Say in a few words what is new.' : null}
          onChange={draft.setSummary}
        />
        <Button size="lg" onClick={onCancel}>
          Cancel
        </Button>
        <Button
          size="lg"
          variant="primary"
          busy={busy}
          disabled={draft.ticked.length === 0}
          onClick={onPublish}
        >
          {busy ? 'Publishing…' : 'Publish now'}
        </Button>
      </div>
    </div>
  )
}
