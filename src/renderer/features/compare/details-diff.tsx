import { type ChangedDetail, changedDetails, type DetailSegment } from './changed-details.ts'

/** What a side of the comparison leaves out. */
const hiddenOn = { both: null, before: 'added', after: 'removed' } as const

function Segment({ segment, plain }: { readonly segment: DetailSegment; readonly plain: boolean }) {
  if (plain) return segment.text
  if (segment.kind === 'same') return segment.text
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(segment.text) ?? []
  return (
    <>
      {before}
      {segment.kind === 'added' ? <ins>{words}</ins> : <del>{words}</del>}
      {after}
    </>
  )
}

interface ValueProps {
  readonly detail: ChangedDetail
  readonly side: keyof typeof hiddenOn
  readonly plain: boolean
}

function Value({ detail, side, plain }: ValueProps) {
  const shown = detail.segments.filter((segment) => segment.kind !== hiddenOn[side])
  if (shown.length === 0)
    return <span className="compare-nothing">{detail.segments.length ? 'Not there' : 'Empty'}</span>
  return shown.map((segment, i) => (
    <span key={`${segment.kind}-${i}`}>
      <Segment segment={segment} plain={plain} />
      {segment.kind === 'removed' && shown[i + 1]?.kind === 'added' && ' '}
    </span>
  ))
}

/** The details (front matter) that differ between two versions of a page. */
export function DetailsDiff(props: {
  readonly before: string
  readonly after: string
  readonly side?: 'both' | 'before' | 'after'
  /** Without marks, for a page that is new or goes as a whole. */
  readonly plain?: boolean
}) {
  const { side = 'both', plain = false } = props
  const details = changedDetails(props.before, props.after)
  if (details.length === 0) return null
  return (
    <dl className="compare-details">
      {details.map((detail) => (
        <div
          key={detail.key}
          data-change={plain ? undefined : 'changed'}
          className="compare-detail"
        >
          <dt>{detail.label}</dt>
          <dd>
            <Value detail={detail} side={side} plain={plain} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
