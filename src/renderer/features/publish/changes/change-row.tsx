import { memo, useId } from 'react'
import type { PublishItem } from '../../../../shared/ipc/publish-calls.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { cx } from '../../../ui/class-names.ts'
import { Kind } from '../../../ui/kind.tsx'
import { kindWords } from '../words.ts'
import { ChangeThumb } from './change-thumb.tsx'

interface Props {
  readonly item: PublishItem
  readonly siteId: string
  readonly ticked: boolean
  readonly current: boolean
  readonly onTick: (path: string) => void
  readonly onSelect: (path: string) => void
}

const toneOf = ({ kind }: PublishItem) => (kind === 'replaced' ? 'changed' : kind)

/** One change: in or out, what it is, what happened to it. */
export const ChangeRow = memo(function ChangeRow(props: Props) {
  const { item, siteId, ticked, current, onTick, onSelect } = props
  const words = useId()
  const reachable = current ? 0 : -1
  const blocked = item.blocked !== null
  return (
    <li
      className={cx('publish-row', current && 'publish-row-current')}
      data-path={item.path}
      aria-current={current ? 'true' : undefined}
    >
      <Checkbox
        aria-label={item.title}
        aria-describedby={words}
        checked={ticked}
        disabled={blocked}
        tabIndex={blocked ? -1 : reachable}
        onChange={() => onTick(item.path)}
      />
      <button
        type="button"
        className="publish-row-main"
        tabIndex={blocked ? reachable : -1}
        aria-label={`Show ${item.title}`}
        aria-describedby={words}
        onClick={() => onSelect(item.path)}
      >
        <ChangeThumb item={item} siteId={siteId} />
        <span className="publish-row-words">
          <b>{item.title}</b>
          <span id={words} className={cx(blocked && 'publish-row-blocked')}>
            {item.blocked ?? item.words}
          </span>
        </span>
        <Kind tone={toneOf(item)}>{kindWords[item.kind]}</Kind>
      </button>
    </li>
  )
})
