import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Where main writes what a developer may need later; nothing in it is shown to the user. */
export interface Log {
  readonly file: string
  info(words: string): void
  error(words: string, cause?: unknown): void
}

const largest = 2 * 1024 * 1024

/** Takes names and passwords out of addresses: a log may be sent to somebody else. */
function withoutSecrets(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, '$1…@')
}

function detailsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return cause === undefined ? '' : `\n  ${String(cause)}`
  const own = cause.stack ?? String(cause)
  return `\n  ${own}${cause.cause === undefined ? '' : `\n  because of${detailsOf(cause.cause)}`}`
}

function makeRoom(file: string): void {
  try {
    if (statSync(file).size > largest) renameSync(file, `${file}.old`)
  } catch {
    // No log yet.
  }
}

/** A log that is written at once, so that its last lines survive a crash. It never fails its caller. */
export function createLog(file: string): Log {
  const write = (level: string, words: string): void => {
    try {
      appendFileSync(file, withoutSecrets(`${new Date().toISOString()} ${level} ${words}\n`))
    } catch {
      // A full disk must not stop the work that wanted to tell about it.
    }
  }
  try {
    mkdirSync(dirname(file), { recursive: true })
  } catch {
    // As above.
  }
  makeRoom(file)
  return {
    file,
    info: (words) => write('info', words),
    error: (words, cause) => write('error', words + detailsOf(cause)),
  }
}
