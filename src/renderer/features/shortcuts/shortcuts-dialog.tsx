import { useState } from 'react'
import { useCommand, useCommandStore } from '../../lib/command-store.ts'
import { platform } from '../../lib/platform.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { shortcutList } from './shortcut-list.ts'
import './shortcuts-dialog.css'

function Shortcuts() {
  const actions = useCommandStore((commands) => commands.actions)
  const groups = shortcutList(platform(), new Set(Object.keys(actions)))
  return (
    <div className="shortcuts">
      {groups.map(({ section, title, shortcuts }) => (
        <section key={section} aria-labelledby={`shortcuts-${section}`}>
          <h3 id={`shortcuts-${section}`}>{title}</h3>
          <dl>
            {shortcuts.map(({ id, label, keys }) => (
              <div key={id}>
                <dt>{label.replace(/…$/, '')}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

/** The commands that have keys, by menu. */
export function ShortcutsDialog() {
  const [open, setOpen] = useState(false)
  useCommand('help.shortcuts', { run: () => setOpen(true) })
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Keyboard shortcuts" width={720}>
      <Shortcuts />
    </Dialog>
  )
}
