import { AppError } from '../../../shared/ipc/app-error.ts'
import type { Identity } from '../../../shared/ipc/publish-calls.ts'
import type { PublishRepo } from './publish-repo.ts'

/** Who publishes from here: as the user said last, else as git's settings say; null where nobody knows. */
export async function knownIdentity({ git, record }: PublishRepo): Promise<Identity | null> {
  const remembered = record.get().identity
  if (remembered) return remembered
  const text = await git
    .run(['config', '--includes', '-z', '--get-regexp', '^user\\.(name|email)$'])
    .catch(() => '')
  const found = new Map(
    text.split('\0').map((entry) => {
      const cut = entry.indexOf('\n')
      return [entry.slice(0, cut).trim(), entry.slice(cut + 1).trim()] as const
    }),
  )
  const name = (found.get('user.name') ?? '').slice(0, 200)
  const email = (found.get('user.email') ?? '').slice(0, 320)
  return name !== '' && email.length >= 3 ? { name, email } : null
}

/** Without what git takes out of a name; nothing left is no name. */
const cleaned = (text: string) => text.replace(/[<>\p{Cc}]/gu, '').trim()

/** The variables of a commit by this person, made at `at`. */
export function signatureOf({ name, email }: Identity, at: Date): Readonly<Record<string, string>> {
  const [who, address] = [cleaned(name), cleaned(email)]
  if (!/[^\s.,:;"\\']/.test(who) || address === '')
    throw new AppError(
      'invalid-input',
      'Galley needs a name and an e-mail address to publish with. Nothing was published.',
    )
  const minutes = -at.getTimezoneOffset()
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const zone = `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}${two(Math.abs(minutes) % 60)}`
  const date = `@${Math.floor(at.getTime() / 1000)} ${zone}`
  return {
    GIT_AUTHOR_NAME: who,
    GIT_AUTHOR_EMAIL: address,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: who,
    GIT_COMMITTER_EMAIL: address,
    GIT_COMMITTER_DATE: date,
  }
}
