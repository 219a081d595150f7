/**
 * The address to hand to the system's browser or mail program, or null for one that must not leave Galley: files,
 * programs' own schemes, plain http, hidden sign-in data, mails with attachments, endless ones.
 */
export function externalAddress(address: string): string | null {
  if (address.length > 2000) return null
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return null
  }
  if (url.username !== '' || url.password !== '') return null
  if (url.protocol === 'https:') return url.hostname === '' ? null : url.href
  if (url.protocol === 'mailto:') return /[?&]attach/i.test(url.search) ? null : url.href
  return null
}
