import { extensionOf, nameOf, type RepoPath } from '../repo-path.ts'

const texts = new Set(
  'md markdown mdx html htm xhtml xml svg yml yaml json toml csv txt scss sass less css js mjs cjs ts tsx jsx vue liquid njk webmanifest'.split(
    ' ',
  ),
)
/** Lists of redirects and such, which have no ending. */
const plainNames = new Set(['_redirects', '_headers'])

/** No text of a site that mentions images is larger; a bigger one is data. */
export const largestSearched = 8 * 1024 * 1024

/** Whether a file is text that may mention images and documents. */
export function isSearched(path: RepoPath): boolean {
  return texts.has(extensionOf(path)) || plainNames.has(nameOf(path))
}
