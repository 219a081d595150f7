import { Copy, FileText, FolderOpen, Link } from 'lucide-react'
import { request, wordsOf } from '../../lib/api.ts'
import { useOpenPages } from '../../lib/open-pages-store.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import type { PageRow } from './page-rows.ts'

const tell = (error: unknown) => toast({ title: wordsOf(error), tone: 'problem' })

function copy(text: string, done: string): void {
  request('app.copyText', { text }).then(() => toast({ title: done, text }), tell)
}

/** What can be done with a row. Folders of the tree are not always folders on disk, so they offer nothing. */
export function pageMenu(row: PageRow | null): readonly MenuEntry[] {
  if (!row || row.path === null) return []
  const { path, permalink } = row
  const isGone = row.mark === 'deleted'
  return [
    {
      label: 'Open',
      icon: FileText,
      disabled: isGone,
      run: () => useOpenPages.getState().open(path),
    },
    {
      label: 'Show in folder',
      icon: FolderOpen,
      disabled: isGone,
      run: () => void request('app.showInFolder', { path }).catch(tell),
    },
    'line',
    { label: 'Copy path', icon: Copy, run: () => copy(path, 'Path copied') },
    {
      label: 'Copy permalink',
      icon: Link,
      disabled: permalink === null,
      run: () => copy(permalink ?? '', 'Permalink copied'),
    },
  ]
}
