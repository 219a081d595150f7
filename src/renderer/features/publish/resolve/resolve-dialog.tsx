import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Clash } from '../../../../shared/ipc/publish-calls.ts'
import { wordsOf } from '../../../lib/api.ts'
import { useCall } from '../../../lib/use-call.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Progress } from '../../../ui/progress.tsx'
import type { ComparisonSlots } from '../slots.ts'
import { counted } from '../words.ts'
import { applyDecisions } from './apply-decisions.ts'
import { PlaceCard } from './place-card.tsx'
import './resolve.css'
import { type Decisions, useDecisions } from './use-decisions.ts'

interface Props extends ComparisonSlots {
  readonly siteId: string
  readonly onClose: () => void
}

const noClashes: readonly Clash[] = []

function intro({ drafts, total }: Decisions): string {
  const fitted = drafts.reduce((sum, draft) => sum + draft.fitted, 0)
  const what = drafts.length === 1 ? drafts[0]?.clash.title : counted(drafts.length, 'file')
  const together =
    fitted === 0
      ? ''
      : ` ${counted(fitted, 'change')} fitted together ${fitted === 1 ? 'by itself' : 'by themselves'}.`
  const places =
    total === 0
      ? ' Nothing is left to choose.'
      : ` In ${counted(total, 'place')} both sides are different, so you choose.`
  return `You and others both changed ${what}.${together}${places} Nothing is published until you do.`
}

function Files({
  decisions,
  siteId,
  renderMarked,
}: { readonly decisions: Decisions } & Pick<Props, 'siteId' | 'renderMarked'>) {
  return decisions.drafts.map((draft) => (
    <section key={draft.clash.path} className="resolve-file" aria-label={draft.clash.title}>
      <h3>
        {draft.clash.title} <span>{draft.clash.who}</span>
      </h3>
      {draft.places.length === 0 && (
        <p className="resolve-fits">Both sides' changes fit together. Both are kept.</p>
      )}
      {draft.places.map((place) => (
        <PlaceCard
          key={place.id}
          clash={draft.clash}
          place={place}
          choice={decisions.choiceOf(draft, place)}
          siteId={siteId}
          renderMarked={renderMarked}
          onChoose={(choice) => decisions.choose({ draft, place }, choice)}
        />
      ))}
    </section>
  ))
}

function useApply(clashes: readonly Clash[], again: () => void) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const apply = async (decisions: Decisions) => {
    if (!decisions.all) return
    setBusy(true)
    setProblem(null)
    try {
      setProblem(await applyDecisions(client, clashes, decisions.all))
    } catch (error) {
      setProblem(wordsOf(error))
      again()
    }
    setBusy(false)
  }
  return { busy, problem, apply }
}

function Foot(props: {
  readonly decisions: Decisions
  readonly busy: boolean
  readonly onClose: () => void
  readonly onUse: () => void
}) {
  const { decisions, busy } = props
  const { done, total } = decisions
  return (
    <>
      {total > 0 && (
        <div className="resolve-progress">
          <span>
            {done} of {total} decided
          </span>
          <Progress label="Decided" value={done / total} />
        </div>
      )}
      <Button size="lg" onClick={props.onClose}>
        Decide later
      </Button>
      <Button
        size="lg"
        variant="primary"
        busy={busy}
        disabled={decisions.all === null}
        onClick={props.onUse}
      >
        {busy ? 'Publishing…' : 'Use these'}
      </Button>
    </>
  )
}

/** Where others changed the same words: both versions beside each other, and the user's choice. */
export function ResolveDialog({ siteId, onClose, renderMarked }: Props) {
  const asked = useCall('publish.clashes')
  const clashes = asked.data ?? noClashes
  const decisions = useDecisions(clashes)
  const { busy, problem, apply } = useApply(clashes, () => void asked.refetch())
  const some = clashes.length > 0
  return (
    <Dialog
      open
      title="Resolve changes"
      width={1180}
      onClose={onClose}
      dismissible={!busy}
      description={some && intro(decisions)}
      footer={
        some && (
          <Foot
            decisions={decisions}
            busy={busy}
            onClose={onClose}
            onUse={() => void apply(decisions)}
          />
        )
      }
    >
      {problem && (
        <p role="alert" className="resolve-problem">
          {problem} Your choices are kept.
        </p>
      )}
      {asked.error && (
        <ErrorState
          happened={wordsOf(asked.error)}
          kept="Everything is safe on this computer."
          actions={<Button onClick={() => void asked.refetch()}>Try again</Button>}
        />
      )}
      {asked.data && !some && (
        <EmptyState
          title="Nothing to decide"
          text="Your changes and those of others fit together."
          action={<Button onClick={onClose}>Close</Button>}
        />
      )}
      <Files decisions={decisions} siteId={siteId} renderMarked={renderMarked} />
    </Dialog>
  )
}
