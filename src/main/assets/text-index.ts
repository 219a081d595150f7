import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { frontLength } from '../../shared/domain/assets/blank-code.ts'
import { type Mention, mentionFinder } from '../../shared/domain/assets/find-mentions.ts'
import { imagesIn } from '../../shared/domain/assets/image-uses.ts'
import { isSearched, largestSearched } from '../../shared/domain/assets/searched-files.ts'
import { type SiteFacts, siteFacts } from '../../shared/domain/assets/site-facts.ts'
import { extensionOf, type RepoPath } from '../../shared/domain/repo-path.ts'
import { classifyPath } from '../../shared/domain/site/classify-path.ts'
import { readPageHead } from '../../shared/domain/site/page-head.ts'
import { pageTitle } from '../../shared/domain/site/page-title.ts'
import { atomicWrite } from '../repo/atomic-write.ts'
import type { ListedFile, SiteSession } from '../repo/site-session.ts'
import { readSiteText } from './site-text.ts'

/** An image as a page shows it, without the page's text. */
export interface IndexedImage {
  readonly at: number
  readonly srcAt: number
  readonly src: string
  readonly alt: string | null
}

/** What one text file says about others. */
export interface IndexedText {
  readonly path: RepoPath
  readonly title: string
  readonly permalink: string | null
  /** How long its front matter is. */
  readonly front: number
  readonly mentions: readonly Mention[]
  readonly images: readonly IndexedImage[]
}

/** All texts of a site as they are now. */
export interface SiteIndex {
  readonly listed: readonly ListedFile[]
  readonly texts: readonly IndexedText[]
  readonly facts: SiteFacts
  readonly find: (text: string) => readonly Mention[]
}

type Remembered = readonly [bytes: number, changedMs: number, text: IndexedText]
type Memory = ReadonlyMap<RepoPath, Remembered>

const version = 1
/** A file written in the same moment it was read may have changed again without its time showing it. */
const unsureMs = 2000
const lanes = 16

async function load(file: string, key: string): Promise<Memory> {
  try {
    const stored = JSON.parse(await readFile(file, 'utf8')) as {
      readonly v?: unknown
      readonly key?: unknown
      readonly texts?: readonly Remembered[]
    }
    if (stored.v !== version || stored.key !== key) return new Map()
    return new Map((stored.texts ?? []).map((entry) => [entry[2].path, entry]))
  } catch {
    // A missing or broken cache costs one slower start.
    return new Map()
  }
}

async function store(file: string, key: string, memory: Memory): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await atomicWrite(
      file,
      Buffer.from(JSON.stringify({ v: version, key, texts: [...memory.values()] })),
    )
  } catch {
    // Only the next start is slower.
  }
}

/** Reads everything the index keeps of one text. */
function indexText(path: RepoPath, text: string, find: SiteIndex['find']): IndexedText {
  const head = readPageHead(text)
  const images = /\.(?:md|markdown|mdx|html?)$/i.test(path) ? imagesIn(path, text) : []
  return {
    path,
    title: pageTitle(path, head),
    permalink: head?.permalink ?? null,
    front: frontLength(text),
    mentions: find(text),
    images: images.map(({ at, src, altText }) => ({
      at,
      srcAt: src.start,
      src: text.slice(src.start, src.end),
      alt: altText,
    })),
  }
}

/** A piece of a text keeps all of it in memory; what is written out and read again does not. */
const ownStrings = (text: IndexedText): IndexedText => JSON.parse(JSON.stringify(text))

async function readAll(
  site: SiteSession,
  wanted: readonly ListedFile[],
  find: SiteIndex['find'],
): Promise<readonly Remembered[]> {
  const queue = [...wanted]
  const read: Remembered[] = []
  const lane = async () => {
    for (let file = queue.pop(); file; file = queue.pop()) {
      const content = await readSiteText(site.files, file.path)
      if (!content) continue
      const indexed = ownStrings(indexText(file.path, content.text, find))
      read.push([file.bytes, file.changedMs, indexed])
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return read
}

/** Endings of documents that are only known by where they lie (`files/`). */
function unusualExtensions(
  listed: readonly ListedFile[],
  { info }: SiteSession,
): readonly string[] {
  const documents = listed.filter(({ path }) => classifyPath(path, info.profile) === 'document')
  return [...new Set(documents.map(({ path }) => extensionOf(path)))].sort()
}

/** Keeps what a site's texts mention, read once and again only where size or time of a file changed. */
export function createTextIndex(site: SiteSession, file: string) {
  let memory: Memory | null = null
  let loadedKey = ''
  let changed = 0
  let running: Promise<SiteIndex> | null = null
  let next: Promise<SiteIndex> | null = null

  async function factsOf(listed: readonly ListedFile[]): Promise<SiteFacts> {
    const textAt = async (path: RepoPath) =>
      listed.some((one) => one.path === path)
        ? ((await readSiteText(site.files, path))?.text ?? null)
        : null
    const [config, cname] = await Promise.all([textAt('_config.yml'), textAt('CNAME')])
    const paths = listed.map(({ path }) => path)
    return siteFacts({ paths, config, cname, remote: site.info.remote })
  }

  async function look(): Promise<SiteIndex> {
    const startedMs = Date.now()
    const listed = await site.files.list()
    const unusual = unusualExtensions(listed, site)
    const key = unusual.join(' ')
    const find = mentionFinder(unusual)
    const known = memory && loadedKey === key ? memory : await load(file, key)
    const searched = listed.filter(
      ({ path, bytes }) => isSearched(path) && bytes <= largestSearched,
    )
    const isKnown = ({ path, bytes, changedMs }: ListedFile) => {
      const old = known.get(path)
      return old?.[0] === bytes && old[1] === changedMs && changedMs > 0
    }
    const fresh = await readAll(
      site,
      searched.filter((one) => !isKnown(one)),
      find,
    )
    const all = new Map(
      searched.filter(isKnown).flatMap(({ path }) => {
        const old = known.get(path)
        return old ? [[path, old] as const] : []
      }),
    )
    for (const entry of fresh) all.set(entry[2].path, entry)
    memory = new Map([...all].filter(([, [, changedMs]]) => changedMs < startedMs - unsureMs))
    loadedKey = key
    changed += fresh.length + Math.abs(known.size - all.size)
    // Each time only a few pages differ, reading those again costs less than writing all.
    if (changed > Math.max(20, all.size / 100)) {
      changed = 0
      await store(file, key, memory)
    }
    const texts = [...all.values()].map(([, , text]) => text)
    return { listed, texts, facts: await factsOf(listed), find }
  }

  function start(): Promise<SiteIndex> {
    const own = look().finally(() => {
      if (running === own) running = null
    })
    running = own
    return own
  }

  return {
    /** The index as of now: one that was begun before the call may have missed what was just changed. */
    read(): Promise<SiteIndex> {
      if (!running) return start()
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = null
          return start()
        })
      return next
    },
  }
}
