import { useEffect, useRef, useState } from 'react'
import type { PublishItem, PublishPlan } from '../../../shared/ipc/publish-calls.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Spinner } from '../../ui/progress.tsx'
import { ChangeList } from './changes/change-list.tsx'
import { ChangeShown } from './changes/change-shown.tsx'
import './publish.css'
import { PublishFoot } from './publish-foot.tsx'
import type { ComparisonSlots } from './slots.ts'
import { type Draft, useDraft } from './use-draft.ts'
import { usePublishing } from './use-publishing.ts'
import { useSavedPlan } from './use-saved-plan.ts'
import { counted, targetInWords } from './words.ts'

const keptOpen = 'Your words are still in this window. Nothing was published.'
const keptHere = 'Everything is safe on this computer. Nothing was published.'

interface Props extends ComparisonSlots {
  readonly siteId: string
  readonly onClose: () => void
}

interface NoticeProps {
  readonly words: string
  readonly kept: string
  readonly onRetry: () => void
  readonly onBack: () => void
}

function Notice(props: NoticeProps) {
  return (
    <ErrorState
      happened={props.words}
      kept={props.kept}
      actions={
        <>
          <Button variant="primary" onClick={props.onRetry}>
            Try again
          </Button>
          <Button onClick={props.onBack}>Back</Button>
        </>
      }
    />
  )
}

function subtitleOf(plan: PublishPlan, ticked: number): string {
  const all = plan.items.length
  const to = targetInWords(plan)
  return ticked === all
    ? `${counted(all, 'change')} to ${to}`
    : `${ticked} of ${counted(all, 'change')} to ${to}`
}

/** Ctrl or Cmd with Enter publishes from anywhere in the dialog. */
function usePublishKeys(publish: () => void) {
  const latest = useRef(publish)
  latest.current = publish
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
}

/** The selected change; where it goes away the next one takes its place. */
function useCurrent(items: readonly PublishItem[]) {
  const [wanted, select] = useState<string | null>(null)
  const place = useRef(0)
  const found = items.findIndex((item) => item.path === wanted)
  const at = found >= 0 ? found : Math.min(place.current, items.length - 1)
  place.current = Math.max(at, 0)
  return { current: items[place.current] ?? null, select }
}

const noPlan: PublishPlan = { items: [], summary: '', identity: null, branch: null, remote: null }

function Planning() {
  return (
    <p className="publish-waiting" role="status">
      <Spinner /> Looking at what changed…
    </p>
  )
}

function NothingToPublish({ onClose }: Pick<Props, 'onClose'>) {
  return (
    <EmptyState
      title="Nothing to publish"
      text="The site has everything that is here. Change a page or add an image, and it is listed here."
      action={<Button onClick={onClose}>Close</Button>}
    />
  )
}

interface ChoiceProps extends Omit<Props, 'renderMarked'> {
  readonly plan: PublishPlan
  readonly draft: Draft
}

/** The changes, and beside them what the selected one changes. */
function Choice({ plan, draft, siteId, renderComparison }: ChoiceProps) {
  const { current, select } = useCurrent(plan.items)
  const list = useRef<HTMLDivElement>(null)
  return (
    <div className="publish-columns">
      <ChangeList
        root={list}
        items={plan.items}
        siteId={siteId}
        ticked={draft.paths}
        current={current?.path ?? null}
        onTick={draft.flip}
        onSelect={select}
      />
      {current && (
        <ChangeShown item={current} siteId={siteId} renderComparison={renderComparison} />
      )}
    </div>
  )
}

/** Everything that differs from the site, what of it goes out, and under which words. */
export function PublishDialog(props: Props) {
  const { onClose } = props
  const { state, retry } = useSavedPlan()
  const plan = state.kind === 'ready' ? state.plan : noPlan
  const draft = useDraft(plan)
  const { step, tried, publish, back } = usePublishing(plan, draft)
  usePublishKeys(publish)
  const busy = step.kind === 'publishing'
  const choosing = plan.items.length > 0 && step.kind !== 'refused'
  const count = counted(draft.ticked.length, 'change')
  const body = () => {
    if (state.kind === 'planning') return <Planning />
    if (state.kind === 'unsaved')
      return <Notice words={state.words} kept={keptOpen} onRetry={retry} onBack={onClose} />
    if (state.kind === 'failed')
      return <Notice words={state.words} kept={keptHere} onRetry={retry} onBack={onClose} />
    if (step.kind === 'refused')
      return (
        <Notice
          words={step.words}
          kept={`Your ${count} ${draft.ticked.length === 1 ? 'is' : 'are'} safe on this computer.`}
          onRetry={publish}
          onBack={back}
        />
      )
    if (!choosing) return <NothingToPublish onClose={onClose} />
    return <Choice {...props} plan={plan} draft={draft} />
  }
  return (
    <Dialog
      open
      title="Publish changes"
      width={1180}
      height={800}
      flush
      onClose={onClose}
      dismissible={!busy}
      subtitle={choosing && subtitleOf(plan, draft.ticked.length)}
      footer={
        choosing && (
          <PublishFoot
            plan={plan}
            draft={draft}
            busy={busy}
            tried={tried}
            onCancel={onClose}
            onPublish={publish}
          />
        )
      }
    >
      {body()}
    </Dialog>
  )
}
