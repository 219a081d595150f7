import { fetchable } from '../lib/fetched.tsx'

/** Comparing needs the document engine, which the window's first picture does not. */
export const comparisonPane = fetchable(
  async () => (await import('../features/compare/comparison-pane.tsx')).ComparisonPane,
)
