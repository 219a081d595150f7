import { type ReactNode, useEffect } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useOpenPages } from '../lib/open-pages-store.ts'
import { HiddenList } from './hidden-list.tsx'
import { type SidePanel, useLayout } from './layout-store.ts'
import { focusRegion } from './regions.ts'
import { usePanel } from './use-panels.ts'
import './panels.css'

interface Props {
  readonly list: ReactNode
  readonly work: ReactNode
  readonly inspector: ReactNode
}

const limits = { list: [180, 440], inspector: [240, 520] } as const

function Side({ id, children }: { readonly id: SidePanel; readonly children: ReactNode }) {
  const { widths, setWidth } = useLayout.getState()
  const [least, most] = limits[id]
  return (
    <Panel
      id={id}
      className="panels-side"
      defaultSize={widths[id]}
      minSize={least}
      maxSize={most}
      groupResizeBehavior="preserve-pixel-size"
      onResize={({ inPixels }) => {
        if (inPixels >= least) setWidth(id, inPixels)
      }}
    >
      {children}
    </Panel>
  )
}

/** The list has done its work once a page is chosen; the inspector stays for the next one. */
function useListLeaves(): void {
  useEffect(
    () =>
      useOpenPages.subscribe((now, before) => {
        const { peek, setPeek } = useLayout.getState()
        if (now.active !== before.active && peek === 'list') setPeek(null)
      }),
    [],
  )
}

const leave = (): void => {
  focusRegion('work')
  // Also where the work has nothing to focus.
  useLayout.getState().setPeek(null)
}

/** A side panel that lies on the work for a while, where the window is too narrow to set it beside. */
function Over({ id, children }: { readonly id: SidePanel; readonly children: ReactNode }) {
  return (
    <>
      <div className="panels-away" aria-hidden onPointerDown={leave} />
      <div className={`panels-over panels-over-${id}`}>{children}</div>
    </>
  )
}

/** The parts of the window side by side; the user divides them, and the division is kept. */
export function Panels({ list, work, inspector }: Props) {
  useListLeaves()
  const listPlace = usePanel('list').place
  const inspectorPlace = usePanel('inspector').place
  return (
    <main className="panels">
      <Group orientation="horizontal" className="panels-group" id="panels">
        {listPlace === 'beside' && <Side id="list">{list}</Side>}
        {listPlace === 'beside' && (
          <Separator className="panels-separator" aria-label="Width of the page list" />
        )}
        <Panel id="work" className="panels-work" minSize={280}>
          {work}
        </Panel>
        {inspectorPlace === 'beside' && (
          <Separator className="panels-separator" aria-label="Width of the inspector" />
        )}
        {inspectorPlace === 'beside' && <Side id="inspector">{inspector}</Side>}
      </Group>
      {listPlace === 'hidden' && <HiddenList />}
      {listPlace === 'over' && <Over id="list">{list}</Over>}
      {inspectorPlace === 'over' && <Over id="inspector">{inspector}</Over>}
    </main>
  )
}
