import { type AltEdit, editAlts } from '../../shared/domain/assets/edit-alts.ts'
import type { Change } from '../../shared/domain/change-set.ts'
import type { RepoPath } from '../../shared/domain/repo-path.ts'
import type { SiteMedia } from './site-media.ts'
import { bytesOfText, readSiteText } from './site-text.ts'

interface PageAlt extends AltEdit {
  readonly page: RepoPath
}

/** Sets alt texts in many pages as one step. */
export async function setAlts({ site }: SiteMedia, edits: readonly PageAlt[]) {
  const byPage = new Map<RepoPath, AltEdit[]>()
  for (const edit of edits) byPage.set(edit.page, [...(byPage.get(edit.page) ?? []), edit])
  const changes: Change[] = []
  let skipped = 0
  for (const [path, own] of byPage) {
    const content = await readSiteText(site.files, path)
    const edited = content && editAlts(path, content.text, own)
    skipped += edited?.skipped ?? own.length
    if (content && edited && edited.done > 0)
      changes.push({ kind: 'write', path, content: bytesOfText(edited.text, content.utf8) })
  }
  if (changes.length === 0) return { undo: null, pages: 0, skipped }
  const { undo } = await site.files.apply({ summary: 'Edit alt texts', changes })
  return { undo, pages: changes.length, skipped }
}
