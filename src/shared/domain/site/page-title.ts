import { folderOf, nameOf, type RepoPath } from '../repo-path.ts'
import { readPostName } from './post-name.ts'
import { readableName } from './slug.ts'
import { textAt, type YamlMap } from './yaml-map.ts'

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** One line, at most 300 characters, with the entities Isomer leaves in titles written out. */
export function shownTitle(title: string): string {
  const plain = title.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
  // biome's control-character rule knows no \p: Cc holds tabs, line ends and the like.
  const line = plain.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return line.length > 300 ? `${line.slice(0, 299)}…` : line
}

function titleFromName(path: RepoPath): string {
  const post = readPostName(path)
  if (post && post.title !== '') return post.title
  const name = nameOf(path).replace(/\.[^.]*$/, '')
  const isIndex = name === 'index' || name === '_index'
  const folder = nameOf(folderOf(path))
  return readableName(isIndex && folder !== '' ? folder.replace(/^_/, '') : name)
}

/** A page's title: its front matter's, else the one its file name stands for. Never empty. */
export function pageTitle(path: RepoPath, front: YamlMap | null): string {
  const own = shownTitle(textAt(front, 'title') ?? '')
  if (own !== '') return own
  return shownTitle(titleFromName(path)) || nameOf(path)
}
