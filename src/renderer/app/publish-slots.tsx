import { lazy, Suspense } from 'react'
import { PublishDialogs as Dialogs } from '../features/publish/publish-dialogs.tsx'

// Comparing needs the document engine, which the window's first picture does not.
const ComparisonPane = lazy(async () => ({
  default: (await import('../features/compare/comparison-pane.tsx')).ComparisonPane,
}))
const MarkedText = lazy(async () => ({
  default: (await import('../features/compare/marked-text.tsx')).MarkedText,
}))

/** The dialogs of publishing, with the comparison of versions they show. */
export function PublishDialogs() {
  return (
    <Dialogs
      renderComparison={({ comparison, ...rest }) => (
        <Suspense fallback={null}>
          <ComparisonPane
            {...rest}
            key={comparison.path}
            comparison={comparison}
            beforeVersion="published"
          />
        </Suspense>
      )}
      renderMarked={(props) => (
        <Suspense fallback={null}>
          <MarkedText {...props} />
        </Suspense>
      )}
    />
  )
}
