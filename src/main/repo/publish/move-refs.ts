import type { Git } from '../git/git.ts'

/** A ref to be moved; `from` undefined: wherever it was, null: it was not there. `to` null: it is removed. */
export interface RefMove {
  readonly ref: string
  readonly from?: string | null
  readonly to: string | null
}

/** Moves refs all at once, or none of them where one was not where it should be. */
export async function moveRefs(git: Git, moves: readonly RefMove[]): Promise<void> {
  if (moves.length === 0) return
  const nothing = '0'.repeat((moves.find(({ to }) => to !== null)?.to ?? '0'.repeat(40)).length)
  const lines = moves.map(({ ref, from, to }) => {
    const old = from === undefined ? '' : (from ?? nothing)
    return to === null ? `delete ${ref}\0${old}\0` : `update ${ref}\0${to}\0${old}\0`
  })
  await git.bytes(['update-ref', '-m', 'galley: publish', '-z', '--stdin'], {
    input: lines.join(''),
  })
}
