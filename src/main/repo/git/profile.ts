import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/*
 * How every git process of Galley is run: no hook, filter, monitor, editor, pager, prompt or helper that a repository's
 * own configuration names is ever started. Driver-named settings that `-c` cannot reach are refused by the audit.
 */

let hooksFolder: string | null = null

/** An empty folder of ours that stands where hooks would be looked up. */
function emptyHooksFolder(): string {
  if (hooksFolder === null) {
    hooksFolder = join(tmpdir(), `galley-no-hooks-${process.getuid?.() ?? 'user'}`)
    mkdirSync(hooksFolder, { recursive: true, mode: 0o700 })
  }
  return hooksFolder
}

const sshCommand =
  'ssh -oBatchMode=yes -oConnectTimeout=20 -oServerAliveInterval=15 -oServerAliveCountMax=4'

/** Settings that win over any configuration file. */
export function gitSettings(): readonly string[] {
  return [
    'core.fsmonitor=false',
    `core.hooksPath=${emptyHooksFolder()}`,
    `core.sshCommand=${sshCommand}`,
    'core.askPass=',
    'core.editor=false',
    'sequence.editor=false',
    'core.pager=cat',
    'core.gitProxy=',
    'gpg.program=false',
    'gpg.ssh.program=false',
    'gpg.x509.program=false',
    'commit.gpgSign=false',
    'tag.gpgSign=false',
    'log.showSignature=false',
    'submodule.recurse=false',
    'fetch.recurseSubmodules=false',
    'merge.default=text',
    'safe.bareRepository=explicit',
    'gc.auto=0',
    'maintenance.auto=false',
    'core.quotepath=false',
    'core.autocrlf=false',
    'core.protectNTFS=true',
    'core.protectHFS=true',
    'core.longpaths=true',
    'transfer.fsckObjects=true',
    'http.lowSpeedLimit=1000',
    'http.lowSpeedTime=60',
    'core.fsync=committed',
  ]
}

const ambient = /^(git_.*|editor|visual|pager|prefix|ssh_askpass)$/i

/** The environment of a git process started in `root`. `localRemote`: an audited bare remote on this computer. */
export function gitEnvironment(root: string, localRemote = false): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined && !ambient.test(name)) env[name] = value
  return {
    ...env,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: localRemote ? 'file' : allowedProtocols(),
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_ATTR_NOSYSTEM: '1',
    // A repository can say that its contents lie elsewhere; reading it must not go and ask there.
    GIT_NO_LAZY_FETCH: '1',
    GIT_CEILING_DIRECTORIES: dirname(root),
    LC_ALL: 'C',
    LANGUAGE: 'C',
  }
}

/** Plain http is for tests against this computer only; packaged builds never set the switch. */
function allowedProtocols(): string {
  return process.env.GALLEY_ALLOW_HTTP === '1' ? 'https:ssh:http' : 'https:ssh'
}

/** The guarded variables above, by name, for simple-git's own check. */
export const guardedVariables = [
  'GIT_TERMINAL_PROMPT',
  'GIT_ALLOW_PROTOCOL',
  'GIT_PROTOCOL_FROM_USER',
  'GIT_LITERAL_PATHSPECS',
  'GIT_OPTIONAL_LOCKS',
  'GIT_ATTR_NOSYSTEM',
  'GIT_NO_LAZY_FETCH',
  'GIT_CEILING_DIRECTORIES',
  'GIT_AUTHOR_NAME',
  'GIT_AUTHOR_EMAIL',
  'GIT_AUTHOR_DATE',
  'GIT_COMMITTER_NAME',
  'GIT_COMMITTER_EMAIL',
  'GIT_COMMITTER_DATE',
]
