import { folderOf, type RepoPath } from '../repo-path.ts'

/**
 * The folders that relative addresses of a text may start from: of its address on the site, of its file, and the
 * site's top, where templates put a slash before what a page's details say.
 */
export function basesOf(path: RepoPath, permalink: string | null): readonly string[] {
  const address = (permalink ?? '').replace(/[?#].*$/s, '').replace(/^\/+/, '')
  const isAddress = permalink !== null && !/^[a-z][a-z0-9+.-]*:/i.test(permalink)
  const ofAddress = isAddress
    ? [address.endsWith('/') ? address.slice(0, -1) : folderOf(address)]
    : []
  return [...ofAddress, folderOf(path), '']
}
