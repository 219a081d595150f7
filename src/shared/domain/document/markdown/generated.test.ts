import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameNode } from '../hash.ts'
import { documentSchema } from '../schema.ts'
import { isHoldable } from '../testing/holdable.ts'
import { seededRandom } from '../testing/random.ts'
import { editRandomly } from '../testing/random-edits.ts'
import { wordEdits } from '../testing/word-edits.ts'
import { saveMarkdownBody } from './ladder.ts'
import { normaliseForMarkdown } from './normalise.ts'
import { openMarkdownBody } from './open-markdown.ts'

const seed = Number(process.env.GALLEY_SEED ?? 1)
const runs = Number(process.env.GALLEY_RUNS ?? 150)

const lines = [
  'Plain words here',
  '# Heading *one*',
  'Setext',
  '===',
  '---',
  '- item',
  '* [ ] task',
  '  - nested',
  '1. first',
  '12) twelve',
  '> quote',
  '> - list in it',
  '    indented code',
  '\tand a tab',
  '```js',
  '```',
  '~~~',
  '| a | b |',
  '|---|:-:|',
  '| 1 \\| 2 | `x` |',
  'Term',
  ': definition',
  '{: .class #id}',
  '{:toc}',
  '{% include x.html a="b" %}',
  'Text {{ page.title }} text',
  '{% raw %}',
  '{% endraw %}',
  '{::comment}',
  '{:/comment}',
  '$$',
  'a $$x_1$$ b',
  '<div class="x">',
  '</div>',
  '<p>html <b>bold</b></p>',
  '<br>',
  '<img src="/a.png">',
  '<!-- comment',
  '-->',
  '<table><tr><td>x</td></tr></table>',
  '<details markdown="1">',
  '</details>',
  '[ref]: /url "title"',
  'see [ref] and [^1]',
  '[^1]: note',
  '*[abbr]: words',
  '![alt](/a.png){: width="5"}',
  'hard  ',
  'break\\',
  '**bold** _it_ ~~no~~ `code` [l](/x "t"){:target="_blank"}',
  'odd ** stars * and _ scores `` ticks',
  '<https://example.org> &amp; &#160; \\* \\[',
  '::: tip',
  '***',
  '',
  '',
  '',
]
const line = fc.tuple(
  fc.constantFrom('', '', '', '', '  ', '   ', '    ', '> ', '- '),
  fc.constantFrom(...lines),
)
const page = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\n', '\n', '\r\n'))
  .map(([all, eol]) => all.map(([prefix, text]) => prefix + text).join(eol))

describe('pages made of all kinds of lines', () => {
  test('save unedited to the byte, also after a JSON round trip', () => {
    fc.assert(
      fc.property(page, (body) => {
        const opened = openMarkdownBody(body)
        const copy = documentSchema.nodeFromJSON(JSON.parse(JSON.stringify(opened.doc.toJSON())))
        copy.check()
        expect(saveMarkdownBody(opened, copy).text).toBe(body)
      }),
      { seed, numRuns: runs },
    )
  })

  test('read back after a word edit', () => {
    fc.assert(
      fc.property(page, fc.nat(), (body, at) => {
        const opened = openMarkdownBody(body)
        const edits = wordEdits(opened.doc)
        const edit = edits[at % Math.max(1, edits.length)]
        if (edit) expect(saveMarkdownBody(opened, edit()).holds).toBe(true)
      }),
      { seed, numRuns: runs },
    )
  })

  test('read back after structural edits; hardly any is refused that a file could hold', () => {
    const refused: string[] = []
    fc.assert(
      fc.property(page, fc.nat(), (body, editSeed) => {
        const opened = openMarkdownBody(body)
        const { doc, made } = editRandomly(opened.doc, seededRandom(editSeed))
        const { text, holds } = saveMarkdownBody(opened, doc)
        if (!holds && isHoldable(doc)) refused.push(`${JSON.stringify(body)} ${made.join()}`)
        if (!holds) return
        const again = normaliseForMarkdown(openMarkdownBody(text).doc)
        expect(sameNode(again, normaliseForMarkdown(doc))).toBe(true)
      }),
      { seed, numRuns: runs },
    )
    console.info(runs, 'pages;', refused.length, 'refused')
    expect(refused.length, refused.slice(0, 5).join('\n')).toBeLessThanOrEqual(runs * 0.03)
  })

  test('any text at all opens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (body) => {
        const opened = openMarkdownBody(body)
        expect(saveMarkdownBody(opened, opened.doc).text).toBe(body)
      }),
      { seed, numRuns: runs },
    )
  })
})
