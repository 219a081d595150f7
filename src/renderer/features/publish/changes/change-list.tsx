import { type RefObject, useDeferredValue, useEffect } from 'react'
import type { PublishItem } from '../../../../shared/ipc/publish-calls.ts'
import { ChangeRow } from './change-row.tsx'
import { focusOf, useListKeys } from './use-list-keys.ts'

interface Props {
  readonly items: readonly PublishItem[]
  readonly siteId: string
  readonly ticked: ReadonlySet<string>
  readonly current: string | null
  readonly onTick: (path: string) => void
  readonly onSelect: (path: string) => void
  readonly root: RefObject<HTMLDivElement | null>
}

/** The changes that can go out; those made outside Galley apart, so that nobody publishes them unawares. */
export function ChangeList({ items, current, ticked, root, ...rest }: Props) {
  // The first screen at once, the rest without keeping anybody waiting.
  const shown = useDeferredValue(items, items.slice(0, 40))
  useListKeys(root, rest.onSelect)
  useEffect(() => {
    focusOf(root.current?.querySelector('[data-path]'))?.focus()
  }, [root])
  const rows = (outside: boolean) =>
    shown
      .filter((item) => item.outside === outside)
      .map((item) => (
        <ChangeRow
          key={item.path}
          item={item}
          siteId={rest.siteId}
          ticked={ticked.has(item.path)}
          current={item.path === current}
          onTick={rest.onTick}
          onSelect={rest.onSelect}
        />
      ))
  const [own, outside] = [rows(false), rows(true)]
  return (
    <div className="publish-list" ref={root}>
      {own.length > 0 && <ul aria-label="Changes">{own}</ul>}
      {outside.length > 0 && (
        <>
          <h3 className="publish-group" id="publish-outside">
            Changed outside Galley
          </h3>
          <p className="publish-group-words">
            Another program changed these. Tick what should go out as well.
          </p>
          <ul aria-labelledby="publish-outside">{outside}</ul>
        </>
      )}
    </div>
  )
}
