import { lstat, mkdir, readFile, realpath, stat, unlink, writeFile } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { detectProfile, siteName } from '../../shared/domain/site/site-profile.ts'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import { isStaleTemporary, temporaryPattern } from './atomic-write.ts'
import { type Audit, auditRepository, topOf } from './audit.ts'
import { watchChanges } from './change-watch.ts'
import { shaOf } from './disk.ts'
import { measureFiles, walkFolder } from './file-list.ts'
import { openJournal } from './journal.ts'
import { openPageHistories } from './page-history.ts'
import { type PlatformRules, rulesOf } from './platform-rules.ts'
import { remoteOf, remoteWords } from './remote-words.ts'
import { readRepoState } from './repo-state.ts'
import { openSiteFiles } from './site-files.ts'
import type { SiteFiles, SiteSession } from './site-session.ts'

export interface OpenSiteOptions {
  /** The application's own folder: journal, caches and undo records lie there, never in the site. */
  readonly profileDir: string
  readonly platform?: NodeJS.Platform
  /** Another system's path rules; for tests. */
  readonly rules?: PlatformRules
  /** Told by who made the sample; otherwise a site inside the profile folder is the sample. */
  readonly sample?: boolean
}

/** The opaque id of the site in the real folder `root`: the same each time it is opened. */
export function siteIdOf(root: string): string {
  return shaOf(Buffer.from(root)).slice(0, 24)
}

async function realFolder(folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => null)
  const isFolder = real !== null && (await stat(real).catch(() => null))?.isDirectory()
  if (real === null || !isFolder)
    throw new AppError(
      'not-found',
      `The folder “${basename(folder)}” is not there any more, or cannot be read. Was it moved, renamed or on a disk that is not connected?`,
    )
  return real
}

async function refuseUnversioned(root: string): Promise<never> {
  const above = await topOf(root)
  throw new AppError(
    'not-found',
    above === null
      ? `“${basename(root)}” is not kept as a site yet: it has no history. Choose “Open a folder…” to start one in it.`
      : `“${basename(root)}” is only a part of a site. Open the whole folder “${basename(above)}” instead.`,
  )
}

function restrictionOf(
  audit: Exclude<Audit, { kind: 'not-a-repository' }>,
): SiteInfo['restriction'] {
  if (audit.kind === 'clean') return null
  const elsewhere = audit.found.some((found) => found.startsWith('site kept'))
  const foreign = audit.found.some((found) => found.includes('another user'))
  const why = foreign
    ? 'This folder belongs to another user of the computer'
    : elsewhere
      ? 'This folder keeps its history in another place'
      : 'This folder has settings that could start programs on your computer'
  return {
    reason: `${why}, so Galley only shows it: nothing in it was run, and nothing is saved or published. Ask the site’s developer to remove what is listed here, then open it again.`,
    found: [...audit.found].slice(0, 200),
  }
}

async function identify({
  files,
  root,
}: {
  files: SiteFiles
  root: string
}): Promise<Pick<SiteInfo, 'name' | 'profile'>> {
  const [listed, config] = await Promise.all([
    files.list(),
    files.read('_config.yml').then(
      ({ bytes }) => new TextDecoder().decode(bytes),
      () => null,
    ),
  ])
  const profile = detectProfile(
    listed.map(({ path }) => path),
    config,
  )
  return {
    profile,
    name: siteName(profile, config, basename(root)).slice(0, 200) || basename(root),
  }
}

/** Keeps git of other programs from listing an unfinished write as a new file. */
async function excludeTemporaries(root: string): Promise<void> {
  const folder = join(root, '.git/info')
  const file = join(folder, 'exclude')
  const [real, info] = await Promise.all([
    realpath(folder).catch(() => folder),
    lstat(file).catch(() => null),
  ])
  // A link could lead this one line into a file of the user's elsewhere.
  if (real !== folder || (info && !info.isFile())) return
  const text = await readFile(file, 'utf8').catch(() => '')
  if (text.split(/\r?\n/).includes(temporaryPattern)) return
  await mkdir(folder, { recursive: true })
  const gap = text === '' || text.endsWith('\n') ? '' : '\n'
  await writeFile(file, `${gap}${temporaryPattern}\n`, { flag: 'a' })
}

async function sweepTemporaries(root: string): Promise<void> {
  const stale: string[] = []
  await walkFolder(root, (path, entry) => {
    if (entry.isFile() && isStaleTemporary(entry.name)) stale.push(path)
  })
  await Promise.all(stale.map((path) => unlink(join(root, path)).catch(() => undefined)))
}

async function isWithin(folder: string, root: string): Promise<boolean> {
  const real = await realpath(folder).catch(() => folder)
  return root.startsWith(real + sep)
}

/**
 * Opens the site whose top folder is `folder`. A repository whose settings could run programs, that belongs to another user or
 * is kept elsewhere opens read-only, with nothing but `config`, `rev-parse`, `ls-tree` and `cat-file` ever run in it.
 * Throws `not-found` where the folder is gone or not the top of a repository.
 */
export async function openSite(folder: string, options: OpenSiteOptions): Promise<SiteSession> {
  const root = await realFolder(folder)
  const audit = await auditRepository(root)
  if (audit.kind === 'not-a-repository') return refuseUnversioned(root)
  const restriction = restrictionOf(audit)
  const rules = options.rules ?? rulesOf(options.platform ?? process.platform)
  const id = siteIdOf(root)
  const stateDir = join(options.profileDir, 'sites', id)
  const opened = openSiteFiles(root, { rules, locked: restriction?.reason ?? null, stateDir })
  const { files } = opened
  await opened.recover()
  const [state, described, sample] = await Promise.all([
    readRepoState(root),
    identify({ files, root }),
    options.sample ?? isWithin(options.profileDir, root),
  ])
  const remote = remoteOf(audit.settings, state.branch)
  const tidying = restriction
    ? Promise.resolve()
    : Promise.all([excludeTemporaries(root), sweepTemporaries(root)]).catch(() => undefined)
  const changes = watchChanges({
    root,
    list: () => files.list(),
    measure: (paths) => measureFiles(root, paths),
    isOurs: opened.isLatest,
    onOutside: (paths) => opened.announce(paths, true),
  })
  return {
    info: {
      id,
      ...described,
      folder: root,
      sample,
      restriction,
      branch: state.branch,
      remote: remote ? remoteWords(remote.url) : null,
      notice: state.notice,
    },
    root,
    files,
    journal: openJournal(join(options.profileDir, 'journal', id)),
    histories: openPageHistories(join(stateDir, 'steps')),
    stateDir,
    rescan: () => changes.rescan(),
    async close() {
      await Promise.all([changes.close(), opened.idle(), tidying])
    },
  }
}
