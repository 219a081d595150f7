/** Where a remote is, as people say it: `github.com/agency/site`. No user name, password or access key is ever shown. */
export function remoteWords(url: string): string {
  const address = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/]+)\/+([^?#]*)/i.exec(url)
  const short = address ? null : /^(?:[^/@:]+@)?([^/:]{2,}):(?!\/\/)([^?#]+)$/.exec(url)
  const [, host = '', path = ''] = address ?? short ?? []
  if (host !== '') return `${host}/${path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')}`
  const name = url.replaceAll('\\', '/').replace(/\/+$/, '').split('/').pop() ?? ''
  return `${name.replace(/\.git$/, '') || 'a folder'} on this computer`
}

/** The address a branch is published to, from the repository's own settings; null without one. */
export function remoteOf(settings: ReadonlyMap<string, string>, branch: string | null) {
  const named = branch === null ? undefined : settings.get(`branch.${branch}.remote`)
  const name = named !== undefined && named !== '.' ? named : 'origin'
  const url = settings.get(`remote.${name}.url`)
  return url === undefined ? null : { name, url }
}
