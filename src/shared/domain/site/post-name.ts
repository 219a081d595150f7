import { nameOf } from '../repo-path.ts'

/** What a resource's file name says: `YYYY-MM-DD-[post|file|link-]Title.md`. */
export interface PostName {
  readonly date: string
  readonly type: 'post' | 'file' | 'link' | null
  readonly title: string
}

const form = /^(\d{4}-\d{1,2}-\d{1,2})-(?:(post|file|link)-)?(.*)$/

/** Reads a post's file name as Isomer does; null where it does not begin with a date. */
export function readPostName(path: string): PostName | null {
  const match = form.exec(nameOf(path).replace(/\.[^.]*$/, ''))
  if (!match?.[1]) return null
  const title = (match[3] ?? '')
    .split('-')
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')
    .replace(/dollar(?=\d)/gi, '$')
  return { date: fullDate(match[1]), type: (match[2] as PostName['type']) ?? null, title }
}

function fullDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
