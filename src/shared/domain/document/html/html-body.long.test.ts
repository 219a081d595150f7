import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fragment, type Node, Slice } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { documentSchema } from '../schema.ts'
import { normaliseForHtml } from './normalise.ts'
import { openHtmlBody } from './open-html.ts'
import { saveHtmlBody } from './save-html.ts'

const sites = join(import.meta.dirname, '../../../../../../shared/sites')

function bodies(): { path: string; body: string }[] {
  if (!existsSync(sites)) {
    console.warn('SKIPPED: the real sites are not beside the project; their pages were not tested.')
    return []
  }
  return readdirSync(sites, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .flatMap((path) => {
      const text = readFileSync(join(sites, path), 'utf8')
      const front = /^---[^\n]*\n[\s\S]*?\n---[^\n]*\n?/.exec(text)?.[0] ?? ''
      return /variant: tiptap/.test(front) ? [{ path, body: text.slice(front.length) }] : []
    })
}

/** Every document in which one word of one text block was changed. */
function* wordEdits(doc: Node): Generator<{ edited: Node; at: number }> {
  const places: { pos: number; text: string }[] = []
  doc.descendants((node, pos) => {
    if (node.isText && /[a-z]{3}/i.test(node.text ?? ''))
      places.push({ pos, text: node.text ?? '' })
  })
  for (const { pos, text } of places) {
    const found = /[a-z]{3,}/i.exec(text)
    if (!found) continue
    const from = pos + found.index
    const at = doc.resolve(from + 1)
    const word = new Slice(Fragment.from(documentSchema.text('zebra', at.marks())), 0, 0)
    const edited = doc.replace(from, from + found[0].length, word)
    yield { edited, at: from }
  }
}

test('an edited word leaves the entities beside it as they are written', () => {
  const body = '<p>Write id&#61;&quot;one&quot;&gt; &amp;c. &copy;2020, a&nbsp;b</p>'
  const opened = openHtmlBody(body)
  const at = 1 + 'Write id="'.length
  const edited = opened.doc.replace(
    at,
    at + 3,
    new Slice(Fragment.from(documentSchema.text('zebra')), 0, 0),
  )
  expect(saveHtmlBody(opened, edited).text).toBe(body.replace('one', 'zebra'))
})

test('a letter written as an entity inside another word stays as it is written', () => {
  const body = '<p>Annual: 40&micro;g/m3<br>1 hour: 200&micro;g/m3 at the caf&eacute;s</p>'
  const opened = openHtmlBody(body)
  const line = opened.doc.textBetween(0, opened.doc.content.size, '', ' ')
  const at = 1 + line.indexOf('200')
  const q4 = new Slice(Fragment.from(documentSchema.text('Q4')), 0, 0)
  const edited = opened.doc.replace(at, at + '200µg'.length, q4)
  expect(saveHtmlBody(opened, edited).text).toBe(body.replace('200&micro;g', 'Q4'))
})

const real = bodies()

describe('bodies of real pages', () => {
  test('save unedited to the byte, also after a JSON round trip', () => {
    for (const { path, body } of real) {
      const opened = openHtmlBody(body)
      expect(saveHtmlBody(opened, opened.doc).text, path).toBe(body)
      const copy = documentSchema.nodeFromJSON(JSON.parse(JSON.stringify(opened.doc.toJSON())))
      copy.check()
      expect(saveHtmlBody(opened, copy).text, path).toBe(body)
    }
  })

  test('hold at most 1 % of blocks locked', () => {
    let blocks = 0
    const locked: Record<string, number> = {}
    for (const { body } of real)
      openHtmlBody(body).doc.forEach((node) => {
        blocks++
        if (node.type.name === 'opaque')
          locked[node.attrs.label] = (locked[node.attrs.label] ?? 0) + 1
      })
    console.info(blocks, 'blocks; locked:', locked)
    expect(Object.values(locked).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(blocks * 0.01)
  })

  test('read back as edited after a word edit in any text', () => {
    const pages = real.slice(0, process.env.GALLEY_ALL ? real.length : 25)
    const edits = pages.flatMap(({ path, body }) => {
      const opened = openHtmlBody(body)
      return [...wordEdits(opened.doc)].map(({ edited }) => {
        const saved = saveHtmlBody(opened, edited).text
        const again = openHtmlBody(saved).doc
        expect(normaliseForHtml(again).eq(normaliseForHtml(edited)), path).toBe(true)
        return changedLines(body, saved)
      })
    })
    const oneLine = edits.filter((lines) => lines === 1).length
    console.info(edits.length, 'edits,', oneLine, 'change one line')
    expect(oneLine).toBeGreaterThanOrEqual(edits.length * 0.999)
  })
})

function changedLines(before: string, after: string): number {
  const [a, b] = [before.split('\n'), after.split('\n')]
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  return a.filter((line, i) => line !== b[i]).length
}
