import { basesOf } from '../../shared/domain/assets/bases-of.ts'
import { type Repair, repairText } from '../../shared/domain/assets/repair-text.ts'
import type { Change } from '../../shared/domain/change-set.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import { changing, tries } from './change-files.ts'
import type { SiteMedia } from './site-media.ts'
import { areUnchanged, bytesOfText, readSiteText, type SiteText } from './site-text.ts'

/** A repair in one page. */
export interface PageRepair extends Repair {
  readonly page: RepoPath
}

const byPage = (repairs: readonly PageRepair[]) => {
  const pages = new Map<RepoPath, Repair[]>()
  for (const { page, wanted, to } of repairs) {
    const own = pages.get(page)
    if (own) own.push({ wanted, to })
    else pages.set(page, [{ wanted, to }])
  }
  return pages
}

async function plan(media: SiteMedia, repairs: readonly PageRepair[]) {
  const { texts, facts, find } = await media.index()
  const permalinks = new Map(texts.map(({ path, permalink }) => [path, permalink]))
  const changes: Change[] = []
  const read = new Map<RepoPath, SiteText>()
  let links = 0
  for (const [path, own] of byPage(repairs)) {
    const content = await readSiteText(media.site.files, path)
    if (!content) continue
    const bases = basesOf(path, permalinks.get(path) ?? null)
    const { text, count } = repairText({ text: content.text, find, facts, bases, repairs: own })
    if (count === 0) continue
    links += count
    read.set(path, content)
    const bytes = bytesOfText(text, content.utf8)
    changes.push({ kind: 'write', path, content: bytes, was: content.sha })
  }
  return { changes, read, links }
}

/** Makes broken links of pages lead to files that are there, as one step. */
export async function repairLinks(media: SiteMedia, repairs: readonly PageRepair[]) {
  const { files } = media.site
  for (let i = 0; i < tries; i++) {
    const { changes, read, links } = await plan(media, repairs)
    if (changes.length === 0)
      throw new AppError(
        'conflict',
        'These links are no longer as they were listed. Nothing was changed.',
      )
    if (!(await areUnchanged(files, read))) continue
    const summary = links === 1 ? 'Repair a link' : `Repair ${links} links`
    const { undo } = await files.apply({ summary, changes })
    return { undo, pages: changes.length, links }
  }
  throw changing()
}
