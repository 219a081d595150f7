import { FileText, Globe, type LucideIcon, Mail, Paperclip, Phone } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useCall } from '../../../lib/use-call.ts'
import { HeadingField, splitAddress } from './heading-field.tsx'
import { type LinkOption, matchTargets, siteTargets, typedTarget } from './link-options.ts'
import './link-picker.css'

const icons: Readonly<Record<LinkOption['kind'], LucideIcon>> = {
  page: FileText,
  file: Paperclip,
  address: Globe,
  mail: Mail,
  phone: Phone,
}

interface Props {
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onChoose: (option: LinkOption) => void
  /** Enter with nothing marked in the list. */
  readonly onSubmit: () => void
}

function useTargets(typed: string): readonly LinkOption[] {
  const tree = useCall('site.tree')
  const assets = useCall('site.assets')
  const targets = useMemo(
    () => siteTargets(tree.data?.nodes ?? [], assets.data ?? []),
    [tree.data, assets.data],
  )
  return useMemo(() => {
    const page = typed.startsWith('/') ? splitAddress(typed).base : typed
    return matchTargets(page, targets)
  }, [typed, targets])
}

/** Where a link leads: typed, or found among the site's pages and files. */
export function LinkPicker({ typed, onType, onChoose, onSubmit }: Props) {
  const id = useId()
  const options = useTargets(typed)
  const [marked, setMarked] = useState(-1)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      const next = Math.min(Math.max(marked + step, -1), options.length - 1)
      setMarked(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
      return
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    // What is no address by itself means the first place that fits.
    const option = options[marked] ?? (typedTarget(typed) === null ? options[0] : undefined)
    if (option) {
      onChoose(option)
      setMarked(-1)
    } else onSubmit()
  }
  return (
    <div className="link-picker">
      <label htmlFor={id}>Page, file or address</label>
      <input
        id={id}
        className="ui-input"
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={marked >= 0 ? `${id}-${marked}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Search the site, or paste an address"
        value={typed}
        onChange={(event) => {
          onType(event.target.value)
          setMarked(-1)
        }}
        onKeyDown={move}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Places to link to" className="link-options">
        {options.map((option, i) => {
          const Icon = icons[option.kind]
          return (
            <div
              key={`${option.kind}:${option.href}:${option.title}`}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === marked}
              className="link-option"
              onMouseDown={(event) => {
                event.preventDefault()
                onChoose(option)
              }}
            >
              <Icon size={14} strokeWidth={2} aria-hidden />
              <span className="link-option-title">{option.title}</span>
              <span className="link-option-href">{option.href}</span>
            </div>
          )
        })}
        {options.length === 0 && <p className="link-none">No page or file of the site fits.</p>}
      </div>
      <HeadingField typed={typed} onType={onType} />
    </div>
  )
}
