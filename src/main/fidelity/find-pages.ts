import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { extensionOf, type RepoPath } from '../../shared/domain/repo-path.ts'
import { isPage } from '../../shared/domain/site/classify-path.ts'
import { detectProfile, type SiteProfile } from '../../shared/domain/site/site-profile.ts'

/** Folders that tools make or keep for themselves. */
const skipped = /^(?:\..*|node_modules|_site|vendor)$/

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (skipped.test(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path)
    else if (entry.isFile()) yield path
  }
}

const markdown = new Set(['md', 'markdown'])
const hasFront = (text: string) => /^\uFEFF?(?:---|\+\+\+)[ \t]*\r?\n/.test(text)

/** Whether a file is a page of the site, or any other text that opens as one. */
export function opensAsPage(path: RepoPath, profile: SiteProfile, text: string): boolean {
  return markdown.has(extensionOf(path)) || isPage(path, profile, hasFront(text))
}

/** Names under which a page can stand. */
export const mayBePage = /\.(?:md|markdown|html?)$/i

/** A page file as it stands on disk. */
export interface FoundPage {
  readonly path: RepoPath
  readonly bytes: Uint8Array
}

/** Which kind of site a folder holds, as the app would tell when opening it. */
async function profileOf(folder: string): Promise<SiteProfile> {
  const paths: string[] = []
  for await (const file of walk(folder)) paths.push(relative(folder, file).split(sep).join('/'))
  const config = await readFile(join(folder, '_config.yml'), 'utf8').catch(() => null)
  return detectProfile(paths, config)
}

/** Every page under a folder, in the order of their paths. */
export async function* findPages(folder: string): AsyncGenerator<FoundPage> {
  const profile = await profileOf(folder)
  for await (const file of walk(folder)) {
    const path = relative(folder, file).split(sep).join('/')
    if (!mayBePage.test(path)) continue
    const bytes = await readFile(file)
    if (opensAsPage(path, profile, bytes.toString('latin1').replace(/^ï»¿/, '\uFEFF')))
      yield { path, bytes }
  }
}
