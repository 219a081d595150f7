import { ComparisonPane } from '../features/compare/comparison-pane.tsx'
import { MarkedText } from '../features/compare/marked-text.tsx'
import { PublishDialogs as Dialogs } from '../features/publish/publish-dialogs.tsx'

/** The dialogs of publishing, with the comparison of versions they show. */
export function PublishDialogs() {
  return (
    <Dialogs
      renderComparison={({ comparison, ...rest }) => (
        <ComparisonPane
          {...rest}
          key={comparison.path}
          comparison={comparison}
          beforeVersion="published"
        />
      )}
      renderMarked={(props) => <MarkedText {...props} />}
    />
  )
}
