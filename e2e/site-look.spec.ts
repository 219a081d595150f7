import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './fixtures.ts'
import { body, openPage } from './support/editing.ts'
import { git, makeRepository } from './support/git.ts'
import { smallSite } from './support/small-site.ts'

test('a page is written in the site’s own look, which reaches neither the app nor the network', async ({
  start,
  expectedErrors,
}) => {
  expectedErrors.push(/Refused to|404/)
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    answer.end('x')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const sheet = [
    '---\n---\n$brand: rgb(122, 31, 61);',
    `@import url(${host}/import);`,
    '.content { p { color: $brand } .big { font-size: 40px; position: fixed; top: 0 } }',
    `* { background-image: url(${host}/ground); display: none }`,
    '@media screen and (max-width: 500px) { .content p { color: rgb(1, 2, 3) } }',
  ]
  const repository = makeRepository(
    smallSite({
      'misc/custom.scss': sheet.join('\n'),
      '_about/Our work.md':
        '---\ntitle: Our work\npermalink: /our-work/\nvariant: tiptap\n---\n<p class="big">Pilots.</p>\n<p>Lights.</p>',
    }),
  )
  const { page } = await start(repository.site)
  await openPage(page, 'About', 'Our work')
  const lights = body(page).getByText('Lights.')
  await expect(lights).toHaveCSS('color', 'rgb(122, 31, 61)')
  await expect(body(page).getByText('Pilots.')).toHaveCSS('font-size', '40px')
  await expect(body(page).getByText('Pilots.')).toHaveCSS('position', 'static')
  await expect(page.getByRole('tree', { name: 'Pages' })).toBeVisible()

  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Page look' }).click()
    await page.getByRole('menu', { name: 'Page look' }).getByText(name, { exact: true }).click()
  }
  await choose('Phone')
  await expect(lights).toHaveCSS('color', 'rgb(1, 2, 3)')
  await choose('Desktop')
  await choose('Plain page')
  await expect(lights).not.toHaveCSS('color', 'rgb(122, 31, 61)')

  await page.getByRole('tab', { name: 'Preview' }).click()
  const preview = page.frameLocator('iframe[title=Preview]')
  await expect(preview.getByText('Lights.')).toBeAttached()
  expect(
    await preview.getByText('Lights.').evaluate((words) => getComputedStyle(words).color),
  ).toBe('rgb(122, 31, 61)')
  expect(asked).toEqual([])
  // The page's own classes are on the screen only.
  expect(git(repository.site, 'status', '--porcelain')).toBe('')
  server.close()
  repository.remove()
})
