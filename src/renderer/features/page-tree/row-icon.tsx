import {
  FileText,
  Folder,
  House,
  Layers,
  Link2,
  type LucideIcon,
  Mail,
  Newspaper,
  Paperclip,
} from 'lucide-react'
import type { TreeNodeKind } from '../../../shared/domain/site/tree/tree-node.ts'

const icons: Readonly<Record<TreeNodeKind, LucideIcon>> = {
  homepage: House,
  contact: Mail,
  page: FileText,
  post: FileText,
  'file-post': Paperclip,
  'link-post': Link2,
  collection: Layers,
  folder: Folder,
  room: Newspaper,
  category: Folder,
  loose: Folder,
}

/** The small picture that tells what a row stands for. */
export function RowIcon({ kind }: { readonly kind: TreeNodeKind }) {
  const Icon = icons[kind]
  return <Icon className="page-row-icon" size={14} strokeWidth={2} aria-hidden="true" />
}
