import { AppError } from '../../shared/ipc/app-error.ts'
import { localFolderOf } from '../repo/local-remote.ts'

export interface CloneAddress {
  /** `local`: a bare repository on this computer, to be audited. */
  readonly kind: 'network' | 'local'
  /** What git is given; holds no password. */
  readonly url: string
  /** For the user's eyes. */
  readonly host: string
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
const hostName = /^(?!-)[a-z0-9._-]+$|^\[[0-9a-f:.]+\]$/i
const scp = /^(?:([\w.-]+)@)?([\w.-]{2,}):(?![/\\]{2})([^\s]+)$/
const bareWeb = /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}\/[^\s]+$/i

function refuse(words: string): never {
  throw new AppError('invalid-input', words)
}

const notAnAddress =
  'This is not the address of a site that Galley can clone. It begins with https:// or looks like git@host:agency/site.git. Copy it from the page of the site’s repository.'

function webAddress(url: URL): CloneAddress {
  if (url.password !== '')
    refuse(
      'This address has a password in it. Take it out and try again: Galley asks for it when it is needed, and never keeps it in an address.',
    )
  const mayBePlain = process.env.GALLEY_ALLOW_HTTP === '1' && loopback.test(url.hostname)
  if (url.protocol === 'http:' && !mayBePlain)
    refuse(
      'Addresses that begin with http:// can be read and changed on the way. Use the same address with https://.',
    )
  if (url.pathname.length < 2) refuse(notAnAddress)
  // The user name of a copied address would be offered to the host, and may even be a key.
  url.username = ''
  url.search = ''
  url.hash = ''
  return { kind: 'network', url: url.href, host: url.host }
}

function sshAddress(url: URL): CloneAddress {
  if (url.password !== '')
    refuse('This address has a password in it. Take it out and try again: SSH uses your keys.')
  const plainUser = /^(?!-)[\w.-]*$/.test(url.username)
  if (!plainUser || url.pathname.length < 2 || /^\/[-~]?-/.test(url.pathname)) refuse(notAnAddress)
  return { kind: 'network', url: url.href, host: url.host }
}

function withScheme(address: string): CloneAddress {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return refuse(notAnAddress)
  }
  if (!hostName.test(url.hostname)) refuse(notAnAddress)
  if (url.protocol === 'ssh:') return sshAddress(url)
  if (url.protocol === 'https:' || url.protocol === 'http:') return webAddress(url)
  return refuse(
    `Galley clones over https:// and SSH, and this address begins with ${url.protocol}//, which is not safe or not known.`,
  )
}

/** Reads what the user typed or pasted. Throws `invalid-input` in their words; nothing it lets through is an option to git. */
export function cloneAddress(typed: string): CloneAddress {
  const address = typed.trim()
  if (address === '') refuse('Type or paste the address of the site’s repository.')
  // Also characters that turn the reading direction, with which an address can look like another.
  if (/[\p{Cc}\p{Cf}]/u.test(address) || address.length > 2000) refuse(notAnAddress)
  if (address.startsWith('-') || /^[a-z][a-z0-9+.-]*::/i.test(address)) refuse(notAnAddress)
  const folder = localFolderOf(address)
  if (folder !== null) return { kind: 'local', url: folder, host: 'this computer' }
  if (/^file:/i.test(address) || /^[\\/]/.test(address)) refuse(notAnAddress)
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) return withScheme(address)
  if (bareWeb.test(address)) return withScheme(`https://${address}`)
  const [, user = '', host = '', path = ''] = scp.exec(address) ?? []
  if (!hostName.test(host) || user.startsWith('-') || path.startsWith('-'))
    return refuse(notAnAddress)
  return { kind: 'network', url: address, host }
}
