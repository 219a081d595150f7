import { PublishDialogs as Dialogs } from '../features/publish/publish-dialogs.tsx'
import { Fetched, fetchable } from '../lib/fetched.tsx'
import { comparisonPane } from './comparison-part.ts'
import { ErrorBoundary } from './error-boundary.tsx'

const markedText = fetchable(
  async () => (await import('../features/compare/marked-text.tsx')).MarkedText,
)

/** The dialogs of publishing, with the comparison of versions they show. */
export function PublishDialogs() {
  return (
    <Dialogs
      renderComparison={({ comparison, ...rest }) => (
        <ErrorBoundary key={comparison.path} part="This comparison">
          <Fetched
            part={comparisonPane}
            with={{ ...rest, comparison, beforeVersion: 'published' }}
          />
        </ErrorBoundary>
      )}
      renderMarked={(props) => <Fetched part={markedText} with={props} />}
    />
  )
}
