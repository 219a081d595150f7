import {
  type FrontEntry,
  readFront,
} from '../../../shared/domain/document/front-matter/read-front.ts'

const words = (entry: FrontEntry | undefined) => {
  if (!entry || entry.value === null) return ''
  return typeof entry.value === 'object' ? entry.source : String(entry.value)
}

const label = (key: string) => {
  const text = key.replace(/[_-]+/g, ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The details (front matter) that differ between two versions of a page. */
export function DetailsDiff({
  before,
  after,
}: {
  readonly before: string
  readonly after: string
}) {
  if (before === after) return null
  const was = new Map(readFront(before).entries.map((entry) => [entry.key, entry]))
  const now = new Map(readFront(after).entries.map((entry) => [entry.key, entry]))
  const keys = [...new Set([...was.keys(), ...now.keys()])].filter(
    (key) => was.get(key)?.source !== now.get(key)?.source,
  )
  if (keys.length === 0) return null
  return (
    <dl className="compare-details">
      {keys.map((key) => (
        <div key={key}>
          <dt>{label(key)}</dt>
          <dd>
            {words(was.get(key)) !== '' && <del>{words(was.get(key))}</del>}{' '}
            {words(now.get(key)) !== '' && <ins>{words(now.get(key))}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
