import { expect, test } from 'vitest'
import { classifyFailure } from './remote-failure.ts'

/** What git and well-known servers print, as seen. */
const seen: readonly (readonly [output: string, kind: string, words: RegExp])[] = [
  ['! [rejected] x -> main (fetch first)', 'moved', /Somebody else/],
  ['! [remote rejected] x -> main (cannot lock ref)', 'moved', /Somebody else/],
  ['fatal: unable to access: Could not resolve host: github.com', 'offline', /cannot be reached/],
  [
    'fatal: unable to access: Failed to connect to h port 443: Connection refused',
    'offline',
    /cannot be reached/,
  ],
  [
    'error: RPC failed; curl 56 Recv failure: Connection reset by peer',
    'offline',
    /cannot be reached/,
  ],
  [
    'fatal: unable to access: The requested URL returned error: 503',
    'offline',
    /cannot be reached/,
  ],
  ["fatal: Authentication failed for 'https://github.com/a/b.git/'", 'sign-in', /Sign in again/],
  [
    "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
    'sign-in',
    /Sign in again/,
  ],
  [
    'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.',
    'sign-in',
    /Sign in again/,
  ],
  ['Host key verification failed.', 'sign-in', /does not know the site’s server/],
  [
    "remote: Repository not found.\nfatal: repository 'https://x/' not found",
    'sign-in',
    /no site at this address/,
  ],
  [
    'remote: Permission to a/b.git denied to ann.\nfatal: unable to access: The requested URL returned error: 403',
    'refused',
    /read this site but not change/,
  ],
  [
    'remote: error: GH006: Protected branch update failed for refs/heads/main.\n ! [remote rejected]',
    'refused',
    /approval/,
  ],
  [
    'remote: error: GH001: Large files detected.\n! [remote rejected] (pre-receive hook declined)',
    'refused',
    /100 MB/,
  ],
  [
    'remote: error: GH013: Repository rule violations found\nremote: - GITHUB PUSH PROTECTION\nremote: contains secrets',
    'refused',
    /password or a key/,
  ],
  [
    '! [remote rejected] (refusing to allow an OAuth App to create or update workflow `x` without `workflow` scope)',
    'refused',
    /automatic steps/,
  ],
  [
    'fatal: unable to access: SSL certificate problem: self-signed certificate',
    'offline',
    /certificate/,
  ],
  ['fatal: unable to access: CONNECT tunnel failed, response 407', 'offline', /proxy/],
  [
    'fatal: http://x/info/refs not valid: is this a git repository?',
    'offline',
    /sign in to the network/,
  ],
  ['', 'offline', /cannot be reached/],
]

test.each(seen)('%j: %s', (output, kind, words) => {
  const failure = classifyFailure(output)
  expect(failure.kind).toBe(kind)
  expect(failure.words).toMatch(words)
  expect(failure.words).not.toMatch(/\bgit\b|branch|commit|push|repository|remote/i)
})

test('a server’s own reason is shown, short and without escapes', () => {
  const bell = String.fromCharCode(27)
  const { kind, words } = classifyFailure(
    `remote: ${bell}[31mPages need a title.${bell}[0m\nremote: ${'x'.repeat(5000)}\n ! [remote rejected] a -> main (pre-receive hook declined)`,
  )
  expect(kind).toBe('refused')
  expect(words).toContain('It says: “Pages need a title.')
  expect(words).not.toContain(bell)
  expect(words.length).toBeLessThan(500)
})

test('a command that took too long is a network that is away', () => {
  expect(classifyFailure('anything', true).kind).toBe('offline')
})
