/** Decodes a part of an address once; what is not encoded properly stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const siteVariable = /^\{\{\s*site\.(?:baseurl|url)\s*\}\}/

/**
 * The address under which the app shows a file that a page of the site mentions; null for other hosts, data and
 * anything that is not a path from the site's root. `version` is `published` or a commit; left out, the file as it is now.
 */
export function mediaUrl(siteId: string, src: string, version?: string): string | null {
  const path = src
    .trim()
    .replace(siteVariable, '')
    .replace(/[?#].*$/, '')
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\')) return null
  const parts = path.slice(1).split('/').map(decoded)
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('/')))
    return null
  const at = version === undefined ? '' : `@${version}/`
  return `media://${siteId}/${at}${parts.map(encodeURIComponent).join('/')}`
}
