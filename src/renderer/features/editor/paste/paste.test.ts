import { undo } from '@tiptap/pm/history'
import { expect, test } from 'vitest'
import { officeSamples } from '../testing/clipboard-office.ts'
import { webSamples } from '../testing/clipboard-web.ts'
import { onPage } from '../testing/expect-edit.ts'
import { pasteInto } from '../testing/paste-into.ts'

const around = (saved: string) => `<p>Before</p>\n${saved}\n<p>After  all</p>`
const samples = [...officeSamples, ...webSamples]

test('there is a sample of everything people paste', () => {
  expect(samples.length).toBeGreaterThanOrEqual(20)
})

test.each(samples)('$name', async ({ html, saved }) => {
  const page = await onPage(around('<p></p>'))
  page.behind('Before')
  await page.keys('{ArrowDown}')
  pasteInto(page, { 'text/html': html, 'text/plain': 'not this' })
  expect(await page.body()).toBe(around(saved))
  page.run(undo)
  expect(await page.body()).toBe(around('<p></p>'))
  expect(Reflect.get(window, 'hacked')).toBeUndefined()
})
