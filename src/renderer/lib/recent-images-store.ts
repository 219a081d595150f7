import { create } from 'zustand'
import { persist } from 'zustand/middleware'

const mostKept = 24

interface RecentImages {
  /** The last one first. Of other sites, too: a picker shows those its own site has. */
  readonly paths: readonly string[]
}

/** The pictures lately put on pages, kept between starts. */
export const useRecentImages = create<RecentImages>()(
  persist((): RecentImages => ({ paths: [] }), { name: 'galley.recent-images' }),
)

/** Notes that a picture was put on a page. */
export function noteImage(path: string): void {
  useRecentImages.setState(({ paths }) => ({
    paths: [path, ...paths.filter((other) => other !== path)].slice(0, mostKept),
  }))
}
