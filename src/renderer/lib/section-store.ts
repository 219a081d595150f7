import { create } from 'zustand'

export type Section = 'pages' | 'media'

interface SectionStore {
  readonly section: Section
  /** A file to go to in Media; whoever shows it takes it away. */
  readonly wantedFile: string | null
  show(section: Section): void
  showFile(path: string): void
  taken(): void
}

/** Which section the window shows. */
export const useSection = create<SectionStore>()((set) => ({
  section: 'pages',
  wantedFile: null,
  show: (section) => set({ section }),
  showFile: (path) => set({ section: 'media', wantedFile: path }),
  taken: () => set({ wantedFile: null }),
}))
