import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const commitId = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null)
}

/**
 * The commit that a repository stands on, read from its own files; null where they do not say it in the plain way
 * (nothing committed yet, references kept in another form): then git has to be asked. `gitFolder` is `.git` itself.
 * The forms are those of git's gitrepository-layout: `HEAD`, loose references, `packed-refs`.
 */
export async function headCommit(gitFolder: string): Promise<string | null> {
  const head = (await textOf(join(gitFolder, 'HEAD')))?.trim() ?? ''
  if (commitId.test(head)) return head
  const ref = /^ref: (refs\/[^\s]+)$/.exec(head)?.[1]
  if (ref === undefined || ref.includes('..')) return null
  const loose = await textOf(join(gitFolder, ref))
  if (loose !== null) return commitId.test(loose.trim()) ? loose.trim() : null
  const packed = (await textOf(join(gitFolder, 'packed-refs'))) ?? ''
  const line = packed.split('\n').find((entry) => entry.endsWith(` ${ref}`))
  const id = line?.slice(0, line.indexOf(' ')) ?? ''
  return commitId.test(id) ? id : null
}
