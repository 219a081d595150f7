import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { body, caretBehind, openPage, untilSaved } from './support/editing.ts'
import { git, makeRepository } from './support/git.ts'
import { smallSite } from './support/small-site.ts'

test('a page is looked at with what is not published yet, and at the place where it was written', async ({
  start,
}) => {
  const { page } = await start('--sample')
  await openPage(page, 'Visit', 'Plan your visit')
  await caretBehind(page, 'The bay is open every day')
  await page.keyboard.type(', rain or shine')
  await page.getByRole('tab', { name: 'Preview' }).click()
  const preview = page.frameLocator('iframe[title=Preview]')
  await expect(preview.getByRole('main')).toContainText('The bay is open every day, rain or shine')
  await expect(preview.getByRole('navigation', { name: 'Site menu' })).toContainText('Visit')
  await page.getByRole('radio', { name: 'Phone' }).click()
  await expect(page.locator('iframe[title=Preview]')).toHaveCSS('width', '375px')

  await page.getByRole('tab', { name: 'Write' }).click()
  const last = body(page).locator(':scope > *').last()
  await last.scrollIntoViewIfNeeded()
  const place = await page.locator('.page-scroll').evaluate((box) => box.scrollTop)
  await page.getByRole('tab', { name: 'Preview' }).click()
  await expect(preview.locator('#galley-here')).toBeInViewport()
  await page.getByRole('tab', { name: 'Write' }).click()
  // Pictures come again and push things down; what was in sight stays in sight.
  await expect
    .poll(() => page.locator('.page-scroll').evaluate((box) => Math.round(box.scrollTop)))
    .toBe(Math.round(place))

  await page.getByRole('tab', { name: 'Details' }).click()
  await page.keyboard.press('ControlOrMeta+Alt+P')
  await page
    .getByRole('form', { name: 'Page details' })
    .getByRole('textbox', { name: 'Title', exact: true })
    .fill('Come and see')
  await expect(preview.getByRole('heading', { level: 1, name: 'Come and see' })).toBeVisible()
  await untilSaved(page)
})

test('a hostile page does nothing in its preview', async ({ start, expectedErrors }) => {
  expectedErrors.push(/Refused to|404|sandbox/)
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    answer.end('x')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const repository = makeRepository(smallSite())
  const attack = [
    `<p>Words that are there</p>`,
    `<script>fetch('${host}/script')</script>`,
    `<img src="${host}/image" onerror="parent.document.title='taken'">`,
    `<iframe src="${host}/frame"></iframe><iframe srcdoc="<script>top.x=1</script>"></iframe>`,
    `<style>@import url(${host}/style); body{background:url(${host}/ground)}</style>`,
    `<svg onload="parent.x=1"><image href="${host}/svg"/><use href="${host}/use#a"/></svg>`,
    `<meta http-equiv="refresh" content="0;url=${host}/refresh">`,
    `<form action="${host}/form"><button>Send</button></form>`,
    `<a href="${host}/link" target="_top">Away</a>`,
    `<video src="${host}/video" autoplay></video><link rel="stylesheet" href="${host}/sheet">`,
  ].join('\n')
  writeFileSync(
    join(repository.site, 'pages/attack.md'),
    `---\ntitle: Attack\npermalink: /attack/\nvariant: tiptap\n---\n${attack}\n`,
  )
  git(repository.site, 'add', '-A')
  const { page } = await start(repository.site)
  await openPage(page, 'Attack')
  await page.getByRole('tab', { name: 'Preview' }).click()
  const preview = page.frameLocator('iframe[title=Preview]')
  await expect(preview.getByText('Words that are there')).toBeVisible()
  await preview.getByText('Away').click()
  await preview.getByText('Send').click()
  await expect(preview.getByText('Words that are there')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Preview' })).toBeVisible()
  expect(asked).toEqual([])
  expect(await page.title()).not.toBe('taken')
  server.close()
  repository.remove()
})
