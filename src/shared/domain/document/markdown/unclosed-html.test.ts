import { describe, expect, test } from 'vitest'
import { saveMarkdownBody } from './ladder.ts'
import { openMarkdownBody } from './open-markdown.ts'

const kinds = (body: string) => {
  const { doc } = openMarkdownBody(body)
  const out: string[] = []
  doc.descendants(({ type }) => {
    if (!type.isText) out.push(type.name)
  })
  return out
}

const rows =
  '<div>\n\t<div class="row">\n\t\t<div class="col">\n\t\t\t<img src="/images/a.jpg" alt="A">\n\t\t\t<b>One</b><br>two\n\n\t\t</div>\n\n\t\t<div class="col"><p>three</p></div>\n\t</div>\n\nUpdated today\n'

describe('an element that is never closed', () => {
  test('holds what is behind it, as kramdown reads it: no code is made of lines set in', () => {
    const opened = openMarkdownBody(`Words **first**.\n\n${rows}`)
    expect(saveMarkdownBody(opened, opened.doc).text).toBe(`Words **first**.\n\n${rows}`)
    const all = kinds(`Words **first**.\n\n${rows}`)
    expect(all).not.toContain('codeBlock')
    expect(all).not.toContain('opaque')
    expect(all).toContain('imageInline')
  })

  test('ends at a blank line where Markdown follows', () => {
    expect(kinds(`<div class="a">\n\n## Heading\n\n- one\n- **two**\n`)).toEqual(
      expect.arrayContaining(['heading', 'bulletList']),
    )
  })

  test('many of them in lists stay what they are', () => {
    const body = '<div>\n\n* a\n\n'.repeat(400)
    const opened = openMarkdownBody(body)
    expect(saveMarkdownBody(opened, opened.doc).text).toBe(body)
  })
})
