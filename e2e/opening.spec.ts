import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { git, makeRepository } from './support/git.ts'
import { smallSite } from './support/small-site.ts'

/** What the system's folder dialog would answer. */
const answerDialog = (app: ElectronApplication, folder: string) =>
  app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, folder)

test('a folder that is a site opens, and is there under recent sites', async ({ start }) => {
  const repository = makeRepository(smallSite())
  const first = await start()
  await answerDialog(first.app, repository.site)
  await first.page.getByRole('button', { name: 'Open a folder…' }).click()
  await expect(
    first.page.getByRole('tree', { name: 'Pages' }).getByRole('treeitem', { name: 'About' }),
  ).toBeVisible()
  await first.app.close()
  const second = await start()
  await second.page
    .getByRole('list', { name: 'Recent sites' })
    .getByRole('button', { name: /Harbour Office/ })
    .first()
    .click()
  await expect(second.page.getByRole('tree', { name: 'Pages' })).toBeVisible()
  repository.remove()
})

test('tabs come back as they were left, each time', async ({ start }) => {
  const repository = makeRepository(smallSite())
  const named = (name: string) => ({ name, exact: true })
  const opened: string[] = []
  for (const next of ['Our role', 'Our team', 'Reach us']) {
    const { app, page } = await start(repository.site)
    const tabs = page.getByRole('tablist', named('Open pages')).getByRole('tab')
    await expect(tabs).toHaveCount(opened.length)
    await page.getByRole('tree', named('Pages')).getByRole('treeitem', named(next)).dblclick()
    opened.push(next)
    await expect(tabs).toHaveCount(opened.length)
    await expect(tabs.last()).toHaveText(next)
    await app.close()
  }
  repository.remove()
})

test('a folder without history becomes a site when asked', async ({ start }) => {
  const folder = smallSite()
  const { app, page } = await start()
  await answerDialog(app, folder)
  await page.getByRole('button', { name: 'Open a folder…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /Start/ }).click()
  await expect(page.getByRole('tree', { name: 'Pages' })).toBeVisible()
  expect(git(folder, 'rev-parse', '--is-inside-work-tree').trim()).toBe('true')
  rmSync(folder, { recursive: true, force: true })
})

test('a site is cloned, with its address checked first', async ({ start }) => {
  const repository = makeRepository(smallSite())
  const parent = mkdtempSync(join(tmpdir(), 'galley-clones-'))
  const { app, page } = await start()
  await answerDialog(app, parent)
  await page.getByRole('button', { name: 'Clone a site…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Clone a site' })
  await dialog.getByLabel(/address/i).fill('--upload-pack=touch /tmp/x')
  await expect(dialog.getByRole('button', { name: 'Clone', exact: true })).toBeDisabled()
  await dialog.getByLabel(/address/i).fill(repository.remote)
  await dialog.getByRole('button', { name: /Choose/ }).click()
  await dialog.getByRole('button', { name: 'Clone', exact: true }).click()
  await expect(page.getByRole('tree', { name: 'Pages' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('treeitem', { name: 'About' })).toBeVisible()
  repository.remove()
  rmSync(parent, { recursive: true, force: true })
})

test('a folder that is not there is explained on the welcome screen', async ({ start }) => {
  const { page } = await start(join(tmpdir(), 'galley-no-such-folder'))
  await expect(page.getByRole('button', { name: 'Open the sample site' })).toBeVisible()
  await expect(page.getByText(/is not there any more, or cannot be read/)).toBeVisible()
})

test('external changes show in the tree', async ({ start }) => {
  const repository = makeRepository(smallSite())
  const { page } = await start(repository.site)
  const tree = page.getByRole('tree', { name: 'Pages' })
  await expect(tree.getByRole('treeitem', { name: 'About' })).toBeVisible()
  writeFileSync(
    join(repository.site, 'pages/New one.md'),
    '---\ntitle: A new page\npermalink: /new/\n---\nHello\n',
  )
  await expect(tree.getByRole('treeitem', { name: 'A new page' })).toBeVisible()
  repository.remove()
})
