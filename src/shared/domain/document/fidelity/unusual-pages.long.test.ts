import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { measurePage } from './measure-page.ts'

const file = readFileSync(join(import.meta.dirname, '../fixtures/unusual-pages.txt'), 'utf8')

/** Pages as people write them by hand, each behind a line with its name. */
const pages = file
  .split(/^@@@ /m)
  .slice(1)
  .map((part) => {
    const newline = part.indexOf('\n')
    return { name: part.slice(0, newline), body: part.slice(newline + 1) }
  })

const front = '---\ntitle: A page\npermalink: /a-page/\n---\n'

const variants: Readonly<Record<string, (body: string) => string>> = {
  'as they are': (body) => body,
  'with CRLF': (body) => body.replace(/\n/g, '\r\n'),
  'with blank lines above and no last line end': (body) => `\n\n${body.trimEnd()}`,
}

describe.each(Object.entries(variants))('unusual pages %s', (variant, written) => {
  test.each(pages)('$name', { timeout: 30_000 }, ({ name, body }) => {
    const page = measurePage(`${name}.md`, front + written(body), variant === 'as they are')
    expect(page).toMatchObject({ identical: true, refusal: null })
    for (const edit of page.edits)
      expect(edit).toMatchObject({ withinBlock: true, reparseEqual: true, refusal: null })
    // Code with blank lines inside and signs of other generators stay locked, everything else can be edited.
    expect(page.edits.length > 0 || page.opaque > 0).toBe(true)
    const wide = page.edits.filter((edit) => !edit.oneLine)
    // Attributes at the head of a list item are read as words; changing them changes the list's shape.
    expect(wide.length).toBeLessThanOrEqual(name === 'ial' ? 1 : 0)
  })
})
