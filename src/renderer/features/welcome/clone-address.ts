const isLoopback = (host: string) => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host)

/** What is wrong with a web address, as far as it can be told without asking the network. */
function webProblem(address: string): string | null {
  const rest = address.replace(/^https?:\/\//i, '')
  if (rest === '' || !rest.includes('/')) return null
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return 'This is not a web address. Check it for a mistake.'
  }
  if (url.password !== '')
    return 'Take the password out of the address. Galley asks for it when it is needed.'
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return 'Use the same address with https://. Galley does not clone over http://.'
  return null
}

/**
 * One sentence about a mistake in the address of a repository; null while it may still become a good one.
 * Main has the last word: this only saves a try that cannot succeed.
 */
export function addressProblem(typed: string): string | null {
  const address = typed.trim()
  if (address === '') return null
  if (/^(?:[\\/]|[a-z]:[\\/]|file:)/i.test(address)) return null
  if (/\s/.test(address)) return 'There is a space in this address. Check it for a mistake.'
  if (/^https?:\/\//i.test(address)) return webProblem(address)
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'ssh')
    return `Use an address that begins with https://. Galley does not clone over ${scheme}://.`
  if (address.startsWith('-')) return 'An address does not begin with “-”. Check it for a mistake.'
  return null
}

/** Whether an address names a place and something at it, so that a try makes sense. */
export function isWholeAddress(typed: string): boolean {
  const address = typed.trim()
  if (addressProblem(address) !== null) return false
  return /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/\s]+[/:][^/\s]|^[\\/][^\s]|^[a-z]:[\\/]|^file:/i.test(
    address,
  )
}

/** The folder name a repository suggests: the last part of its address. */
export function nameFromAddress(typed: string): string {
  const path = typed
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/[\\/]+$/, '')
  const last = /[^\\/:]*$/.exec(path.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, ''))?.[0] ?? ''
  return last
    .replace(/\.git$/i, '')
    .replace(/[<>:"|?*\p{Cc}]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120)
}

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** One sentence about a name no folder can have on every system. */
export function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'Give the folder a name.'
  if (/[<>:"|?*/\\\p{Cc}]/u.test(name))
    return 'A folder name cannot have any of < > : " | ? * / \\ in it.'
  if (/^[.\s]|[.\s]$/.test(name)) return 'A folder name cannot begin or end with a dot or a space.'
  if (reserved.test(name)) return 'Windows keeps this name for itself. Choose another.'
  if (name.length > 120) return 'Choose a shorter name, of at most 120 characters.'
  return null
}
