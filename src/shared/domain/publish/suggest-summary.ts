/** What a summary needs to know of one change. */
export interface SummarisedChange {
  readonly title: string
  readonly what: 'page' | 'image' | 'document' | 'navigation' | 'data' | 'settings' | 'other'
  readonly kind: 'changed' | 'new' | 'moved' | 'deleted' | 'replaced'
}

const verbs: Readonly<Record<SummarisedChange['kind'], string>> = {
  changed: 'Update',
  new: 'Add',
  replaced: 'Replace',
  moved: 'Move',
  deleted: 'Delete',
}

const many: Readonly<Record<SummarisedChange['what'], string>> = {
  page: 'pages',
  image: 'images',
  document: 'documents',
  navigation: 'menus',
  data: 'data files',
  settings: 'settings',
  other: 'files',
}

const inOrder = Object.keys(verbs) as readonly SummarisedChange['kind'][]

/** “A”, “A and B”, “A, B and C”. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Up to this many changes of one sort are named; more are counted. */
const mostNamed = 2

function objectsOf(changes: readonly SummarisedChange[]): string {
  const sorts = new Map<SummarisedChange['what'], string[]>()
  for (const { what, title } of changes) sorts.set(what, [...(sorts.get(what) ?? []), title])
  return listed(
    [...sorts].flatMap(([what, titles]) =>
      titles.length <= mostNamed ? titles : [`${titles.length} ${many[what]}`],
    ),
  )
}

/** A one-line summary of a publish: “Update Plan your visit, add 3 images”. Empty for no changes. */
export function suggestSummary(changes: readonly SummarisedChange[]): string {
  const parts = inOrder.flatMap((kind) => {
    const of = changes.filter((change) => change.kind === kind)
    return of.length === 0 ? [] : [`${verbs[kind]} ${objectsOf(of)}`]
  })
  return parts
    .map((part, i) => (i === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1)))
    .join(', ')
}
