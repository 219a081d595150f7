import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ClashChoice, ClashSection } from '../../../../shared/domain/clash/clash-sections.ts'
import type { Clash } from '../../../../shared/ipc/publish-calls.ts'
import { Button } from '../../../ui/button.tsx'
import type { ComparisonSlots } from '../slots.ts'
import { type Place, plainWords } from './file-draft.ts'

const mostQuoted = 90
/** A detail without its key, which is its label already. */
const withoutKey = (source: string) => source.replace(/^[\w.-]+:[ \t]*/, '')
const quoted = (source: string, part: ClashSection['part']) => {
  const words = plainWords(part === 'details' ? withoutKey(source) : source)
  return words.length > mostQuoted ? `“${words.slice(0, mostQuoted).trimEnd()}…”` : `“${words}”`
}

interface Props {
  readonly clash: Clash
  readonly place: Place
  readonly choice: ClashChoice | null
  readonly siteId: string
  readonly renderMarked: ComparisonSlots['renderMarked']
  readonly onChoose: (choice: ClashChoice | null) => void
}

const kept = { mine: 'you kept yours', theirs: 'you kept theirs', both: 'you kept both' } as const

/** What was chosen, in words. */
function chosenWords({ place, choice }: Pick<Props, 'place' | 'choice'>): string {
  const section = place.section
  if (!section || choice === null || choice === 'both') return ''
  const words = plainWords(section[choice])
  return words === '' ? ': deleted' : `: ${quoted(section[choice], section.part)}`
}

function DecidedLine(props: Props & { readonly choice: ClashChoice }) {
  const { place, choice, onChoose } = props
  return (
    <section className="resolve-decided" aria-label={place.label}>
      <CircleCheck size={16} strokeWidth={1.75} aria-hidden />
      <p>
        <b>{place.label}</b> · {kept[choice]}
        {chosenWords(props)}
      </p>
      <Button variant="quiet" size="sm" className="resolve-change" onClick={() => onChoose(null)}>
        Change
      </Button>
    </section>
  )
}

/** A front matter detail, wrapped so that it reads as one. */
const asPage = (source: string) => `---\n${source.replace(/\n?$/, '\n')}---\n`

function SideWords(props: Props & { readonly side: 'mine' | 'theirs' }) {
  const { clash, place, side, siteId, renderMarked } = props
  const section = place.section
  const who = side === 'mine' ? 'You' : 'They'
  if (!section) return <WholeFile clash={clash} side={side} />
  if (section[side] === '')
    return (
      <>
        <del className="resolve-gone">{plainWords(section.base)}</del>
        <p className="resolve-note">{who} deleted this</p>
      </>
    )
  const wrap = section.part === 'details' ? asPage : (source: string) => source
  return renderMarked({
    siteId,
    path: clash.path,
    before: section.base === '' && section.part !== 'details' ? '' : wrap(section.base),
    after: wrap(section[side]),
  })
}

function WholeFile({ clash, side }: { readonly clash: Clash; readonly side: 'mine' | 'theirs' }) {
  const who = side === 'mine' ? 'You' : 'They'
  if (!clash.binary && clash[side] === null)
    return <p className="resolve-note">{who} deleted this file</p>
  const words = clash.binary ? '' : plainWords((clash[side] ?? '').replace(/^---[\s\S]*?\n---/, ''))
  return (
    <>
      <p className="resolve-note">
        {who} {clash.base === null && !clash.binary ? 'added' : 'changed'} this file
      </p>
      {words !== '' && <p className="resolve-excerpt">{words.slice(0, 400)}</p>}
    </>
  )
}

function Column(props: {
  readonly name: string
  readonly detail: string
  readonly children: ReactNode
}) {
  return (
    <div className="resolve-side">
      <p className="resolve-who">
        <b>{props.name}</b> <span>{props.detail}</span>
      </p>
      {props.children}
    </div>
  )
}

/** One place both sides changed: what it was, both versions, and the three ways out. */
export function PlaceCard(props: Props) {
  const { clash, place, choice, onChoose } = props
  if (choice !== null) return <DecidedLine {...props} choice={choice} />
  const was = place.section?.base ?? ''
  return (
    <section className="resolve-card" aria-label={place.label}>
      <p className="resolve-was">
        <b>{place.label}</b>{' '}
        {was.trim() === ''
          ? place.section && 'New on both sides'
          : `It was ${quoted(was, place.section?.part ?? 'block')}`}
      </p>
      <div className="resolve-sides">
        <Column name="Mine" detail="on this computer">
          <SideWords {...props} side="mine" />
        </Column>
        <Column name="Theirs" detail={clash.who}>
          <SideWords {...props} side="theirs" />
        </Column>
      </div>
      <div className="resolve-acts">
        <div>
          <Button onClick={() => onChoose('mine')}>Keep mine</Button>
        </div>
        <div>
          <Button onClick={() => onChoose('theirs')}>Keep theirs</Button>
          <Button
            className="resolve-both"
            disabled={!place.canKeepBoth}
            title={place.canKeepBoth ? undefined : 'Only one of them can stand here.'}
            onClick={() => onChoose('both')}
          >
            Keep both
          </Button>
        </div>
      </div>
    </section>
  )
}
