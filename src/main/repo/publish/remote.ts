import { isHarmlessAddress } from '../audit.ts'
import type { Git } from '../git/git.ts'
import { remoteOf } from '../remote-words.ts'
import { auditPublishFolder, isOnThisComputer } from './local-remote.ts'
import { classifyFailure, outOfReach, type RemoteFailure } from './remote-failure.ts'

/** The branch of a remote that a site is published to. */
export interface Remote {
  /** The remote's name in the settings. */
  readonly name: string
  readonly url: string
  /** Full name of the branch there. */
  readonly ref: string
  /** Where the repository keeps what the remote last held. */
  readonly trackingRef: string
  /** The branch's commit there now, null where there is no such branch. */
  look(): Promise<Answer<string | null>>
  /** Brings the branch's commits here and remembers them. */
  fetch(): Promise<Answer<null>>
  /** Hands a commit over as the branch's new end, never against the server's own. What became of it tells `look`. */
  push(commit: string): Promise<Answer<null>>
}

/** What a remote answered, or why it did not. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: RemoteFailure }

const lookDeadline = 60_000
const transferDeadline = 30 * 60_000

const refusedAddress: RemoteFailure = {
  kind: 'refused',
  words:
    'The address this site is published to is of a kind Galley does not use. Everything is kept on this computer. Ask the site’s developer to set an https or ssh address.',
}

function failed<T>(failure: RemoteFailure): Answer<T> {
  return { ok: false, failure }
}

function isAllowed(url: string): boolean {
  if (!isHarmlessAddress(url)) return false
  if (/^https?:\/\/[^/]*@/i.test(url) && /^https?:\/\/[^/@]*:[^/@]*@/i.test(url)) return false
  if (/^http:\/\//i.test(url))
    return (
      process.env.GALLEY_ALLOW_HTTP === '1' && /^http:\/\/(127\.0\.0\.1|localhost)[:/]/i.test(url)
    )
  return /^(https|ssh):\/\//i.test(url) || /^(?:[\w.-]+@)?[\w][\w.-]+:(?!\/\/)\S+$/.test(url)
}

/** What talking to a remote needs. */
export interface RemoteParts {
  readonly git: Git
  /** The repository's own, audited. */
  readonly settings: ReadonlyMap<string, string>
  /** Ends what is under way. */
  readonly signal: AbortSignal
}

/** The remote branch that a local one is published to, from the audited settings; null where there is no remote. */
export function remoteFor({ git, settings, signal }: RemoteParts, branch: string): Remote | null {
  const found = remoteOf(settings, branch)
  if (!found) return null
  const { name } = found
  const url = settings.get(`remote.${name}.pushurl`) ?? found.url
  const ref = settings.get(`branch.${branch}.merge`) ?? `refs/heads/${branch}`
  const trackingRef = `refs/remotes/${name}/${ref.replace(/^refs\/heads\//, '')}`

  async function run(
    verb: readonly string[],
    { refs, deadline }: { readonly refs: readonly string[]; readonly deadline: number },
  ): Promise<Answer<string>> {
    if (signal.aborted) return failed(outOfReach)
    let address = url
    const local = isOnThisComputer(url)
    if (local) {
      const audited = await auditPublishFolder(url)
      if (!('folder' in audited)) return failed(audited)
      address = audited.folder
    } else if (!isAllowed(url)) return failed(refusedAddress)
    const done = await git.network([...verb, '--', address, ...refs], {
      deadline,
      localRemote: local,
      signal,
    })
    if (done.code === 0) return { ok: true, value: done.stdout.toString() }
    return failed(classifyFailure(`${done.stdout.toString()}\n${done.stderr}`, done.timedOut))
  }

  return {
    name,
    url,
    ref,
    trackingRef,
    async look() {
      const answer = await run(['ls-remote'], { refs: [ref], deadline: lookDeadline })
      if (!answer.ok) return answer
      const line = answer.value.split('\n').find((one) => one.endsWith(`\t${ref}`))
      return { ok: true, value: line?.split('\t')[0] ?? null }
    },
    async fetch() {
      const options = ['--no-tags', '--no-write-fetch-head', '--recurse-submodules=no']
      const answer = await run(['fetch', '--quiet', ...options, '--refmap='], {
        refs: [`+${ref}:${trackingRef}`],
        deadline: transferDeadline,
      })
      return answer.ok ? { ok: true, value: null } : answer
    },
    async push(commit) {
      const options = ['--porcelain', '--no-follow-tags', '--recurse-submodules=no', '--no-signed']
      const answer = await run(['push', ...options], {
        refs: [`${commit}:${ref}`],
        deadline: transferDeadline,
      })
      return answer.ok ? { ok: true, value: null } : answer
    },
  }
}
