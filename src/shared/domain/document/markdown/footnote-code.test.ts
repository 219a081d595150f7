import { expect, test } from 'vitest'
import { openMarkdownBody } from './open-markdown.ts'

test('generator code behind a list in a footnote stays locked', () => {
  const body = `Words[^n]

[^n]: Foot words

    - an item

    {::comment}
    not shown
    {:/comment}

    {::options parse_block_html="true" /}

    tail words
`
  const kinds: string[] = []
  openMarkdownBody(body).doc.lastChild?.forEach(({ type }) => {
    kinds.push(type.name)
  })
  expect(kinds).toEqual(['paragraph', 'bulletList', 'opaque', 'opaque', 'paragraph'])
})
