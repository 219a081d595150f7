/** Why a remote could not be reached or did not take a publish. */
export interface RemoteFailure {
  /**
   * `offline` and `sign-in` wait and are tried again; `refused` is the server's last word on this publish; `moved` asks
   * to look again, for somebody else was quicker.
   */
  readonly kind: 'offline' | 'sign-in' | 'refused' | 'moved'
  readonly words: string
}

type Kind = RemoteFailure['kind']

const kept = 'Everything is kept on this computer.'
const offline = 'The site’s server cannot be reached. Galley publishes as soon as it can be.'
const signIn = `The server did not accept your sign-in. ${kept} Sign in again with the program that keeps your password (such as GitHub Desktop), or ask the site’s developer, then try again.`

/** The first that fits counts: special texts stand before general ones. */
const known: readonly (readonly [RegExp, Kind, string])[] = [
  [
    /non-fast-forward|fetch first|stale info|cannot lock ref|failed to update ref|incorrect old value|reference already exists/i,
    'moved',
    'Somebody else published at the same moment. Try again.',
  ],
  [
    /GH001|file size limit|exceeds the maximum|returned error: 413|pack exceeds/i,
    'refused',
    `The server takes no file of 100 MB or more, so nothing was published. ${kept} Make the big file smaller or leave it out, then publish again.`,
  ],
  [
    /GH013[\s\S]*(secret|push protection)|push protection|contains secrets/i,
    'refused',
    `The server found something like a password or a key in a file, so nothing was published. ${kept} Take it out of the file, then publish again.`,
  ],
  [
    /GH007|private email/i,
    'refused',
    `The server does not let your private e-mail address be shown, so nothing was published. ${kept} Choose another address in the settings, then publish again.`,
  ],
  [
    /GH006|protected branch|protected by|branch is protected|TF402455|not allowed to push (code )?to (a )?protected/i,
    'refused',
    `The site is protected: changes to it need somebody’s approval, so nothing was published. ${kept} Ask the site’s developer how changes are handed in.`,
  ],
  [
    /workflow['’]? scope|refusing to allow/i,
    'refused',
    `Your sign-in does not allow changes to the site’s automatic steps, so nothing was published. ${kept} Leave these files out or ask the site’s developer.`,
  ],
  [
    /denyCurrentBranch|checked out/i,
    'refused',
    `The place this site is published to is somebody’s open folder, so nothing was published. ${kept} Ask the site’s developer to set it up for publishing.`,
  ],
  [
    /returned error: 403|permission to .* denied|write access .* not granted|read.only|insufficient permission|not allowed to push|archived/i,
    'refused',
    `You may read this site but not change it, so nothing was published. ${kept} Ask the site’s owner to let you publish.`,
  ],
  [
    /host key verification failed/i,
    'sign-in',
    `This computer does not know the site’s server yet. ${kept} Ask the site’s developer to connect to it once from this computer.`,
  ],
  [
    /authentication failed|could not read (username|password)|permission denied \(|returned error: 401|invalid (username|credentials)|terminal prompts disabled|logon failed/i,
    'sign-in',
    signIn,
  ],
  [
    /repository not found|repository '.*' not found|returned error: 404|not found: did you run|does not exist|does not appear to be a git repository/i,
    'sign-in',
    `There is no site at this address, or you may not see it. ${kept} Check with the site’s developer that the address is right and that you have access.`,
  ],
  [
    /certificate|ssl_error|schannel: /i,
    'offline',
    `The connection to the site’s server is not safe: its certificate is not accepted. ${kept} Check the computer’s date, or ask the people who look after your network.`,
  ],
  [
    /407|connect tunnel failed|proxy/i,
    'offline',
    `Your network’s proxy did not let the connection through. ${kept} Ask the people who look after your network.`,
  ],
  [
    /no DAV locking|valid: is this a git repository|maximum \(\d+\) redirects|invalid server response|unable to update url base/i,
    'offline',
    `Your network answered instead of the site’s server. ${kept} Open a web page to sign in to the network first.`,
  ],
]

/** What the server itself said, in one line, without escapes that draw on a screen. */
function serverWords(output: string): string {
  const lines = output
    .split(/[\r\n]+/)
    .flatMap((line) => /^remote:(.*)/.exec(line)?.[1] ?? [])
    // biome's control-character rule knows no \p: Cc holds escapes, bells and the like.
    .map((line) => line.replace(/\p{Cc}\[[0-9;]*[A-Za-z]|\p{Cc}/gu, '').trim())
    .filter((line) => line !== '')
  const text = lines.join(' ')
  return text.length > 300 ? `${text.slice(0, 299)}…` : text
}

/** Tells from git's output why a command that talks to a remote failed. */
export function classifyFailure(output: string, timedOut = false): RemoteFailure {
  if (timedOut) return { kind: 'offline', words: offline }
  for (const [pattern, kind, words] of known) if (pattern.test(output)) return { kind, words }
  if (/remote rejected|hook declined|\[rejected\]/i.test(output)) {
    const said = serverWords(output)
    const reason = said === '' ? '' : ` It says: “${said}”`
    return {
      kind: 'refused',
      words: `The site’s server did not accept this publish.${reason} ${kept}`,
    }
  }
  return { kind: 'offline', words: offline }
}

/** The words for a remote that is out of reach. */
export const outOfReach: RemoteFailure = { kind: 'offline', words: offline }
