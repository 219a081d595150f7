import { randomBytes } from 'node:crypto'
import { lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/ipc/app-error.ts'
import { patienceOf, patientRename } from '../repo/atomic-write.ts'
import { checkOut } from '../repo/check-out.ts'
import { diskError, errnoOf, realDisk } from '../repo/disk.ts'
import { GitFailure, requireGit } from '../repo/git/git.ts'
import { spawnGit } from '../repo/git/spawn-git.ts'
import { auditLocalRemote } from '../repo/local-remote.ts'
import { type PlatformRules, rulesOf } from '../repo/platform-rules.ts'
import { type CloneAddress, cloneAddress } from './clone-address.ts'
import { cloneFailure } from './clone-failure.ts'
import { cloneProgress, type Progress } from './clone-progress.ts'
import { type Patience, untilSilent } from './until-silent.ts'

export interface CloneRequest {
  /** As typed. */
  readonly url: string
  /** Absolute path of the site's new folder. */
  readonly folder: string
  readonly signal: AbortSignal
  readonly progress: Progress
}

export interface CloneOptions {
  /** Another system's path rules; for tests. */
  readonly rules?: PlatformRules
  /** Milliseconds without a sign of life after which a connection is given up. */
  readonly silence?: number
}

/**
 * A whole clone, not a partial one that fetches old contents when they are asked for: every part of Galley reads contents
 * with a local command, which must answer at once and without a network, and an address that turns up in the middle of
 * reading could ask for a password. No submodules and no templates, whose programs and addresses are not the site's.
 */
const cloneArguments = [
  'clone',
  '--progress',
  '--no-checkout',
  '--no-local',
  '--no-recurse-submodules',
  '--template=',
  '--origin=origin',
  '-c',
  'core.symlinks=false',
]

/** Slow is not silent: a line of a few bytes a second is given the time it needs. Old sites have odd but harmless dates and modes. */
const networkSettings = [
  'http.lowSpeedLimit=1',
  'http.lowSpeedTime=120',
  'fetch.fsck.zeroPaddedFilemode=ignore',
  'fetch.fsck.badTimezone=ignore',
  'fetch.fsck.missingSpaceBeforeDate=ignore',
  'fetch.fsck.missingSpaceBeforeEmail=ignore',
].flatMap((setting) => ['-c', setting])

const cancelled = () => new AppError('cancelled', 'Cloning was cancelled. Nothing was left behind.')

async function safeAddress(typed: string): Promise<CloneAddress> {
  const address = cloneAddress(typed)
  if (address.kind === 'network') return address
  const audit = await auditLocalRemote(address.url)
  if (!audit.ok) throw new AppError('refused', `${audit.reason} Nothing was cloned.`)
  return { ...address, url: audit.path }
}

interface Fetching {
  readonly address: CloneAddress
  readonly patience: Patience
  readonly onStderr: (text: string) => void
}

/** Runs in the new folder itself: no repository around it is looked at. */
async function fetchInto(partial: string, { address, patience, onStderr }: Fetching) {
  const args = [...networkSettings, ...cloneArguments, '--', address.url, '.']
  const done = await untilSilent(patience, (watch) =>
    spawnGit(partial, args, {
      deadline: watch.deadline,
      signal: watch.signal,
      localRemote: address.kind === 'local',
      onStderr(text) {
        watch.heard()
        onStderr(text)
      },
    }),
  )
  if (done.code !== 0) throw new GitFailure(done.stderr || `git ended with ${done.signal}`)
  if (/cloned an empty repository/.test(done.stderr))
    await refuseOtherServers(partial, { address, patience })
}

/** A web page, such as that of a network to sign in to, is a site without a first version to git. Real hosts speak git. */
async function refuseOtherServers(
  partial: string,
  { address, patience }: Omit<Fetching, 'onStderr'>,
) {
  if (address.kind === 'local' || !/^https?:/.test(address.url)) return
  const done = await untilSilent(patience, ({ deadline, signal }) =>
    spawnGit(partial, ['ls-remote', 'origin'], {
      deadline,
      signal,
      env: { GIT_TRACE_PACKET: '1' },
    }),
  )
  if (!/packet: +[\w-]+< /.test(done.stderr)) throw new GitFailure('not valid: info/refs')
}

async function settle(partial: string, folder: string): Promise<void> {
  const there = await lstat(folder).catch(() => null)
  if (there)
    throw new AppError(
      'conflict',
      `There is something named “${basename(folder)}” in that place by now. Nothing was changed. Choose another name or place.`,
    )
  const patienceMs = patienceOf(process.platform)
  await patientRename(realDisk, { from: partial, to: folder, patienceMs })
}

const partialOf = (folder: string) =>
  `${folder}.partial-${process.pid}-${randomBytes(4).toString('hex')}`

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A program of another user cannot be asked, but is there.
    return errnoOf(error) === 'EPERM'
  }
}

/** What a Galley that was ended in the middle of cloning the same site left beside its place. */
async function sweepPartials(folder: string): Promise<void> {
  const start = `${basename(folder)}.partial-`
  const names = await readdir(dirname(folder)).catch(() => [] as string[])
  const left = names.filter((name) => {
    const pid = name.startsWith(start) && /^(\d+)-[0-9a-f]{8}$/.exec(name.slice(start.length))?.[1]
    return pid && !isRunning(Number(pid))
  })
  await Promise.all(left.map((name) => discard(join(dirname(folder), name))))
}

const discard = (folder: string) =>
  rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(
    () => undefined,
  )

function inWords(error: unknown, { address, folder }: { address: CloneAddress; folder: string }) {
  if (error instanceof AppError) return error
  if (error instanceof GitFailure) return cloneFailure(error.output, address.host)
  if (errnoOf(error) === 'ENOSPC') return cloneFailure('No space left on device', address.host)
  return diskError(error, basename(folder))
}

/**
 * Clones a site: beside its folder first, so that a folder of this name is a whole site or not there. Ends early, with
 * everything it started, when `signal` is given or nothing is heard for too long. Answers the folder and the address it
 * is published to.
 */
export async function cloneSite(
  request: CloneRequest,
  options: CloneOptions = {},
): Promise<{ readonly folder: string; readonly url: string }> {
  const { folder, signal, progress } = request
  const address = await safeAddress(request.url)
  await requireGit()
  if (signal.aborted) throw cancelled()
  progress(0, null, `Connecting to ${address.host}`)
  await sweepPartials(folder)
  const partial = partialOf(folder)
  const patience: Patience = { signal, silence: options.silence ?? 150_000 }
  const onStderr = cloneProgress(progress)
  try {
    await mkdir(partial, { recursive: true })
    await fetchInto(partial, { address, patience, onStderr })
    const rules = options.rules ?? rulesOf(process.platform)
    await checkOut(partial, { rules, deadline: 3_600_000, signal, onStderr })
    if (signal.aborted) throw cancelled()
    await settle(partial, folder)
    return { folder, url: address.url }
  } catch (error) {
    await discard(partial)
    throw signal.aborted ? cancelled() : inWords(error, { address, folder })
  }
}
