import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changedLines, wordEdits } from '../testing/word-edits.ts'
import { saveMarkdownBody } from './ladder.ts'
import { openMarkdownBody } from './open-markdown.ts'

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8')

const variants: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with CRLF': (text) => text.replace(/\n/g, '\r\n'),
  'with spaces at line ends': (text) => text.replace(/([a-z.])\n/g, '$1 \n'),
  'with blank edges': (text) => `\n\n${text}\n\n\n`,
}

describe.each(['commonmark.md', 'kramdown.md'])('%s', (file) => {
  describe.each(Object.entries(variants))('%s', (name, variant) => {
    test('every word edit changes its line only', () => {
      const body = variant(fixture(file))
      const opened = openMarkdownBody(body)
      expect(saveMarkdownBody(opened, opened.doc).text).toBe(body)
      // Every edit of the page as it is, every fourth of its variants.
      const every = name === 'as it is' ? 1 : 4
      for (const edit of wordEdits(opened.doc).filter((_, i) => i % every === 0)) {
        const saved = saveMarkdownBody(opened, edit())
        expect(saved.holds).toBe(true)
        expect(changedLines(body, saved.text)).toBe(1)
      }
    })
  })
})
