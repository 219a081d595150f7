import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { body, caretBehind, openPage, untilSaved } from './support/editing.ts'
import { makeRepository } from './support/git.ts'
import { smallSite } from './support/small-site.ts'

const front = '---\ntitle: Our role\npermalink: /about/our-role/\nvariant: tiptap\n---\n'
const first = '<p>First  line\nhere</p>'
const last = '<p class="k">Last</p>'

const cell = (tag: string, text = '') =>
  `<${tag} rowspan="1" colspan="1">\n<p>${text}</p>\n</${tag}>`
const row = (...cells: string[]) => `<tr>\n${cells.join('\n')}\n</tr>`
const plainRow = row(cell('td'), cell('td'), cell('td'))
const card = (title: string) =>
  `<div class="isomer-card">\n<div class="isomer-card-body">\n<div class="isomer-card-title">${title}</div>\n<div class="isomer-card-description">This is body text for your card. Describe your card.</div>\n</div>\n</div>`

interface Block {
  readonly name: string
  /** Typed behind the slash. */
  readonly keys: string
  /** What stands in the file, with `Words` typed. */
  readonly html: string
}

const blocks: readonly Block[] = [
  { name: 'heading', keys: 'heading 2\nWords', html: '<h3>Words</h3>' },
  {
    name: 'bullet list',
    keys: 'bullet\nWords',
    html: '<ul data-tight="true" class="tight">\n<li>\n<p>Words</p>\n</li>\n</ul>',
  },
  {
    name: 'numbered list',
    keys: 'numbered\nWords',
    html: '<ol data-tight="true" class="tight">\n<li>\n<p>Words</p>\n</li>\n</ol>',
  },
  {
    name: 'task list',
    keys: 'task\nWords',
    html: '<ul data-type="taskList">\n<li data-type="taskItem" data-checked="false">\n<label><input type="checkbox"><span></span></label>\n<div>\n<p>Words</p>\n</div>\n</li>\n</ul>',
  },
  { name: 'quote', keys: 'quote\nWords', html: '<blockquote>\n<p>Words</p>\n</blockquote>' },
  { name: 'code', keys: 'code\nWords', html: '<pre><code>Words</code></pre>' },
  {
    name: 'table',
    keys: 'table\nWords',
    html: `<table style="minWidth: 75px">\n<colgroup>\n<col>\n<col>\n<col>\n</colgroup>\n<tbody>\n${row(cell('th', 'Words'), cell('th'), cell('th'))}\n${plainRow}\n${plainRow}\n</tbody>\n</table>`,
  },
  {
    name: 'accordion',
    keys: 'accordion\nQuestion\nWords',
    html: '<div data-type="detailGroup" class="isomer-accordion isomer-accordion-white">\n<details class="isomer-details">\n<summary>Question</summary>\n<div data-type="detailsContent" class="isomer-details-content">\n<p>Words</p>\n</div>\n</details>\n</div>',
  },
  {
    name: 'cards',
    keys: 'cards\nWords',
    html: `<div class="isomer-card-grid">\n${card('Words')}\n${card('This is a title for your card')}\n${card('This is a title for your card')}\n</div>`,
  },
]

test('every block is made, edited, deleted and taken back; the file holds Isomer’s form', async ({
  start,
}) => {
  const { site } = makeRepository(smallSite({ '_about/Our role.md': `${front}${first}\n${last}` }))
  const file = join(site, '_about/Our role.md')
  const { page } = await start(site)
  await openPage(page, 'About', 'Our role')
  const onDisk = async (name: string, middle: string) => {
    await page.keyboard.press('ControlOrMeta+S')
    await expect(async () => {
      expect([name, readFileSync(file, 'utf8')]).toEqual([
        name,
        `${front}${first}\n${middle}${last}`,
      ])
    }).toPass()
  }
  for (const { name, keys, html } of blocks) {
    await caretBehind(page, 'here')
    await page.keyboard.type(`\n/${keys}`)
    await onDisk(name, `${html}\n`)
    await caretBehind(page, 'Words')
    await page.keyboard.type('!')
    await onDisk(name, `${html.replace('Words', 'Words!')}\n`)
    await body(page).getByText('Words!').first().hover()
    await page.getByRole('button', { name: 'Move or change this block' }).click()
    await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
    await expect(body(page)).toBeFocused()
    await onDisk(name, '')
    await page.keyboard.press('ControlOrMeta+Z')
    await onDisk(name, `${html.replace('Words', 'Words!')}\n`)
    await expect(async () => {
      await page.keyboard.press('ControlOrMeta+Z')
      await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled({ timeout: 50 })
    }).toPass({ intervals: [20] })
    await onDisk(name, '')
  }
  await untilSaved(page)
})
