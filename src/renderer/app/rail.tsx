import { FileText, Image, type LucideIcon, Settings } from 'lucide-react'
import { runCommand } from '../lib/command-store.ts'
import { useSection } from '../lib/section-store.ts'

interface ItemProps {
  readonly label: string
  readonly icon: LucideIcon
  readonly command: 'go.pages' | 'go.media' | 'app.settings'
  readonly current?: boolean
}

function RailItem({ label, icon: Icon, command, current }: ItemProps) {
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={current ? 'page' : undefined}
      onClick={() => runCommand(command)}
    >
      <Icon size={19} strokeWidth={1.6} aria-hidden />
      {label}
    </button>
  )
}

/** The sections of the window. */
export function Rail() {
  const section = useSection((window) => window.section)
  return (
    <nav className="rail" aria-label="Sections" data-region="rail">
      <RailItem label="Pages" icon={FileText} command="go.pages" current={section === 'pages'} />
      <RailItem label="Media" icon={Image} command="go.media" current={section === 'media'} />
      <span className="rail-gap" />
      <RailItem label="Settings" icon={Settings} command="app.settings" />
    </nav>
  )
}
