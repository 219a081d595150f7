import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { detectProfile, siteName } from '../../shared/domain/site/site-profile.ts'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import { type Audit, auditRepository } from './audit.ts'
import { type Git, openGit, requireGit } from './git/git.ts'
import { openJournal } from './journal.ts'
import { openSiteFiles } from './site-files.ts'
import type { SiteSession } from './site-session.ts'

export interface OpenOptions {
  /** Galley's own folder for this user. */
  readonly profileDir: string
  readonly sample?: boolean
}

/** What publishing needs beside the session. */
export interface OpenedSite extends SiteSession {
  readonly git: Git
  readonly audit: Audit
  /** Galley's own notes about this site, outside the site. */
  readonly notesDir: string
}

const unfinished: readonly (readonly [string, string])[] = [
  [
    'MERGE_HEAD',
    'A merge that another program began is not finished in this folder. You can edit; publishing waits until it is.',
  ],
  [
    'rebase-merge',
    'Another program is rearranging this folder’s history. You can edit; publishing waits until it is done.',
  ],
  [
    'rebase-apply',
    'Another program is rearranging this folder’s history. You can edit; publishing waits until it is done.',
  ],
  [
    'CHERRY_PICK_HEAD',
    'Another program has not finished copying a change into this folder. You can edit; publishing waits until it is.',
  ],
  [
    'REVERT_HEAD',
    'Another program has not finished taking a change back in this folder. You can edit; publishing waits until it is.',
  ],
]

async function headBranch(root: string): Promise<string | null> {
  const head = await readFile(join(root, '.git/HEAD'), 'utf8').catch(() => '')
  return /^ref: refs\/heads\/(.+)\s*$/.exec(head)?.[1] ?? null
}

/** The few paths that tell what kind of site it is, without walking all of it. */
async function _profilePaths(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  const inside = ['_data/navigation.yml', '_data/footer.yml', 'pages/contact-us.md']
  const collections = entries
    .filter((e) => e.isDirectory() && e.name.startsWith('_'))
    .map((e) => `${e.name}/collection.yml`)
  const known = [...inside, ...collections].filter((path) => existsSync(join(root, path)))
  return [...entries.map((e) => (e.isDirectory() ? `${e.name}/` : e.name)), ...known]
}

/** An address in words: host and path, without sign-in data. */
export function remoteWords(url: string): string {
  const scp = /^(?:[^@/]+@)?([^:/]+):(?!\/\/)(.+)$/.exec(url)
  if (scp && !/^[a-zA-Z]:[\\/]/.test(url)) return `${scp[1]}/${scp[2]?.replace(/\.git$/, '')}`
  const address = /^[a-z]+:\/\/(?:[^@/]*@)?([^/]+)\/(.+)$/i.exec(url)
  if (address) return `${address[1]}/${address[2]?.replace(/\.git\/?$/, '')}`
  return 'this computer'
}

function noticeOf(root: string, branch: string | null): string | null {
  for (const [file, words] of unfinished) if (existsSync(join(root, '.git', file))) return words
  return branch === null
    ? 'This folder shows an older state of the site, not its working version. You can edit; publishing waits until the working version is back.'
    : null
}

const restrictionWords =
  'This site’s settings could start programs on this computer, so Galley opened it for reading only and started none of them. Ask the site’s developer about them, or clone the site again.'

/**
 * Opens the site in a folder. The folder must be the top of a repository. Runs nothing but `config` and `rev-parse`;
 * where those show a program, the site is restricted. Throws AppError in the user's words.
 */
export async function openSite(folder: string, options: OpenOptions): Promise<OpenedSite> {
  await requireGit()
  const root = await realpath(folder).catch(() => {
    throw new AppError(
      'not-found',
      `There is no folder ${folder}. It may have been moved, renamed or unplugged.`,
    )
  })
  const audit = await auditRepository(root)
  if (audit.kind === 'not-a-repository')
    throw new AppError(
      'not-found',
      'This folder is not a site yet: it has no history to publish from.',
    )
  const branch = await headBranch(root)
  const config = await readFile(join(root, '_config.yml'), 'utf8').catch(() => null)
  const profile = detectProfile(
    config !== null,
    existsSync(join(root, '_data/navigation.yml')),
    config,
  )
  const remote =
    audit.settings.get(
      `remote.${(branch && audit.settings.get(`branch.${branch}.remote`)) ?? 'origin'}.url`,
    ) ?? null
  const id = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const notesDir = join(options.profileDir, 'sites', id)
  const files = openSiteFiles(root)
  const info: SiteInfo = {
    id,
    name: siteName(profile, config, basename(root)),
    folder: root,
    profile,
    sample: options.sample ?? false,
    restriction:
      audit.kind === 'restricted' ? { reason: restrictionWords, found: [...audit.found] } : null,
    branch,
    remote: remote === null ? null : remoteWords(remote),
    notice: noticeOf(root, branch),
  }
  return {
    info,
    root,
    files,
    git: openGit(root),
    audit,
    notesDir,
    journal: openJournal(join(notesDir, 'journal')),
    close: async () => files.close(),
  }
}
