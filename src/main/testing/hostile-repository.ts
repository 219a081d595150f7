import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ContentRepo, contentRepo } from './content-repo-builder.ts'

const attributes = '* filter=x diff=x merge=x\n'
export const hostilePages = {
  'a.md': 'one\n',
  'images/b.svg': '<svg/>',
  '.gitattributes': attributes,
}

/** A site with a remote, and a program that leaves a mark wherever it runs. */
export async function trap() {
  const site = await contentRepo(hostilePages).withRemote().build()
  const program = join(site.top, 'program')
  const mark = join(site.top, 'mark')
  await writeFile(program, `#!/bin/sh\necho "$0 $*" >> '${mark}'\nexit 0\n`)
  await chmod(program, 0o755)
  return {
    site,
    program,
    /** How the program was called so far. */
    marks: () => readFile(mark, 'utf8').catch(() => ''),
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}

type Plant = (site: ContentRepo, program: string) => Promise<unknown>
const set =
  (key: string, value: (program: string) => string = (program) => program): Plant =>
  (site, program) =>
    site.git('config', key, value(program))

const hooks =
  'applypatch-msg pre-applypatch post-applypatch pre-commit pre-merge-commit prepare-commit-msg commit-msg post-commit pre-rebase post-checkout post-merge pre-push pre-receive update proc-receive post-receive post-update reference-transaction push-to-checkout pre-auto-gc post-rewrite sendemail-validate fsmonitor-watchman post-index-change'.split(
    ' ',
  )

/** What can be planted in a repository to run a program or lead elsewhere. */
export const plants: readonly (readonly [string, Plant])[] = [
  ['a monitor', set('core.fsmonitor')],
  [
    'a monitor in a file of the site',
    async (site, program) => {
      await site.write('evil.cfg', `[core]\n\tfsmonitor = ${program}\n`)
      await site.git('config', 'include.path', '../evil.cfg')
    },
  ],
  [
    'the same, if the folder has a name',
    async (site, program) => {
      await site.write('evil.cfg', `[core]\n\tfsmonitor = ${program}\n`)
      await site.git('config', 'includeIf.gitdir:**.path', '../evil.cfg')
    },
  ],
  [
    'a monitor in the folder’s own settings',
    async (site, program) => {
      await site.git('config', 'extensions.worktreeConfig', 'true')
      await writeFile(join(site.root, '.git/config.worktree'), `[core]\n\tfsmonitor=${program}\n`)
    },
  ],
  [
    'every hook there is',
    async ({ root }, program) => {
      await mkdir(join(root, '.git/hooks'), { recursive: true })
      for (const name of hooks) await symlink(program, join(root, '.git/hooks', name))
    },
  ],
  [
    'hooks in the site',
    async (site, program) => {
      await mkdir(join(site.root, 'hooks'))
      for (const name of hooks) await symlink(program, join(site.root, 'hooks', name))
      await site.git('config', 'core.hooksPath', 'hooks')
    },
  ],
  ['a filter for reading', set('filter.x.clean')],
  ['a filter for writing', set('filter.x.smudge')],
  ['a filter that stays', set('filter.x.process')],
  [
    'a filter for all files, in the repository',
    async (site, program) => {
      await site.git('config', 'filter.lfs.clean', program)
      await writeFile(join(site.root, '.git/info/attributes'), '* filter=lfs\n')
    },
  ],
  ['a merge driver', set('merge.x.driver')],
  ['the usual merge driver', set('merge.default', () => 'x')],
  ['a diff program', set('diff.x.command')],
  ['a text converter', set('diff.x.textconv')],
  ['an external diff', set('diff.external')],
  ['a signer', set('gpg.program')],
  ['a key finder', set('gpg.ssh.defaultKeyCommand')],
  ['signing', set('commit.gpgSign', () => 'true')],
  ['an ssh', set('core.sshCommand')],
  ['a proxy', set('core.gitProxy')],
  ['a keeper of passwords', set('credential.helper')],
  ['one for an address', set('credential.https://host.test.helper')],
  ['an asker', set('core.askPass')],
  ['a remote that is a command', set('remote.origin.url', (program) => `ext::${program}`)],
  ['a remote of an unknown kind', set('remote.origin.url', () => 'zz::host/a')],
  ['a remote without proof', set('remote.origin.url', () => 'git://host.test/a')],
  ['a remote of another system', set('remote.origin.vcs', () => 'zz')],
  ['a program on the other side', set('remote.origin.uploadpack')],
  ['a program that receives', set('remote.origin.receivepack')],
  ['leave for every kind', set('protocol.ext.allow', () => 'always')],
  ['another address in place of one', set('url.https://evil.test/.insteadOf', () => 'https:')],
  ['the same for pushing', set('url.https://evil.test/.pushInsteadOf', () => 'https:')],
  ['no proof of the host', set('http.sslVerify', () => 'false')],
  ['none for an address', set('http.https://host.test.sslVerify', () => 'false')],
  ['a proxy', set('http.https://host.test.proxy', () => 'http://evil.test')],
  ['a header', set('http.extraHeader', () => 'Authorization: x')],
  ['a certificate', set('http.sslCAInfo', () => '/tmp/evil.pem')],
  ['a submodule’s program', set('submodule.x.update', (program) => `!${program}`)],
  ['a hook of the cleaning', set('gc.recentObjectsHook')],
  ['a command for others’ refs', set('core.alternateRefsCommand')],
  ['a pager', set('core.pager')],
  ['an editor', set('core.editor')],
  ['another name for a command', set('alias.ls-files', (program) => `!${program}`)],
]
