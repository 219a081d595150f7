import { Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PublishItem } from '../../../../shared/ipc/publish-calls.ts'
import { request, wordsOf } from '../../../lib/api.ts'
import { useCall } from '../../../lib/use-call.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { ComparisonSlots } from '../slots.ts'

/** Whoever runs through the list is not asked about every row. */
const settlesAfter = 80

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settlesAfter)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

async function takeBack({ undo, title }: { undo: string; title: string }): Promise<void> {
  try {
    await request('publish.undoDiscard', { undo })
  } catch (error) {
    toast({ title: `“${title}” was not brought back`, text: wordsOf(error), tone: 'problem' })
  }
}

async function discard({ path, title }: PublishItem): Promise<void> {
  try {
    const { undo } = await request('publish.discard', { path })
    toast({
      title: `“${title}” is as published again`,
      action: { label: 'Undo', run: () => void takeBack({ undo, title }) },
    })
  } catch (error) {
    toast({ title: `“${title}” is as it was`, text: wordsOf(error), tone: 'problem' })
  }
}

interface Props {
  readonly item: PublishItem
  readonly siteId: string
  readonly renderComparison: ComparisonSlots['renderComparison']
}

/** What the selected change changes. */
export function ChangeShown({ item, siteId, renderComparison }: Props) {
  const path = useSettled(item.path)
  const compared = useCall('publish.compare', { path })
  if (compared.error)
    return (
      <ErrorState
        happened={wordsOf(compared.error)}
        kept="Nothing was changed."
        actions={<Button onClick={() => void compared.refetch()}>Try again</Button>}
      />
    )
  if (!compared.data || compared.data.path !== item.path)
    return <div className="publish-blank" aria-busy="true" />
  return renderComparison({
    title: item.title,
    comparison: compared.data,
    siteId,
    actions: (
      <Button variant="quiet" size="sm" icon={Undo2} onClick={() => void discard(item)}>
        Discard this change
      </Button>
    ),
  })
}
