import { compileString, Logger } from 'sass'

/** A sheet of Jekyll's has fences at its head, often with nothing between them. */
const fences = /^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/

/** What the compiler says, without its drawing of the place. */
const firstLine = (message: string) => message.split('\n')[0] ?? message

// A worker has no files and no network of its own here: nothing that a sheet imports can be fetched.
addEventListener('message', ({ data }: MessageEvent<string>) => {
  try {
    const { css } = compileString(data.replace(fences, ''), {
      logger: Logger.silent,
      charset: false,
    })
    postMessage({ css })
  } catch (error) {
    postMessage({ problem: firstLine(error instanceof Error ? error.message : String(error)) })
  }
})
