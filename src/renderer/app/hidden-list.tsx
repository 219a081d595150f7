import type { CommandId } from '../../shared/commands.ts'
import { runCommand, useCommand } from '../lib/command-store.ts'
import { useOpenPages } from '../lib/open-pages-store.ts'
import { useSection } from '../lib/section-store.ts'
import { onceDrawn } from './once-drawn.ts'
import { usePanel } from './use-panels.ts'

/** While the page list is hidden, or another section is shown, its commands bring it back first; the list then carries them out. */
export function HiddenList() {
  const { reveal } = usePanel('list')
  const active = useOpenPages((pages) => pages.active)
  const bringBack = (id: CommandId) => () => {
    useSection.getState().show('pages')
    reveal()
    onceDrawn(() => runCommand(id))
  }
  useCommand('go.filter', { run: bringBack('go.filter') })
  useCommand('go.reveal', { run: bringBack('go.reveal'), enabled: active !== null })
  return null
}
