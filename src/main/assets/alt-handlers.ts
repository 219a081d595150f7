import { type AltEdit, editAlts } from '../../shared/domain/assets/edit-alts.ts'
import type { Change } from '../../shared/domain/change-set.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import { changing, tries } from './change-files.ts'
import type { SiteMedia } from './site-media.ts'
import { areUnchanged, bytesOfText, readSiteText, type SiteText } from './site-text.ts'

interface PageAlt extends AltEdit {
  readonly page: RepoPath
}

async function planAlts({ site }: SiteMedia, byPage: ReadonlyMap<RepoPath, readonly AltEdit[]>) {
  const changes: Change[] = []
  const read = new Map<RepoPath, SiteText>()
  let skipped = 0
  for (const [path, own] of byPage) {
    const content = await readSiteText(site.files, path)
    const edited = content && editAlts(path, content.text, own)
    skipped += edited?.skipped ?? own.length
    if (!content || !edited || edited.done === 0) continue
    read.set(path, content)
    const bytes = bytesOfText(edited.text, content.utf8)
    changes.push({ kind: 'write', path, content: bytes, was: content.sha })
  }
  return { changes, read, skipped }
}

/** Sets alt texts in many pages as one step. */
export async function setAlts(media: SiteMedia, edits: readonly PageAlt[]) {
  const byPage = new Map<RepoPath, AltEdit[]>()
  for (const { page, ...edit } of edits) {
    const own = byPage.get(page)
    if (own) own.push(edit)
    else byPage.set(page, [edit])
  }
  const { files } = media.site
  for (let i = 0; i < tries; i++) {
    const { changes, read, skipped } = await planAlts(media, byPage)
    if (changes.length === 0) return { undo: null, pages: 0, skipped }
    if (!(await areUnchanged(files, read))) continue
    const { undo } = await files.apply({ summary: 'Edit alt texts', changes })
    return { undo, pages: changes.length, skipped }
  }
  throw changing()
}
