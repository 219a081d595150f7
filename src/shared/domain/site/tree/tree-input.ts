import type { RepoPath } from '../../repo-path.ts'
import type { SiteProfile } from '../site-profile.ts'
import type { YamlMap } from '../yaml-map.ts'

/** A page as the tree sees it: `front` holds at least what `readPageHead` reads; null where there is none. */
export interface TreePage {
  readonly path: RepoPath
  readonly front: YamlMap | null
}

/** Everything the page tree is made from, as data. */
export interface TreeInput {
  readonly profile: SiteProfile
  /** Pages only (see `isPage`); the `index.html` of resource rooms and categories may be among them. */
  readonly pages: readonly TreePage[]
  /**
   * Texts by path: every `_<name>/collection.yml`, `_config.yml`, `_data/navigation.yml`. Missing ones are
   * tolerated, others ignored.
   */
  readonly texts: ReadonlyMap<RepoPath, string>
}
