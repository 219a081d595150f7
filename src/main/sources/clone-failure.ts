import { AppError, type ErrorCode } from '../../shared/ipc/app-error.ts'

interface Words {
  readonly git: RegExp
  readonly code: ErrorCode
  say(host: string): string
}

/** What git says, in the order in which it is asked for: the first that fits explains the failure. */
const known: readonly Words[] = [
  {
    git: /No space left on device|disk quota exceeded|not enough space/i,
    code: 'disk-full',
    say: () =>
      'The disk is full, so the site could not be cloned. Nothing was left behind. Free some space or choose another disk, then try again.',
  },
  {
    git: /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED/i,
    code: 'sign-in',
    say: (host) =>
      `This computer does not know ${host} yet, or it is not the computer it was. Ask the site’s developer to connect to it once with SSH on this computer, or use the address that begins with https://.`,
  },
  {
    git: /Permission denied \((publickey|password|keyboard)/i,
    code: 'sign-in',
    say: (host) =>
      `${host} does not accept the SSH keys of this computer. Add your key there, or use the address that begins with https://, then try again.`,
  },
  {
    git: /could not read (Username|Password)|Authentication failed|terminal prompts disabled|error: 401|HTTP Basic: Access denied|Invalid username or (password|token)/i,
    code: 'sign-in',
    say: (host) =>
      `${host} wants you to sign in before it gives this site away. Sign in to ${host} with Git Credential Manager or an SSH key, and check that your account may see the site. Then try again.`,
  },
  {
    git: /error: 403|Access denied|not authorized/i,
    code: 'refused',
    say: (host) =>
      `${host} does not let your account see this site. Ask its owner to give you access, then try again.`,
  },
  {
    git: /Could not resolve host|Couldn't connect|Could not connect|Failed to connect|Connection (refused|timed out)|Network is unreachable|No route to host|Operation timed out|Name or service not known|nodename nor servname|Temporary failure in name resolution/i,
    code: 'offline',
    say: (host) =>
      `${host} could not be reached. Check that you are connected, and the address for a mistake, then try again.`,
  },
  {
    git: /not found|does not exist|error: 404|does not appear to be a git repository|repository .* not exported/i,
    code: 'not-found',
    say: (host) =>
      `There is no site at this address on ${host}, or your account may not see it. Check the address for a mistake, and that you are allowed to see the site.`,
  },
  {
    git: /certificat|issuer|self[- ]signed|SEC_E_UNTRUSTED|CRYPT_E_|CERT_/i,
    code: 'refused',
    say: (host) =>
      `The connection to ${host} is not safe: its certificate is not accepted. Check the date and time of this computer. On a company network, ask its support to install the network’s certificate. Nothing was cloned.`,
  },
  {
    git: /407|proxy/i,
    code: 'offline',
    say: (host) =>
      `The proxy of your network did not let Galley through to ${host}. Ask the network’s support, then try again.`,
  },
  {
    git: /error: (429|5\d\d)/i,
    code: 'offline',
    say: (host) => `${host} cannot answer just now. Nothing was left behind. Try again in a while.`,
  },
  {
    git: /fsck error|error in (object|tree|commit|tag)|hasDot|invalid path/i,
    code: 'refused',
    say: () =>
      'The site’s history has content that is not safe to keep on a computer, so it was not cloned. Tell the site’s developer.',
  },
  {
    git: /transport '.*' not allowed|redirect|Protocol .*(disabled|not supported)/i,
    code: 'refused',
    say: (host) =>
      `${host} sends Galley on to an address that is not safe. Check the address, or use the one it gives in your browser. A network that asks you to sign in first does this too.`,
  },
  {
    git: /early EOF|unexpected disconnect|RPC failed|hung up|Operation too slow|Connection (was )?reset|unexpectedly|invalid index-pack|fetch-pack/i,
    code: 'offline',
    say: (host) =>
      `The connection to ${host} broke off before the site was complete. Nothing was left behind. Try again.`,
  },
  {
    git: /valid.*info\/refs|not a git repository/i,
    code: 'not-found',
    say: (host) =>
      `What ${host} answers is not a site’s repository. Check the address; a network that asks you to sign in first answers like this too.`,
  },
]

/** Addresses in git's words can hold names and passwords of a redirect. */
const withoutSecrets = (text: string) =>
  text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, '$1…@').slice(-4000)

/** Why a clone failed, in the user's words; git's own go to the log as the cause. */
export function cloneFailure(output: string, host: string): AppError {
  const cause = new Error(withoutSecrets(output))
  const words = known.find(({ git }) => git.test(output))
  return words
    ? new AppError(words.code, words.say(host), { cause })
    : new AppError(
        'git',
        `The site could not be cloned from ${host}. Nothing was left behind. Try again; if it fails again, show the log to the site’s developer.`,
        { cause },
      )
}
