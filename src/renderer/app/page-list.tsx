import type { SiteProfile } from '../../shared/domain/site/site-profile.ts'
import { PageTree } from '../features/page-tree/page-tree.tsx'
import { ErrorBoundary } from './error-boundary.tsx'

/** The panel beside the sections: the site's pages. */
export function PageList({ profile }: { readonly profile: SiteProfile }) {
  return (
    <section className="shell-list" data-region="list" aria-label="Page list">
      <ErrorBoundary part="The page list">
        <PageTree profile={profile} />
      </ErrorBoundary>
    </section>
  )
}
