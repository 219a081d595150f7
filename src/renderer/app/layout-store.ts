import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export type InspectorTab = 'details' | 'outline'
/** The panels beside the work. */
export type SidePanel = 'list' | 'inspector'

interface LayoutStore {
  /** Wanted where there is room for them. */
  readonly list: boolean
  readonly inspector: boolean
  /** In pixels, as they were last dragged. */
  readonly widths: Readonly<Record<SidePanel, number>>
  readonly tab: InspectorTab
  /** Laid over the work for a while, where there is no room beside it. */
  readonly peek: SidePanel | null
  show(panel: SidePanel, shown: boolean): void
  setPeek(panel: SidePanel | null): void
  setWidth(panel: SidePanel, width: number): void
  setTab(tab: InspectorTab): void
}

/** How this machine's windows are divided; kept between starts. */
export const useLayout = create<LayoutStore>()(
  persist(
    (set) => ({
      list: true,
      inspector: true,
      widths: { list: 248, inspector: 304 },
      tab: 'details',
      peek: null,
      show: (panel, shown) => set({ [panel]: shown }),
      setPeek: (peek) => set({ peek }),
      setWidth: (panel, width) =>
        set(({ widths }) => ({ widths: { ...widths, [panel]: Math.round(width) } })),
      setTab: (tab) => set({ tab }),
    }),
    {
      name: 'galley.layout',
      partialize: ({ list, inspector, widths, tab }) => ({ list, inspector, widths, tab }),
    },
  ),
)
