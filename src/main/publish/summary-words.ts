import type { PublishItem } from '../../shared/ipc/publish-calls.ts'

const verbs = {
  changed: 'Update',
  replaced: 'Replace',
  new: 'Add',
  moved: 'Move',
  deleted: 'Delete',
} as const

/** Pages say most about a publish; files nobody reads say least. */
const weight: readonly PublishItem['what'][] = [
  'page',
  'navigation',
  'image',
  'document',
  'data',
  'settings',
  'other',
]

const nouns: Readonly<Record<PublishItem['what'], readonly [one: string, many: string]>> = {
  page: ['page', 'pages'],
  image: ['image', 'images'],
  document: ['document', 'documents'],
  navigation: ['menu', 'menus'],
  data: ['file', 'files'],
  settings: ['file', 'files'],
  other: ['file', 'files'],
}

/** How many other things, with one word for all of them. */
function others(items: readonly PublishItem[]): string {
  const kinds = new Set(items.map(({ what }) => nouns[what][1]))
  const noun = kinds.size === 1 && items[0] ? nouns[items[0].what] : nouns.other
  return `${items.length} other ${noun[items.length === 1 ? 0 : 1]}`
}

/** A sentence for a publish: “Update Plan your visit and 2 other pages”. */
export function summaryWords(items: readonly PublishItem[]): string {
  const ticked = items.filter(({ outside, blocked }) => !outside && blocked === null)
  const counted = ticked.length > 0 ? ticked : items
  const sorted = counted.toSorted((one, two) => weight.indexOf(one.what) - weight.indexOf(two.what))
  const [first, ...rest] = sorted
  if (!first) return ''
  const title = first.title.length > 80 ? `${first.title.slice(0, 79)}…` : first.title
  const same = rest.every(({ kind }) => kind === first.kind)
  const verb = same ? verbs[first.kind] : 'Update'
  return rest.length === 0 ? `${verb} ${title}` : `${verb} ${title} and ${others(rest)}`
}
