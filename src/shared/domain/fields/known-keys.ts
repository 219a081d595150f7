import type { RepoPath } from '../repo-path.ts'
import type { SiteProfile } from '../site/site-profile.ts'
import type { Control } from './field-kind.ts'

/** What is known of a key before looking at its value. */
export interface KnownKey {
  readonly key: string
  readonly control: Control
  readonly hint?: string
  readonly maxLength?: number
  readonly choices?: readonly string[]
  readonly required?: boolean
  /** Offered when the page does not have it. */
  readonly canAdd?: boolean
  /** Shown, but not for editing in the form. */
  readonly locked?: boolean
  readonly isFileName?: boolean
}

/** What a page is to its site's rules; decides its fields. */
export type PageType = 'homepage' | 'contact' | 'sub-page' | 'page' | 'post' | 'file' | 'link'

const title: KnownKey = { key: 'title', control: 'text', required: true }
const permalink: KnownKey = {
  key: 'permalink',
  control: 'permalink',
  required: true,
  canAdd: true,
  hint: 'The address of the page on the site.',
}
const description: KnownKey = {
  key: 'description',
  control: 'multiline',
  maxLength: 160,
  canAdd: true,
  hint: 'Shown in search results and when the page is shared.',
}
const image: KnownKey = {
  key: 'image',
  control: 'image',
  canAdd: true,
  hint: 'Shown when the page is shared.',
}
const thirdNav: KnownKey = {
  key: 'third_nav_title',
  control: 'text',
  required: true,
  canAdd: true,
  hint: 'Heading in the side menu. Follows the folder.',
}
const date: KnownKey = { key: 'date', control: 'date', required: true, canAdd: true }
const layout: KnownKey = {
  key: 'layout',
  control: 'choice',
  choices: ['post', 'file', 'link'],
  hint: 'What opens from the list: a page, a file or another site.',
}
const fixedLayout: KnownKey = { key: 'layout', control: 'text', locked: true }
const fileUrl: KnownKey = { key: 'file_url', control: 'document', required: true, canAdd: true }
const external: KnownKey = { key: 'external', control: 'url', required: true, canAdd: true }
const variant: KnownKey = {
  key: 'variant',
  control: 'choice',
  choices: ['tiptap', 'markdown'],
  locked: true,
  hint: 'How the page is written: as HTML (tiptap) or as Markdown.',
}
const notification: KnownKey = {
  key: 'notification',
  control: 'multiline',
  canAdd: true,
  hint: 'A bar above every visitor’s first view of the homepage.',
}
const breadcrumb: KnownKey = { key: 'breadcrumb', control: 'text', locked: true }

const fileTitle: KnownKey = { ...title, isFileName: true }
const postLead = [fileTitle, permalink, date, layout, description, image]

const isomerKeys: Readonly<Record<PageType, readonly KnownKey[]>> = {
  homepage: [title, { ...permalink, locked: true }, description, image, notification, fixedLayout],
  contact: [
    title,
    permalink,
    description,
    image,
    { key: 'agency_name', control: 'text', required: true, canAdd: true },
    fixedLayout,
    variant,
  ],
  page: [fileTitle, permalink, description, image, fixedLayout, variant, breadcrumb],
  'sub-page': [
    fileTitle,
    permalink,
    description,
    image,
    thirdNav,
    fixedLayout,
    variant,
    breadcrumb,
  ],
  post: [...postLead, variant],
  file: [...postLead.filter((known) => known.key !== 'permalink'), fileUrl, variant],
  link: [...postLead.filter((known) => known.key !== 'permalink'), external, variant],
}

const plainKeys: readonly KnownKey[] = [
  { ...title, canAdd: true },
  { ...permalink, required: false },
  description,
  image,
  { key: 'date', control: 'date', canAdd: true },
  { key: 'layout', control: 'text' },
  { key: 'tags', control: 'tags', canAdd: true },
  { key: 'categories', control: 'tags' },
  { key: 'author', control: 'text' },
  { key: 'draft', control: 'boolean' },
  { key: 'published', control: 'boolean' },
  { key: 'excerpt', control: 'multiline' },
]

/** What a page is, by its place and its layout. */
export function pageType(path: RepoPath, layout: string | undefined): PageType {
  if (path === 'index.md' || path === 'index.html') return 'homepage'
  if (path === 'pages/contact-us.md') return 'contact'
  if (layout === 'file' || layout === 'link') return layout
  if (/(?:^|\/)_posts\//.test(path) || layout === 'post') return 'post'
  return /^_[^/]+\/[^/]+\//.test(path) ? 'sub-page' : 'page'
}

/** The keys a site's profile knows for a page, in the form's order. */
export function knownKeys(profile: SiteProfile, type: PageType): readonly KnownKey[] {
  return profile === 'isomer' ? isomerKeys[type] : plainKeys
}
