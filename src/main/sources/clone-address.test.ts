import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { cloneAddress } from './clone-address.ts'
import { cloneFailure } from './clone-failure.ts'
import { cloneProgress } from './clone-progress.ts'

const before = process.env.GALLEY_ALLOW_HTTP
afterEach(() => {
  if (before === undefined) delete process.env.GALLEY_ALLOW_HTTP
  else process.env.GALLEY_ALLOW_HTTP = before
})

test.each([
  ['https://github.com/agency/site.git', 'https://github.com/agency/site.git', 'github.com'],
  [' https://github.com/agency/site/ ', 'https://github.com/agency/site/', 'github.com'],
  ['github.com/agency/site', 'https://github.com/agency/site', 'github.com'],
  ['https://me@dev.azure.com/a/_git/b', 'https://dev.azure.com/a/_git/b', 'dev.azure.com'],
  ['https://github.com/a/b?tab=readme#x', 'https://github.com/a/b', 'github.com'],
  ['https://host.test:8443/a b.git', 'https://host.test:8443/a%20b.git', 'host.test:8443'],
  ['git@github.com:agency/site.git', 'git@github.com:agency/site.git', 'github.com'],
  ['github.com:agency/site.git', 'github.com:agency/site.git', 'github.com'],
  ['ssh://git@host.test:2222/a/b.git', 'ssh://git@host.test:2222/a/b.git', 'host.test:2222'],
])('%s is cloned from %s', (typed, url, host) =>
  expect(cloneAddress(typed)).toEqual({ kind: 'network', url, host }),
)

test('a folder of this computer is cloned by its path', () => {
  const folder = join(tmpdir(), 'site.git')
  const expected = { kind: 'local', url: folder, host: 'this computer' }
  expect(cloneAddress(folder)).toEqual(expected)
  expect(cloneAddress(pathToFileURL(folder).href)).toEqual(expected)
})

test.each([
  '',
  '  ',
  'site',
  '../site',
  '--upload-pack=touch /tmp/x',
  '-u/tmp/x',
  'ext::sh -c touch% /tmp/x',
  'zz::https://host/a',
  'git://host.test/a.git',
  'ftp://host.test/a.git',
  'javascript://host.test/a',
  'file://host/share/a.git',
  '\\\\host\\share\\a.git',
  '//host/share/a.git',
  'https://',
  'https://host.test',
  'https://host.test/',
  'https://-oProxyCommand=x/a',
  'ssh://-oProxyCommand=touch/a',
  'ssh://-x@host.test/a',
  'ssh://host.test/-x',
  'ssh://host.test/~-x',
  '-oProxyCommand=x@host.test:a',
  'host.test:-oProxyCommand',
  '-host.test:a',
  'git@-host.test:a',
  'https://host.test/a\nhost=other.test',
  'https://host.test/a\0b',
  'https://host.test/\u202egit.a',
  `https://host.test/${'a'.repeat(3000)}`,
])('%j is refused', (typed) =>
  expect(() => cloneAddress(typed)).toThrow(expect.objectContaining({ code: 'invalid-input' })),
)

test.each(['https://me:secret@host.test/a.git', 'ssh://me:secret@host.test/a.git'])(
  'a password in %s is refused and not repeated',
  (typed) => {
    expect(() => cloneAddress(typed)).toThrow(/has a password in it/)
    expect(() => cloneAddress(typed)).not.toThrow(/secret/)
  },
)

test('plain http is for this computer, where tests allow it', () => {
  delete process.env.GALLEY_ALLOW_HTTP
  for (const host of ['host.test', 'localhost', '127.0.0.1:8000', '[::1]'])
    expect(() => cloneAddress(`http://${host}/a.git`)).toThrow(/with https:\/\//)
  process.env.GALLEY_ALLOW_HTTP = '1'
  for (const host of ['host.test', '127.0.0.1.host.test', 'localhost.host.test'])
    expect(() => cloneAddress(`http://${host}/a.git`)).toThrow(/with https:\/\//)
  for (const host of ['localhost', '127.0.0.1:8000', '[::1]'])
    expect(cloneAddress(`http://${host}/a.git`).kind).toBe('network')
})

test('git’s progress becomes words, however it is cut, and never goes back', () => {
  const told: unknown[] = []
  const hear = cloneProgress((...words) => told.push(words))
  const said = [
    "Cloning into '.'...\n",
    'remote: Enumerating objects: 10, done.        \n',
    'remote: Counting objects:  50% (5/10)        \r',
    'remote: Counting objects: 100% (10/10), done.        \n',
    'Receiving objects:   0% (1/200)\rReceiving objects:  45% (90/200), 11.70 MiB | 2.20 MiB/s\r',
    'remote: Total 10 (delta 2), reused 10 (delta 2)        \n',
    'Receiving objects: 100% (200/200), 1.31 GiB | 9.00 MiB/s, done.\n',
    'Resolving deltas:  10% (1/10)\r',
    'Updating files: 100% (20/20), done.\n',
  ].join('')
  for (const letter of said) hear(letter)
  expect(told).toEqual([
    [2, 100, 'Counting 50 %'],
    [3, 100, 'Counting 100 %'],
    [6, 100, 'Receiving 0 %'],
    [39, 100, 'Receiving 45 % (12 MB)'],
    [80, 100, 'Receiving 100 % (1.4 GB)'],
    [81, 100, 'Unpacking 10 %'],
    [100, 100, 'Writing files 100 %'],
  ])
})

test.each([
  ["fatal: unable to access 'https://h/': Could not resolve host: h", 'offline'],
  [
    'ssh: Could not resolve hostname h: Name or service not known\nfatal: Could not read',
    'offline',
  ],
  ['ssh: connect to host h port 22: Connection timed out', 'offline'],
  ['git@h: Permission denied (publickey).\nfatal: Could not read from remote', 'sign-in'],
  ['Host key verification failed.\nfatal: Could not read from remote repository.', 'sign-in'],
  ["fatal: could not read Username for 'https://h': terminal prompts disabled", 'sign-in'],
  ["fatal: Authentication failed for 'https://h/a/'", 'sign-in'],
  ['remote: Repository not found.\nfatal: repository https://h/a/ not found', 'not-found'],
  ["fatal: '/a.git' does not appear to be a git repository", 'not-found'],
  ['fatal: write error: No space left on device', 'disk-full'],
  ['fatal: unable to access: SSL certificate problem: self-signed certificate', 'refused'],
  ['fatal: unable to access: server certificate verification failed. CAfile: none', 'refused'],
  ['error: RPC failed; curl 56 OpenSSL SSL_read: Connection was reset, errno 10054', 'offline'],
  ['error: RPC failed; curl 28 Operation too slow. Less than 1 bytes/sec', 'offline'],
  ['fatal: unable to access: Received HTTP code 407 from proxy after CONNECT', 'offline'],
  ["error: object 12: hasDotgit: contains '.git'\nfatal: fsck error in packed object", 'refused'],
  ['something nobody has seen', 'git'],
])('%s is %s', (output, code) => {
  const error = cloneFailure(output, 'h.test')
  expect(error.code).toBe(code)
  expect(error.message).not.toMatch(/fatal|\bgit [a-z]/)
})

test('no password of an address reaches the log', () => {
  const error = cloneFailure("fatal: unable to access 'https://me:secret@h/a'", 'h')
  expect(String(error.cause)).not.toContain('secret')
})
