import { useMemo, useState } from 'react'
import type { ClashChoice } from '../../../../shared/domain/clash/clash-sections.ts'
import type { Clash } from '../../../../shared/ipc/publish-calls.ts'
import { type Decided, decisionOf, draftOf, type FileDraft, type Place } from './file-draft.ts'

type Choices = Readonly<Record<string, ClashChoice | null>>

/** A choice belongs to the words it was made about: where those change, it is asked again. */
const keyOf = ({ clash }: FileDraft, place: Place) =>
  JSON.stringify([clash.path, place.id, clash.mine?.length, clash.theirs])

export interface Decisions {
  readonly drafts: readonly FileDraft[]
  readonly total: number
  readonly done: number
  /** null while something is undecided. */
  readonly all: readonly Decided[] | null
  choiceOf(draft: FileDraft, place: Place): ClashChoice | null
  choose(at: { readonly draft: FileDraft; readonly place: Place }, choice: ClashChoice | null): void
}

/** What was decided so far about all that clashes. */
export function useDecisions(clashes: readonly Clash[]): Decisions {
  const drafts = useMemo(() => clashes.map(draftOf), [clashes])
  const [choices, setChoices] = useState<Choices>({})
  const choiceOf = (draft: FileDraft, place: Place) => choices[keyOf(draft, place)] ?? null
  const decided = drafts.map((draft) =>
    decisionOf(
      draft,
      draft.places.map((place) => choiceOf(draft, place)),
    ),
  )
  const places = drafts.flatMap((draft) => draft.places.map((place) => choiceOf(draft, place)))
  return {
    drafts,
    total: places.length,
    done: places.filter((choice) => choice !== null).length,
    all: decided.every((d) => d !== null) ? decided : null,
    choiceOf,
    choose: ({ draft, place }, choice) =>
      setChoices((before) => ({ ...before, [keyOf(draft, place)]: choice })),
  }
}
