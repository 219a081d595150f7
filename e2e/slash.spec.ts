import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { caretBehind, openPage, untilSaved } from './support/editing.ts'
import { makeRepository } from './support/git.ts'
import { smallSite } from './support/small-site.ts'

const rounds = Number(process.env.GALLEY_SLASH_ROUNDS ?? 3)
const blocks: readonly (readonly [string, string])[] = [
  ['heading', '<h2>Words N here</h2>'],
  ['numb', '<ol data-tight="true" class="tight">\n<li>\n<p>Words N here</p>\n</li>\n</ol>'],
  ['quote', '<blockquote>\n<p>Words N here</p>\n</blockquote>'],
  ['divider', '<hr>\n<p>Words N here</p>'],
]

test('a slash begins a block, and what is typed right behind Enter is in it, in order', async ({
  start,
}) => {
  const folder = makeRepository(smallSite()).site
  const { page } = await start(folder)
  await openPage(page, 'About', 'Our role')
  const path = join(folder, '_about/Our role.md')
  const before = readFileSync(path, 'utf8')
  await caretBehind(page, 'on channel 12.')
  const made: string[] = []
  for (let n = 0; n < rounds * blocks.length; n++) {
    const [name, html] = blocks[n % blocks.length] ?? ['', '']
    // Two more Enters leave a list or a quote; one leaves a heading or a paragraph.
    const isNested = name === 'numb' || name === 'quote'
    await page.keyboard.type(
      `${n === 0 ? '\n' : ''}/${name}\nWords ${n} here\n${isNested ? '\n' : ''}`,
    )
    made.push(html.replace('N', String(n)))
  }
  await untilSaved(page)
  expect(readFileSync(path, 'utf8')).toBe(`${before}\n${made.join('\n')}\n<p></p>`)
})
