import type { CommandId } from '../../../shared/commands.ts'
import { nameOf } from '../../../shared/domain/repo-path.ts'
import type { IndexedPage } from '../../lib/page-index.ts'
import { findHit, type Hit, plainLetters, type Stretch, wordsIn } from './find-hit.ts'

export type Row =
  | { readonly kind: 'page'; readonly page: IndexedPage; readonly stretches: readonly Stretch[] }
  | { readonly kind: 'media'; readonly path: string; readonly stretches: readonly Stretch[] }
  | {
      readonly kind: 'command'
      readonly id: CommandId
      readonly label: string
      readonly stretches: readonly Stretch[]
    }

export interface Group {
  readonly title: string
  readonly rows: readonly Row[]
}

/** An image or document of the site. */
interface MediaItem {
  readonly path: string
}

export interface Findable {
  readonly pages: readonly IndexedPage[]
  /** Paths, the latest first. */
  readonly recent: readonly string[]
  readonly media: readonly MediaItem[]
  readonly commands: readonly { readonly id: CommandId; readonly label: string }[]
}

const mostPages = 30
/** Pages found by their folder only, when others have the words in their title. */
const mostAround = 5
const mostMedia = 8
const mostCommands = 12
const mostRecent = 8

interface Found<T> {
  readonly thing: T
  readonly hit: Hit
}

const best = <T>(found: readonly Found<T>[], most: number) =>
  found.toSorted((a, b) => b.hit.score - a.hit.score).slice(0, most)

/** Words found as they are score above this, letters with gaps between them below. */
const asTyped = 30

interface Letters {
  readonly title: string
  readonly around: string
}

const lettersOf = new WeakMap<IndexedPage, Letters>()

/** What a page is searched by, made once: sites have thousands of pages, and every key asks. */
function letters(page: IndexedPage): Letters {
  const known = lettersOf.get(page)
  if (known) return known
  const { title, trail, path } = page
  const made = {
    title: plainLetters(title),
    around: plainLetters(`${trail.join(' ')} ${title} ${path}`),
  }
  lettersOf.set(page, made)
  return made
}

interface PageHit extends Hit {
  readonly by: 'title' | 'around' | 'letters'
}

/** A page is found by its title; failing that by where it lies or by its file, which counts for less. */
function pageHit(words: readonly string[], page: IndexedPage): PageHit | null {
  const { title, around: all } = letters(page)
  const byTitle = findHit(words, title)
  if (byTitle && byTitle.score > asTyped) return { ...byTitle, by: 'title' }
  const around = findHit(words, all)
  if (around && around.score > asTyped)
    return { score: around.score - 45, stretches: [], by: 'around' }
  return byTitle && { ...byTitle, by: 'letters' }
}

function pagesFor(query: string, { pages, recent }: Findable): Row[] {
  const words = wordsIn(query)
  const found = pages.flatMap((page) => {
    const hit = pageHit(words, page)
    if (!hit) return []
    const bonus = recent.includes(page.path) ? 5 : 0
    return [{ thing: page, hit: { ...hit, score: hit.score + bonus } }]
  })
  const of = (by: PageHit['by']) => found.filter(({ hit }) => hit.by === by)
  const byTitle = of('title')
  const asWords = [
    ...best(byTitle, mostPages),
    ...best(of('around'), byTitle.length > 0 ? mostAround : mostPages),
  ]
  // Letters that happen to stand in this order are a guess, for want of anything better.
  const shown = asWords.length > 0 ? asWords : best(of('letters'), mostPages)
  return shown.map(({ thing, hit }) => ({
    kind: 'page',
    page: thing,
    stretches: hit.stretches,
  }))
}

const namesOf = new WeakMap<MediaItem, string>()

function plainName(item: MediaItem): string {
  const known = namesOf.get(item) ?? plainLetters(nameOf(item.path))
  namesOf.set(item, known)
  return known
}

/** Names of files are found as they are typed: thousands of them have any letters in some order. */
function mediaFor(query: string, { media }: Findable): Row[] {
  const words = wordsIn(query)
  const found = media.flatMap((item) => {
    const hit = findHit(words, plainName(item))
    return hit && hit.score > asTyped ? [{ thing: item, hit }] : []
  })
  return best(found, mostMedia).map(({ thing, hit }) => ({
    kind: 'media',
    path: thing.path,
    stretches: hit.stretches,
  }))
}

function recentPages({ pages, recent }: Findable): Row[] {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  return recent.slice(0, mostRecent).flatMap((path): Row[] => {
    const page = byPath.get(path)
    return page ? [{ kind: 'page', page, stretches: [] }] : []
  })
}

function commandsFor(query: string, { commands }: Findable): Row[] {
  const words = wordsIn(query)
  const found = commands.flatMap((command) => {
    const hit = findHit(words, plainLetters(command.label))
    return hit ? [{ thing: command, hit }] : []
  })
  const asWords = found.filter(({ hit }) => hit.score > asTyped)
  const shown = query === '' ? found : best(asWords.length > 0 ? asWords : found, mostCommands)
  return shown.map(({ thing, hit }) => ({
    kind: 'command',
    ...thing,
    stretches: hit.stretches,
  }))
}

/** What the palette shows for what was typed; `>` asks for commands only. */
export function rowsFor(typed: string, findable: Findable): readonly Group[] {
  const commandsOnly = typed.startsWith('>')
  const query = (commandsOnly ? typed.slice(1) : typed).trim()
  const recent = query === '' ? recentPages(findable) : []
  const pages = query === '' ? [] : pagesFor(query, findable)
  const groups = [
    { title: 'Recent pages', rows: commandsOnly ? [] : recent },
    { title: 'Pages', rows: commandsOnly ? [] : pages },
    { title: 'Media', rows: commandsOnly || query === '' ? [] : mediaFor(query, findable) },
    { title: 'Commands', rows: commandsFor(query, findable) },
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}
