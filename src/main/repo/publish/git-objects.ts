import { createHash } from 'node:crypto'
import type { Git } from '../git/git.ts'

/** How long an id of git is in hex: 40 for SHA-1, 64 for SHA-256 repositories. */
export type IdLength = 40 | 64

const algorithms = { 40: 'sha1', 64: 'sha256' } as const

/** The id git gives to an object with these bytes. */
export function objectId(kind: 'blob' | 'tree', bytes: Uint8Array, length: IdLength): string {
  return createHash(algorithms[length])
    .update(`${kind} ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}

const batchBytes = 64 * 1024 * 1024

function batchesOf(contents: readonly Uint8Array[]): (readonly Uint8Array[])[] {
  const batches: Uint8Array[][] = []
  let size = 0
  for (const content of contents) {
    const last = batches.at(-1)
    if (last && size + content.length <= batchBytes) last.push(content)
    else {
      batches.push([content])
      size = 0
    }
    size += content.length
  }
  return batches
}

/** Many contents by one process: `get-mark` prints the id of each. */
async function importBlobs(git: Git, contents: readonly Uint8Array[]): Promise<string[]> {
  const input = contents.flatMap((content, index) => [
    Buffer.from(`blob\nmark :${index + 1}\ndata ${content.length}\n`),
    content,
    Buffer.from(`\nget-mark :${index + 1}\n`),
  ])
  const output = await git.bytes(['fast-import', '--quiet', '--done', '--date-format=raw'], {
    input: Buffer.concat([...input, Buffer.from('done\n')]),
  })
  return output.toString().split('\n').filter(Boolean)
}

/** Puts contents into the object database as they are, without any filter; answers their ids in order. */
export async function writeBlobs(git: Git, contents: readonly Uint8Array[]): Promise<string[]> {
  const ids: string[] = []
  for (const batch of batchesOf(contents)) {
    const [first] = batch
    if (batch.length > 1) ids.push(...(await importBlobs(git, batch)))
    else if (first)
      ids.push(
        (await git.bytes(['hash-object', '-w', '--stdin'], { input: first })).toString().trim(),
      )
  }
  return ids
}

/** Reads contents by id with one process; ids that are not there are left out. */
export async function readBlobs(
  git: Git,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = [...new Set(ids)]
  const found = new Map<string, Uint8Array>()
  if (wanted.length === 0) return found
  const output = await git.bytes(['cat-file', '--batch'], { input: `${wanted.join('\n')}\n` })
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at)
    const [id = '', kind, size] = output.subarray(at, end).toString().split(' ')
    at = end + 1
    if (size === undefined) continue
    const bytes = output.subarray(at, at + Number(size))
    if (kind === 'blob') found.set(id, bytes)
    at += Number(size) + 1
  }
  return found
}

/** Sizes in bytes by id with one process; ids that are not there are left out. */
export async function blobSizes(
  git: Git,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const output = await git.bytes(['cat-file', '--batch-check=%(objectname) %(objectsize)'], {
    input: `${wanted.join('\n')}\n`,
  })
  const lines = output
    .toString()
    .split('\n')
    .map((line) => line.split(' '))
  return new Map(
    lines.flatMap(([id = '', size = '']) => (/^\d+$/.test(size) ? [[id, Number(size)]] : [])),
  )
}
