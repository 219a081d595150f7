import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { MediaOffer } from '../../../shared/ipc/media-calls.ts'
import { folderPlace, type Place } from './model/places.ts'
import { nothingSelected, type Selection, selectOnly } from './model/selection.ts'
import type { Sort } from './model/shown-files.ts'

export type MediaDialog =
  | { readonly kind: 'import'; readonly offer: MediaOffer; readonly folder: string }
  | {
      readonly kind: 'optimise' | 'rename' | 'move' | 'delete' | 'alt' | 'replace' | 'look' | 'edit'
      readonly paths: readonly string[]
    }

interface MediaStore {
  /** The site whose files are shown, for the addresses of their pictures; null until it is known. */
  readonly siteId: string | null
  readonly place: Place
  readonly search: string
  /** Only files of this kind, in words; null: all. */
  readonly type: string | null
  readonly sort: Sort
  readonly layout: 'grid' | 'table'
  readonly selection: Selection
  readonly dialog: MediaDialog | null
  /** Whether the first pictures in sight are there. */
  readonly pictured: boolean
  goTo(place: Place): void
  setSearch(search: string): void
  setType(type: string | null): void
  setSort(sort: Sort): void
  setLayout(layout: 'grid' | 'table'): void
  select(selection: Selection): void
  ask(dialog: MediaDialog): void
  closeDialog(): void
  /** Chooses files where they are now. */
  showFiles(paths: readonly string[]): void
  /** Goes to one file, wherever it is. */
  showFile(path: string, place?: Place): void
  reset(): void
}

const fresh = {
  place: 'images' as Place,
  search: '',
  type: null,
  selection: nothingSelected,
  dialog: null,
  pictured: false,
}

/** What the media section shows; the order and the layout are kept between starts. */
export const useMedia = create<MediaStore>()(
  persist(
    (set) => ({
      ...fresh,
      siteId: null,
      sort: 'newest',
      layout: 'grid',
      goTo: (place) => set({ place, type: null, selection: nothingSelected }),
      setSearch: (search) => set({ search }),
      setType: (type) => set({ type }),
      setSort: (sort) => set({ sort }),
      setLayout: (layout) => set({ layout }),
      select: (selection) => set({ selection }),
      ask: (dialog) => set({ dialog }),
      closeDialog: () => set({ dialog: null }),
      showFiles: (paths) =>
        set({
          selection: {
            cursor: paths[0] ?? null,
            anchor: paths[0] ?? null,
            selected: new Set(paths),
          },
        }),
      showFile: (path, place = folderPlace(path.slice(0, Math.max(0, path.lastIndexOf('/'))))) =>
        set({
          place: path.includes('/') ? place : 'images',
          search: '',
          type: null,
          selection: selectOnly(path),
        }),
      reset: () => set(fresh),
    }),
    { name: 'galley.media', partialize: ({ sort, layout }) => ({ sort, layout }) },
  ),
)
