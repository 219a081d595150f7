import { readFileSync, renameSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { atomicWrite } from '../repo/atomic-write.ts'

/** A small file of Galley's own, such as the settings. */
export interface JsonFile<T> {
  get(): T
  /** Replaces the value at once in memory and atomically on disk; resolves when it is safe. */
  set(value: T): Promise<void>
  /** Resolves when everything set so far is on disk or has failed. */
  idle(): Promise<void>
}

export interface JsonFileOptions<T> {
  /** Throws for anything that is not a value of this file. */
  parse(raw: unknown): T
  readonly initial: T
  /** Told when the file could not be used and was set aside. */
  onDamaged?(words: string, cause: unknown): void
}

function load<T>(path: string, { parse, initial, onDamaged }: JsonFileOptions<T>): T {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return initial
  }
  try {
    return parse(JSON.parse(text))
  } catch (error) {
    const aside = `${path}.damaged`
    try {
      renameSync(path, aside)
    } catch {
      // A read-only profile: the defaults serve as well.
    }
    onDamaged?.(`${path} could not be read; it was set aside as ${aside}`, error)
    return initial
  }
}

/** Opens a JSON file, which need not exist yet. A damaged one is set aside and the initial value used. */
export function openJsonFile<T>(path: string, options: JsonFileOptions<T>): JsonFile<T> {
  let value = load(path, options)
  let writing = Promise.resolve()
  return {
    get: () => value,
    set(next) {
      value = next
      const write = async (): Promise<void> => {
        await mkdir(dirname(path), { recursive: true })
        await atomicWrite(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`))
      }
      const done = writing.then(write)
      writing = done.catch(() => undefined)
      return done
    },
    idle: () => writing,
  }
}
