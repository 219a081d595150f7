import { useEffect, useId, useState } from 'react'
import { headingsOf, type PageHeading } from '../../../../shared/domain/document/heading-ids.ts'
import { openPage } from '../../../../shared/domain/document/page.ts'
import type { TreeNode } from '../../../../shared/domain/site/tree/tree-node.ts'
import { request } from '../../../lib/api.ts'
import { useOpenPages } from '../../../lib/open-pages-store.ts'
import { useCall } from '../../../lib/use-call.ts'

const bare = (permalink: string) => permalink.replace(/\/+$/, '')

function pathAt(nodes: readonly TreeNode[], permalink: string): string | null {
  for (const node of nodes) {
    if (node.path && node.permalink && bare(node.permalink) === bare(permalink)) return node.path
    const below = pathAt(node.children ?? [], permalink)
    if (below) return below
  }
  return null
}

/** Parts an address of the site from the place on its page: `/a/#b` leads to `b` of `/a/`. */
export function splitAddress(typed: string): { base: string; id: string } {
  const at = typed.indexOf('#')
  return at < 0 ? { base: typed, id: '' } : { base: typed.slice(0, at), id: typed.slice(at + 1) }
}

/** The headings of a page of the site, as it was last saved; null until they are known. */
function useHeadings(path: string | null): readonly PageHeading[] | null {
  const [known, setKnown] = useState<{ path: string; headings: readonly PageHeading[] } | null>(
    null,
  )
  useEffect(() => {
    if (path === null) return
    let isWanted = true
    const read = request('pages.open', { path })
      .then((file) => headingsOf(openPage(file.draft?.text ?? file.text)))
      .catch(() => [])
    void read.then((headings) => isWanted && setKnown({ path, headings }))
    return () => {
      isWanted = false
    }
  }, [path])
  return known !== null && known.path === path ? known.headings : null
}

interface Props {
  readonly typed: string
  readonly onType: (typed: string) => void
}

/** Which heading a link leads to, where it leads to a page of the site; without a page, to the one that is open. */
export function HeadingField({ typed, onType }: Props) {
  const field = useId()
  const tree = useCall('site.tree')
  const open = useOpenPages((pages) => pages.active)
  const { base, id } = splitAddress(typed.trim())
  const isOwn = base === ''
  const path = isOwn ? open : base.startsWith('/') ? pathAt(tree.data?.nodes ?? [], base) : null
  const headings = useHeadings(path)
  if (path === null || headings === null || headings.length === 0) return null
  const withId = headings.filter((heading) => heading.id !== null)
  const where = isOwn ? 'this page' : 'that page'
  if (withId.length === 0)
    return (
      <p className="link-hint">
        The headings of {where} have no addresses of their own, so a link leads to its top.
      </p>
    )
  return (
    <div className="link-heading">
      <label htmlFor={field}>Heading of {where}</label>
      <select
        id={field}
        className="ui-input"
        value={withId.some((heading) => heading.id === id) ? id : ''}
        onChange={({ target }) => onType(target.value ? `${base}#${target.value}` : base)}
      >
        <option value="">{isOwn ? 'None' : 'None: the top of the page'}</option>
        {withId.map((heading) => (
          <option key={heading.id} value={heading.id ?? ''}>
            {'\u2003'.repeat(heading.level - 1)}
            {heading.text || 'Empty heading'}
          </option>
        ))}
      </select>
      {withId.length < headings.length && (
        <p className="link-hint">Headings without an address of their own are not listed.</p>
      )}
    </div>
  )
}
