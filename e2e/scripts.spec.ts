import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { body, caretBehind, openPage, untilSaved } from './support/editing.ts'
import { makeRepository } from './support/git.ts'
import { smallSite } from './support/small-site.ts'

const front = '---\ntitle: Our role\npermalink: /about/our-role/\nvariant: tiptap\n---\n'
const written =
  '<p>مرحبا  بكم في الميناء</p>\n<h2 class="k">港の仕事</h2>\n<p>துறைமுகம்  எங்கள் பணி</p>\n<p>שלום עולם</p>\n<p>Words</p>'

test('an input method is never disturbed by saving, and every script keeps its bytes', async ({
  start,
}) => {
  const { site } = makeRepository(smallSite({ '_about/Our role.md': front + written }))
  const file = join(site, '_about/Our role.md')
  const { page } = await start(site)
  await openPage(page, 'About', 'Our role')
  const input = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  const commit = (text: string) => input.send('Input.insertText', { text })
  const onDisk = async (text: string) => {
    await expect(async () => expect(readFileSync(file, 'utf8')).toBe(front + text)).toPass()
    await untilSaved(page)
  }

  // In the middle of a heading: the page is saved while the word is being composed.
  await caretBehind(page, '港の')
  for (const text of ['s', 'し', 'しご', 'しごと']) await compose(text)
  let wanted = written.replace('港の仕事', '港のしごと仕事')
  await onDisk(wanted)
  for (const text of ['しごとば', 'しごとばの']) await compose(text)
  await commit('仕事場の')
  wanted = written.replace('港の仕事', '港の仕事場の仕事')
  await onDisk(wanted)

  // In a new, empty paragraph, by way of the slash menu, right behind its Enter.
  await caretBehind(page, 'Words')
  await page.keyboard.type('\n/heading\n')
  for (const text of ['k', 'か', 'かい']) await compose(text)
  await commit('海')
  await page.keyboard.type('!')
  wanted += '\n<h2>海!</h2>'
  await onDisk(wanted)

  // A composition that is given up leaves nothing.
  await compose('まちがい')
  await compose('')
  await caretBehind(page, 'எங்கள்')
  await page.keyboard.insertText('து')
  wanted = wanted.replace('எங்கள் பணி', 'எங்கள்து பணி')
  await caretBehind(page, 'مرحبا')
  await page.keyboard.insertText('، أهلا')
  wanted = wanted.replace('مرحبا  بكم', 'مرحبا، أهلا  بكم')
  await onDisk(wanted)

  // Words run as their script does.
  const starts = await body(page).evaluate((root) =>
    [...root.children].map((block) => {
      const range = document.createRange()
      range.selectNodeContents(block)
      const words = range.getBoundingClientRect()
      const box = block.getBoundingClientRect()
      return Math.round(words.left - box.left) <= 1 ? 'left' : 'right'
    }),
  )
  expect(starts).toEqual(['right', 'left', 'left', 'right', 'left', 'left'])
})
