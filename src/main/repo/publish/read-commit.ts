import type { Git } from '../git/git.ts'
import type { Signature } from './make-commit.ts'

/** What a commit says of itself. */
export interface CommitHead {
  readonly parent: string | null
  readonly message: string
  readonly signature: Signature
}

/** Reads a commit's parent, words, author and dates. */
export async function readCommit(git: Git, commit: string): Promise<CommitHead> {
  const text = (await git.bytes(['cat-file', 'commit', commit])).toString('utf8')
  const end = text.indexOf('\n\n')
  const head = text.slice(0, end)
  const person = (role: string) => {
    const [, name = '', email = '', date = ''] =
      new RegExp(`^${role} (.*) <(.*)> (\\d+ [+-]\\d+)$`, 'm').exec(head) ?? []
    const variable = `GIT_${role.toUpperCase()}`
    return {
      [`${variable}_NAME`]: name,
      [`${variable}_EMAIL`]: email,
      [`${variable}_DATE`]: `@${date}`,
    }
  }
  return {
    parent: /^parent ([0-9a-f]+)$/m.exec(head)?.[1] ?? null,
    message: text.slice(end + 2),
    signature: { ...person('author'), ...person('committer') },
  }
}
