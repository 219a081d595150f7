import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/ipc/app-error.ts'
import { patienceOf, patientRename } from '../repo/atomic-write.ts'
import { diskError, errnoOf, realDisk } from '../repo/disk.ts'
import { requireGit } from '../repo/git/git.ts'
import { type SpawnOptions, spawnGit } from '../repo/git/spawn-git.ts'
import { siteIdOf } from '../repo/open-site.ts'
import { type SampleVersion, sampleHistory } from './sample-history.ts'

export interface SampleOptions {
  /** Galley's own folder; the sample lies in it. */
  readonly profileDir: string
  /** The folder with the sample's files, as shipped with Galley. */
  readonly content: string
}

const branch = 'staging'
/** The site and its remote lie together in one folder, so that one rename brings both. */
const siteName = 'lantern-bay-parks'
const remoteName = `${siteName}.git`
const unfinished = /^sample-(making|old)-[0-9a-f]{12}$/

async function readContent(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const enter = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) await enter(path)
      // Some disks take names apart into letters and accents; git keeps what it is given.
      else if (entry.name !== '.DS_Store')
        files.set(path.normalize('NFC'), await readFile(join(folder, path)))
    }
  }
  await enter('')
  if (files.size === 0) throw new AppError('internal', 'The sample site is not in this Galley.')
  return files
}

/** What `git fast-import` reads: the whole history in one go, which takes as long as one commit by hand. */
function importStream(versions: readonly SampleVersion[]): Buffer {
  const parts: (string | Buffer)[] = ['feature done\n']
  const data = (bytes: Buffer) => parts.push(`data ${bytes.length}\n`, bytes, '\n')
  for (const { author, date, message, files } of versions) {
    const who = `${author} ${Date.parse(date) / 1000} +0000`
    parts.push(`commit refs/heads/${branch}\nauthor ${who}\ncommitter ${who}\n`)
    data(Buffer.from(`${message}\n`))
    for (const [path, bytes] of files) {
      parts.push(`M 100644 inline "${path.replace(/["\\]/g, '\\$&')}"\n`)
      data(bytes)
    }
  }
  parts.push('done\n')
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
}

async function git(folder: string, args: readonly string[], more: Partial<SpawnOptions> = {}) {
  const done = await spawnGit(folder, args, { deadline: 120_000, ...more })
  if (done.code === 0) return
  const full = /No space left|disk quota/i.test(done.stderr)
  throw new AppError(
    full ? 'disk-full' : 'git',
    full
      ? 'The disk is full, so the sample site could not be made. Free some space, then try again.'
      : 'The sample site could not be made. Try again.',
    { cause: new Error(done.stderr) },
  )
}

/** Makes the site and its remote in the empty folder `making`, as they shall lie in `place`. */
async function fill(making: string, place: string, content: string): Promise<void> {
  const files = await readContent(content)
  const remote = join(making, remoteName)
  const site = join(making, siteName)
  // Without the user's templates: a hook in them would make the sample look like somebody's trap.
  await git(making, ['init', '-q', '--bare', '--template=', `--initial-branch=${branch}`, remote])
  await git(making, ['--git-dir', remote, 'fast-import', '--quiet'], {
    input: importStream(sampleHistory(files)),
  })
  const local = ['--template=', '--origin=origin', '--no-recurse-submodules', '--no-hardlinks']
  await git(making, ['clone', '-q', ...local, '--', remote, site], { localRemote: true })
  await git(site, ['config', 'remote.origin.url', join(place, remoteName)])
}

const aside = (profileDir: string, what: 'making' | 'old') =>
  join(profileDir, `sample-${what}-${randomBytes(6).toString('hex')}`)

const move = (from: string, to: string) =>
  patientRename(realDisk, { from, to, patienceMs: patienceOf(process.platform) })

/** What is in use for a moment longer goes with the next sweep. */
const discard = (folder: string) =>
  rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)

/** Left by a Galley that was ended at work. One Galley has a profile at a time, so nobody else is at work there. */
async function sweep(profileDir: string): Promise<void> {
  const names = await readdir(profileDir)
  await Promise.all(
    names.filter((name) => unfinished.test(name)).map((name) => discard(join(profileDir, name))),
  )
}

interface Making extends SampleOptions {
  readonly place: string
  readonly fresh: boolean
}

async function make({ profileDir, content, place, fresh }: Making): Promise<void> {
  const making = aside(profileDir, 'making')
  await mkdir(making)
  try {
    await fill(making, place, content)
    if (existsSync(place)) {
      if (fresh) await discardSample(profileDir, place)
      // Nobody asked for a damaged one to go: what was written in it can still be looked for.
      else await move(place, join(profileDir, `sample-damaged-${randomBytes(3).toString('hex')}`))
    }
    await move(making, place)
  } finally {
    await discard(making)
  }
}

/** Drafts and undo steps of the old sample must not turn up in the new one, which has the same place and id. */
async function discardSample(profileDir: string, place: string): Promise<void> {
  const root = await realpath(join(place, siteName)).catch(() => null)
  const old = aside(profileDir, 'old')
  await move(place, old)
  await discard(old)
  if (root === null) return
  const id = siteIdOf(root)
  for (const state of ['sites', 'journal']) await discard(join(profileDir, state, id))
}

const isWhole = (place: string) =>
  existsSync(join(place, siteName, '.git/HEAD')) && existsSync(join(place, remoteName, 'HEAD'))

/**
 * The sample site with its own remote on this computer. The answer makes it where it is missing, or anew where asked, and
 * gives its top folder. Calls at the same time share one making.
 */
export function sampleSource(options: SampleOptions): (fresh: boolean) => Promise<string> {
  const { profileDir } = options
  const place = join(profileDir, 'sample')
  let running: { readonly fresh: boolean; readonly done: Promise<string> } | null = null

  async function provide(fresh: boolean): Promise<string> {
    try {
      await mkdir(profileDir, { recursive: true })
      await sweep(profileDir)
      if (fresh || !isWhole(place)) {
        await requireGit()
        await make({ ...options, place, fresh })
      }
      return join(place, siteName)
    } catch (error) {
      if (errnoOf(error) === 'EBUSY' || errnoOf(error) === 'EPERM')
        throw new AppError(
          'conflict',
          'Another program is using the sample site’s folder, so it was left as it is. Close that program, then try again.',
          { cause: error },
        )
      throw diskError(error, 'sample site')
    }
  }

  return (fresh) => {
    if (running && (running.fresh || !fresh)) return running.done
    const before = running?.done.catch(() => '') ?? Promise.resolve('')
    const done = before.then(() => provide(fresh))
    const mine = { fresh, done }
    running = mine
    const settled = () => {
      if (running === mine) running = null
    }
    done.then(settled, settled)
    return done
  }
}
