import { Eye } from 'lucide-react'
import type { PageLook } from '../../../../shared/ipc/settings-calls.ts'
import { useCommand } from '../../../lib/command-store.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { MenuButton, type MenuEntry } from '../../../ui/menu.tsx'
import { usePageLook } from './use-page-look.ts'
import { useWriteWidth, writeWidths } from './write-width.ts'

const looks: readonly { readonly id: PageLook; readonly label: string }[] = [
  { id: 'plain', label: 'Plain page' },
  { id: 'site', label: 'Like the site' },
]

/** How the page looks while it is written: plain or like the site, and how wide. */
export function LookMenu() {
  const { look, choose, style } = usePageLook()
  const problem = look === 'site' ? (style?.problem ?? null) : null
  const { width, setWidth } = useWriteWidth()
  useCommand('view.like-site', {
    run: () => choose(look === 'site' ? 'plain' : 'site'),
    checked: look === 'site',
  })
  const desktop = { run: () => setWidth('desktop'), checked: width === 'desktop' }
  const tablet = { run: () => setWidth('tablet'), checked: width === 'tablet' }
  const phone = { run: () => setWidth('phone'), checked: width === 'phone' }
  useCommand('view.desktop-width', desktop)
  useCommand('view.tablet-width', tablet)
  useCommand('view.phone-width', phone)
  const entries: MenuEntry[] = [
    { group: 'Look' },
    ...looks.map(({ id, label }) => ({
      label,
      checked: id === look,
      run: () => choose(id),
    })),
    ...(problem === null ? [] : [{ group: problem }]),
    { group: 'Width' },
    ...writeWidths.map(({ id, label }) => ({
      label,
      checked: id === width,
      run: () => setWidth(id),
    })),
  ]
  return (
    <MenuButton
      label="Page look"
      entries={entries}
      trigger={<IconButton label="Page look" icon={Eye} size="sm" />}
    />
  )
}
