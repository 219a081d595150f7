import { ArrowDown, ArrowUp, ChevronRight, Copy, Trash2 } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import {
  copyFrontItem,
  moveFrontItem,
  removeFrontItem,
  setFrontValue,
} from '../../../shared/domain/document/front-matter/edit-front.ts'
import type { KeyPath } from '../../../shared/domain/document/front-matter/form-value.ts'
import { setFrontList } from '../../../shared/domain/document/front-matter/set-front-list.ts'
import {
  describeInner,
  type Inner,
  isField,
  isInner,
  itemLabel,
} from '../../../shared/domain/fields/describe-fields.ts'
import { fieldLabel } from '../../../shared/domain/fields/field-label.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { toast } from '../../ui/toast.tsx'
import { DetailField } from './detail-field.tsx'

/** What every value inside needs to know of its page. */
export interface InnerPage {
  readonly front: string
  readonly readOnly: boolean
  readonly mediaUrl: (src: string) => string | null
  readonly onFront: (front: string) => void
}

interface FoldProps {
  readonly label: string
  readonly note?: string
  readonly tools?: ReactNode
  readonly children: () => ReactNode
}

/** A part that unfolds; what is in it is made only then. */
function Fold({ label, note, tools, children }: FoldProps) {
  const [open, setOpen] = useState(false)
  return (
    <div className="detail-fold">
      <div className="detail-fold-head">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
          <span>{label}</span>
          {note && <small>{note}</small>}
        </button>
        {tools}
      </div>
      {open && <div className="detail-fold-body">{children()}</div>}
    </div>
  )
}

/** Does a change of the list; where only the source can say it, tells so. */
function change({ onFront }: InnerPage, make: () => string) {
  try {
    onFront(make())
  } catch {
    toast({
      title: 'This item can be changed in the source only',
      text: 'It is written in a way that the form cannot rearrange. Nothing was changed.',
      tone: 'problem',
    })
  }
}

interface ToolsProps {
  readonly label: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onCopy: () => void
  readonly onRemove: () => void
}

function ItemTools({ label, isFirst, isLast, onMove, onCopy, onRemove }: ToolsProps) {
  return (
    <span className="detail-fold-tools">
      <IconButton
        size="sm"
        icon={ArrowUp}
        label={`Move up: ${label}`}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      />
      <IconButton
        size="sm"
        icon={ArrowDown}
        label={`Move down: ${label}`}
        disabled={isLast}
        onClick={() => onMove(1)}
      />
      <IconButton size="sm" icon={Copy} label={`Duplicate: ${label}`} onClick={onCopy} />
      <IconButton size="sm" icon={Trash2} label={`Remove: ${label}`} onClick={onRemove} />
    </span>
  )
}

let lastId = 0
const newId = () => `item-${++lastId}`

/** A name for each item that stays with it when it is moved, so that what is unfolded stays so. */
function useItemIds(count: number) {
  const ids = useRef<string[]>([])
  if (ids.current.length !== count) ids.current = Array.from({ length: count }, newId)
  return ids.current
}

function Items(props: { page: InnerPage; path: KeyPath; items: readonly unknown[]; of: string }) {
  const { page, path, items, of } = props
  const { front, readOnly } = page
  const ids = useItemIds(items.length)
  const move = (index: number, by: -1 | 1) =>
    change(page, () => {
      const moved = moveFrontItem(front, path, [index, index + by])
      ids.splice(index + by, 0, ...ids.splice(index, 1))
      return moved
    })
  const copy = (index: number) =>
    change(page, () => {
      const copied = copyFrontItem(front, path, index)
      ids.splice(index + 1, 0, newId())
      return copied
    })
  const remove = (index: number) =>
    change(page, () => {
      const rest = removeFrontItem(front, path, index)
      ids.splice(index, 1)
      return rest
    })
  if (items.length === 0) return <p className="detail-hint">Nothing in it.</p>
  return items.map((item, index) => {
    const label = itemLabel(item) || `${of} ${index + 1}`
    const tools = readOnly ? null : (
      <ItemTools
        label={label}
        isFirst={index === 0}
        isLast={index === items.length - 1}
        onMove={(by) => move(index, by)}
        onCopy={() => copy(index)}
        onRemove={() => remove(index)}
      />
    )
    return (
      <Fold key={ids[index]} label={label} tools={tools}>
        {() => <Value page={page} path={[...path, index]} value={item} of={label} />}
      </Fold>
    )
  })
}

interface ValueProps {
  readonly page: InnerPage
  readonly path: KeyPath
  readonly value: unknown
  /** What the value belongs to, for names that are the same in many places. */
  readonly of: string
}

function Field({ page, path, value, of }: ValueProps) {
  const field = describeInner(String(path.at(-1)), value)
  const { front, onFront } = page
  return (
    <DetailField
      field={typeof path.at(-1) === 'number' ? { ...field, label: 'Words' } : field}
      of={of}
      readOnly={page.readOnly}
      mediaUrl={page.mediaUrl}
      onValue={(next) => change(page, () => setFrontValue(front, path, next))}
      onItems={(items) =>
        Array.isArray(value) && change(page, () => setFrontList(front, path, { now: value, items }))
      }
      onRemove={() => onFront(front)}
    />
  )
}

function Value({ page, path, value, of }: ValueProps) {
  if (isField(value) || !isInner(value))
    return <Field page={page} path={path} value={value} of={of} />
  if (Array.isArray(value)) return <Items page={page} path={path} items={value} of={of} />
  const entries = Object.entries(value)
  const [only] = entries
  // A section is a map of one key, which the fold around it names already.
  if (entries.length === 1 && only && isInner(only[1]) && typeof path.at(-1) === 'number')
    return <Value page={page} path={[...path, only[0]]} value={only[1]} of={of} />
  return entries.map(([key, one]) => {
    const inner = { page, path: [...path, key], value: one, of }
    return isField(one) ? (
      <Field key={key} {...inner} />
    ) : (
      <Fold key={key} label={fieldLabel(key)} note={countOf(one)}>
        {() => <Value {...inner} of={`${fieldLabel(key)}, ${of}`} />}
      </Fold>
    )
  })
}

function countOf(value: unknown): string {
  if (!Array.isArray(value)) return ''
  return value.length === 1 ? '1 item' : `${value.length} items`
}

/** A list or map of the front matter: each of its values has a field, each item of a list can be moved and removed. */
export function InnerDetails(props: {
  readonly page: InnerPage
  readonly name: string
  readonly label: string
  readonly value: Inner
}) {
  const { page, name, label, value } = props
  return (
    <div className="detail">
      <Fold label={label} note={countOf(value)}>
        {() => <Value page={page} path={[name]} value={value} of={label} />}
      </Fold>
    </div>
  )
}
