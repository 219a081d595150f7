import { describe, expect, test } from 'vitest'
import { changedLines, staysInBlock } from '../fidelity/text-changes.ts'
import { seededBy, wordEdits } from '../fidelity/word-edits.ts'
import { openPage, savePage } from '../page.ts'
import { documentSchema } from '../schema.ts'
import { edgeBodies, hostileBodies } from '../testing/edge-bodies.ts'
import { readsAs, saveHtmlGated } from './gate.ts'
import { openHtmlBody } from './open-html.ts'

const variants = Object.entries(edgeBodies).flatMap(([name, body]) => [
  [name, body],
  [`${name}, with CRLF`, body.replace(/\r?\n/g, '\r\n')],
])

describe('unusual HTML', () => {
  test.each(variants)(
    '%s: comes back to the byte, and an edited word changes its line alone',
    (name, body) => {
      const opened = openHtmlBody(body)
      opened.doc.check()
      const copy = documentSchema.nodeFromJSON(JSON.parse(JSON.stringify(opened.doc.toJSON())))
      expect(saveHtmlGated(opened, copy).text).toBe(body)
      for (const { block, edited } of wordEdits(opened.doc, seededBy(name), true)) {
        const { text, holds } = saveHtmlGated(opened, edited)
        expect(holds).toBe(true)
        expect(readsAs(openHtmlBody(text), edited)).toBe(true)
        expect(staysInBlock(body, text, block), text).toBe(true)
        expect(changedLines(body, text), text).toBe(1)
      }
    },
  )
})

describe('hostile HTML', () => {
  const front = '---\nvariant: tiptap\n---\n'
  test.each(Object.entries(hostileBodies))(
    '%s: opens and comes back to the byte, or opens as source with a reason',
    { timeout: 60_000 },
    (name, make) => {
      const text = front + make()
      const page = openPage(text)
      const unedited = savePage(page, page.doc ? { doc: page.doc } : {})
      expect(unedited.kind === 'saved' && unedited.text === text).toBe(true)
      if (!page.doc) {
        expect(page.refusal).toMatch(/as source\.$/)
        return
      }
      const [edit] = wordEdits(page.doc, seededBy(name), false)
      const saved = edit && savePage(page, { doc: edit.edited })
      if (saved) expect(saved.kind === 'saved' && changedLines(text, saved.text)).toBe(1)
    },
  )
})
