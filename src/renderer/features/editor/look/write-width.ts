import { create } from 'zustand'

/** How wide the page is while it is written: as on a desk, a tablet or a phone. */
export const writeWidths = [
  { id: 'desktop', label: 'Desktop' },
  { id: 'tablet', label: 'Tablet' },
  { id: 'phone', label: 'Phone' },
] as const
export type WriteWidth = (typeof writeWidths)[number]['id']

interface WidthStore {
  readonly width: WriteWidth
  setWidth(width: WriteWidth): void
}

export const useWriteWidth = create<WidthStore>()((set) => ({
  width: 'desktop',
  setWidth: (width) => set({ width }),
}))
