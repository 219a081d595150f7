import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { untilSaved } from './support/editing.ts'
import { git, makeRepository } from './support/git.ts'
import { reach } from './support/keys.ts'
import { smallSite } from './support/small-site.ts'

const path = '_about/Our role.md'
const front = (third: string) =>
  `---\ntitle: Our role\npermalink: /about/our-role/\nthird_nav_title: ${third}\nvariant: tiptap\ndescription: What we do.\n---\n`
const image = (alt: string) =>
  `<div class="isomer-image-wrapper">\n<img style="width: 100%" height="auto" width="100%" alt="${alt}" src="/images/pier.svg">\n</div>`
const intro = `<p>We look after   the harbour
day and <em class="k">night</em>.</p>\n${image('The old pier')}`
const end = '<h2>How to reach us</h2>\n<p>Ships call us on channel 12.</p>'

/** Names and addresses; one address is of another site. */
const capabilities: readonly (readonly [string, string])[] = [
  'Pilotage',
  'Towage',
  'Lights',
  'Dredging',
  'Surveys',
  'Icebreaking',
  'Spills',
  'Berths',
  'Permits',
  'Yachts',
].map((name) => [name, `/about/${name.toLowerCase()}/`] as const)

const link = (name: string, href: string) =>
  `<li>\n<p><a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${name}</a>\n</p>\n</li>`

/** Types a word and makes it a link, without a mouse. */
async function typeLink(page: Page, name: string, href: string): Promise<void> {
  await page.keyboard.type(name)
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('ControlOrMeta+Shift+K')
  const dialog = page.getByRole('dialog', { name: 'Link' })
  await expect(dialog.getByRole('combobox', { name: 'Page, file or address' })).toBeFocused()
  await page.keyboard.type(`${href}\n`)
  await expect(dialog).toBeHidden()
}

test('a page of an agency is written, edited and published by keyboard only', async ({
  start,
}, info) => {
  const { site, remote, branch } = makeRepository(
    smallSite({
      [path]: `${front('Who we are')}${intro}\n${end}`,
      'images/pier.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 12h40v8H0z"/></svg>',
    }),
  )
  const { page } = await start(site)
  const press = (keys: string) => page.keyboard.press(keys)
  const picture = async (name: string) => {
    await page.screenshot({ path: info.outputPath(`${name}.png`) })
  }
  await expect(page.getByRole('tree', { name: 'Pages' })).toBeVisible()
  await press('ControlOrMeta+K')
  await page.keyboard.type('Our role')
  await expect(page.getByRole('option', { name: /Our role/ }).first()).toBeVisible()
  await press('Enter')
  await reach(page, 'Page body', 'textbox')

  // A heading, a sentence and a picture behind what is there.
  await press('ControlOrMeta+Home')
  await press('End')
  await page.keyboard.type('\n/head\nWhat we do\nEleven trades, day and night.\n/image\n')
  await reach(page, 'pier.svg', 'option')
  await press('Enter')
  await reach(page, 'Alt text', 'textbox')
  await page.keyboard.type('The new pier')
  await reach(page, 'Insert', 'button')
  await press('Enter')
  await picture('A picture placed')

  // The list of what the agency can do, every one a link.
  await press('ControlOrMeta+Enter')
  await page.keyboard.type('/bullet\n')
  for (const [i, [name, href]] of capabilities.entries()) {
    if (i > 0) await press('Enter')
    await typeLink(page, name, href)
  }
  // The last one belongs first.
  for (let i = 1; i < capabilities.length; i++) await press('Alt+ArrowUp')
  await untilSaved(page)
  await picture('The list of capabilities')

  // A word corrected by find, the heading below turned into a smaller one, the detail in the inspector.
  await press('ControlOrMeta+F')
  await page.keyboard.type('Eleven')
  await press('Escape')
  await page.keyboard.type('Ten')
  await press('ControlOrMeta+F')
  await page.keyboard.type('How to reach')
  await press('Escape')
  await press('ControlOrMeta+Alt+2')
  await reach(page, 'Third nav title', 'textbox')
  await press('ControlOrMeta+A')
  await page.keyboard.type('About the office')
  await press('Tab')
  await expect(async () => {
    expect(readFileSync(join(site, path), 'utf8')).toContain('third_nav_title: About the office')
  }).toPass()
  await picture('Ready to publish')

  const moved = [capabilities.at(-1), ...capabilities.slice(0, -1)]
  const list = moved.map((item) => (item ? link(...item) : '')).join('\n')
  const body = `${intro.replace('\n<div', `\n<h2>What we do</h2>\n<p>Ten trades, day and night.</p>\n${image('The new pier')}\n<ul data-tight="true" class="tight">\n${list}\n</ul>\n<div`)}\n${end.replaceAll('h2', 'h3')}`
  expect(readFileSync(join(site, path), 'utf8')).toBe(front('About the office') + body)

  await press('ControlOrMeta+Shift+P')
  await expect(page.getByRole('dialog', { name: 'Publish changes' })).toBeVisible()
  await picture('What is published')
  await reach(page, 'Publish now', 'button')
  await press('Enter')
  await expect(page.getByRole('status', { name: 'Publish state' })).toHaveText('Published', {
    timeout: 30_000,
  })
  expect(git(remote, 'show', `${branch}:${path}`)).toBe(front('About the office') + body)
})
