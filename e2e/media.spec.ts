import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/axe.ts'
import { body } from './support/editing.ts'
import { git, makeRepository, type Repository } from './support/git.ts'
import { projectFolder } from './support/launch.ts'

const sample = join(projectFolder, 'resources/sample-site')

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Media' })
const cell = (page: Page, name: string): Locator =>
  page.getByRole('gridcell', { name, exact: true })
const bar = (page: Page): Locator => page.getByRole('toolbar', { name: 'Selected images' })
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search media' })

async function openMedia(page: Page): Promise<void> {
  const sections = page.getByRole('navigation', { name: 'Sections' })
  await sections.getByRole('button', { name: 'Media' }).click()
  await expect(grid(page)).toBeVisible()
}

/** Looks for one image by its name, and chooses it. */
async function choose(page: Page, name: string): Promise<void> {
  await search(page).fill(name)
  await cell(page, name).click()
  await expect(bar(page)).toContainText('1 selected')
}

async function ask(page: Page, verb: string): Promise<Locator> {
  await bar(page)
    .getByRole('button', { name: `${verb}…` })
    .click()
  const dialog = page.getByRole('dialog', { name: verb, exact: true })
  await expect(dialog).toBeVisible()
  return dialog
}

/** The dialog's own verb does it, and the dialog goes. */
async function carryOut(dialog: Locator, verb: string): Promise<void> {
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await expect(dialog).toBeHidden({ timeout: 30_000 })
}

/** The system's own dialog answers with these files. */
const stubChooser = (app: ElectronApplication, files: readonly string[]) =>
  app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] })
  }, files)

/** What differs from what was committed. */
const changes = ({ site }: Repository) =>
  git(site, 'status', '--porcelain', '--untracked-files=all')
    .split('\n')
    .filter((line) => line !== '')

const onSite = test.extend<{ readonly repository: Repository }>({
  repository: async ({ browserName: _ }, use) => {
    const repository = makeRepository(sample)
    await use(repository)
    repository.remove()
  },
})

onSite(
  'an image is renamed, its pages follow, and undo takes it back',
  async ({ start, repository }) => {
    const { page } = await start(repository.site)
    await openMedia(page)
    await choose(page, 'pier-at-dusk.jpg')
    const dialog = await ask(page, 'Rename')
    await dialog.getByRole('textbox', { name: 'New name' }).fill('pier-in-the-evening')
    await expect(dialog.getByText(/\d pages will change/)).toBeVisible()
    await carryOut(dialog, 'Rename')
    await search(page).fill('')
    const file = join(repository.site, 'images/places/pier-in-the-evening.jpg')
    await expect.poll(() => existsSync(file)).toBe(true)
    const user = () => readFileSync(join(repository.site, 'pages/Press pictures.md'), 'utf8')
    expect(user()).toContain('pier-in-the-evening.jpg')
    expect(user()).not.toContain('places/pier-at-dusk.jpg')
    await expect(cell(page, 'pier-in-the-evening.jpg')).toHaveAttribute('aria-selected', 'true')

    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('button', { name: 'Redo' })).toBeVisible()
    expect(changes(repository)).toEqual([])
  },
)

onSite('images are made smaller, with the rule tried out before', async ({ start, repository }) => {
  const { page } = await start(repository.site)
  const path = join(repository.site, 'images/places/estuary-from-above.jpg')
  const before = statSync(path).size
  await openMedia(page)
  await choose(page, 'estuary-from-above.jpg')
  const dialog = await ask(page, 'Optimise')
  await dialog.getByRole('textbox', { name: 'Longest side, in pixels' }).fill('1200')
  await expect(dialog.getByText(/^−\d+ %$/)).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page, 'optimise')
  await carryOut(dialog, 'Optimise')
  await expect(page.getByText(/^1 image optimised, .* saved$/)).toBeVisible()
  expect(statSync(path).size).toBeLessThan(before / 2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Redo' })).toBeVisible()
  expect(statSync(path).size).toBe(before)
})

onSite('an image is deleted after a warning, and comes back', async ({ start, repository }) => {
  const { app, page } = await start(repository.site)
  await openMedia(page)
  await choose(page, 'pier-at-dusk.jpg')
  await grid(page).press('Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete', exact: true })
  await expect(dialog.getByText(/pages use it and would show a gap/)).toBeVisible()
  await carryOut(dialog, 'Delete')
  await expect(cell(page, 'pier-at-dusk.jpg')).toBeHidden()
  expect(changes(repository)).toEqual([' D images/places/pier-at-dusk.jpg'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cell(page, 'pier-at-dusk.jpg')).toBeVisible()
  expect(changes(repository)).toEqual([])
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(cell(page, 'pier-at-dusk.jpg')).toBeHidden()
  await app.close()

  const again = await start(repository.site)
  await openMedia(again.page)
  await search(again.page).fill('pier-at-dusk')
  await expect(grid(again.page)).toBeHidden()
  await again.page.getByRole('navigation', { name: 'Sections' }).click()
  await again.page.keyboard.press('ControlOrMeta+Z')
  await expect(cell(again.page, 'pier-at-dusk.jpg')).toBeVisible()
  await expect(again.page.getByText('Delete pier-at-dusk.jpg', { exact: true })).toBeVisible()
  expect(changes(repository)).toEqual([])
})

onSite('files are imported into a new folder under a pattern', async ({ start, repository }) => {
  const { app, page } = await start(repository.site)
  await openMedia(page)
  await stubChooser(app, [
    join(sample, 'images/places/estuary-from-above.jpg'),
    join(sample, 'images/newsroom/otter at the sluice.jpg'),
  ])
  await page.getByRole('button', { name: 'Import images…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import images' })
  await dialog.getByRole('textbox', { name: 'Folder' }).fill('images/spring')
  await dialog.getByRole('textbox', { name: 'Names' }).fill('spring-{seq}')
  await expectAccessible(page, 'import')
  await carryOut(dialog, 'Import')
  await expect(page.getByRole('gridcell')).toHaveCount(2)
  await expect(bar(page)).toContainText('2 selected')
  const folder = join(repository.site, 'images/spring')
  const large = statSync(join(sample, 'images/places/estuary-from-above.jpg')).size
  expect(changes(repository)).toHaveLength(2)
  for (const line of changes(repository)) expect(line).toMatch(/images\/spring\/spring-\d+\.jpg$/)
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size)
  expect(Math.max(...sizes)).toBeLessThan(large)
})

onSite('alt texts are written, and the page opens with its tab', async ({ start, repository }) => {
  const { page } = await start(repository.site)
  await openMedia(page)
  await page.getByRole('treeitem', { name: 'Missing alt text' }).click()
  await page.getByRole('gridcell').first().click()
  const dialog = await ask(page, 'Edit alt text')
  await dialog.getByRole('textbox').first().fill('A meadow in autumn')
  await carryOut(dialog, 'Edit alt text')
  await expect.poll(() => changes(repository).length).toBe(1)
  const path = (changes(repository)[0] ?? '').slice(3).replaceAll('"', '')
  expect(readFileSync(join(repository.site, path), 'utf8')).toContain('A meadow in autumn')

  await page.keyboard.press('ControlOrMeta+K')
  const field = page.getByRole('combobox', { name: 'Search pages, media and commands' })
  await field.fill('marsh-marigold')
  await page.getByRole('option', { name: /marsh-marigold\.webp/ }).click()
  await expect(cell(page, 'marsh-marigold.webp')).toHaveAttribute('aria-selected', 'true')
  await page
    .getByRole('region', { name: 'Used by' })
    .getByRole('button', { name: /Ferry Meadow/ })
    .click()
  await expect(body(page)).toBeFocused()
  await expect(page.getByRole('tab', { name: /Ferry Meadow/ })).toBeVisible()
  // The tabs are as they were when one comes back.
  await page.keyboard.press('ControlOrMeta+2')
  await expect(grid(page)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+1')
  await expect(page.getByRole('tab', { name: /Ferry Meadow/ })).toBeVisible()
})

onSite(
  'pictures are dragged to a folder, and their pages follow',
  async ({ start, repository }) => {
    const { page } = await start(repository.site)
    await openMedia(page)
    await search(page).fill('IMG_')
    const [first, second] = [
      grid(page).getByRole('gridcell').nth(0),
      grid(page).getByRole('gridcell').nth(1),
    ]
    const names = [await first.getAttribute('aria-label'), await second.getAttribute('aria-label')]
    await first.click()
    await second.click({ modifiers: ['ControlOrMeta'] })
    await expect(bar(page)).toContainText('2 selected')
    const folder = page.getByRole('treeitem', { name: 'wildlife', exact: true })
    await second.dragTo(folder)
    await expect(page.getByText('2 files moved to images/wildlife')).toBeVisible()
    for (const name of names)
      expect(existsSync(join(repository.site, 'images/wildlife', String(name)))).toBe(true)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => changes(repository)).toEqual([])
  },
)

onSite('a picture is cut, turned and shrunk in its place', async ({ start, repository }) => {
  const { page } = await start(repository.site)
  await openMedia(page)
  const folder = 'images/places'
  const all = readdirSync(join(repository.site, folder))
  const name = all.find((one) => one.endsWith('.jpg')) ?? ''
  const path = join(repository.site, folder, name)
  const before = readFileSync(path)
  await choose(page, name)
  const dialog = await ask(page, 'Edit')
  await expect(dialog.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
  await dialog.getByRole('radio', { name: '1:1' }).click()
  await dialog.getByRole('button', { name: 'Right', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Width, in pixels' }).fill('64')
  await expect(dialog.getByRole('status')).toContainText('64 × 64 pixels')
  await expect(dialog.getByRole('status')).toContainText(/was \d/)
  await carryOut(dialog, 'Save')
  await expect(page.getByRole('definition').getByText('64 × 64')).toBeVisible()
  expect(readFileSync(path).equals(before)).toBe(false)
  expect(changes(repository)).toEqual([` M ${folder}/${name}`])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => readFileSync(path).equals(before)).toBe(true)
})

for (const theme of ['light', 'dark'] as const) {
  onSite(`the media section is free of faults in ${theme}`, async ({ start, repository }) => {
    const { page } = await start(repository.site)
    await page.evaluate(
      (name) => Reflect.get(globalThis, 'bridge').invoke('settings.set', { theme: name }),
      theme,
    )
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await openMedia(page)
    await expect(page.getByText('Unused', { exact: true }).last()).toBeVisible()
    await page.getByRole('gridcell').first().click()
    await expect(bar(page)).toBeVisible()
    await expectAccessible(page, 'grid')
    const tooHigh = await grid(page).evaluate((element) =>
      [...element.querySelectorAll<HTMLElement>('[role=gridcell]')].filter(
        (own) => own.offsetHeight > (own.parentElement?.clientHeight ?? 0),
      ),
    )
    expect(tooHigh).toHaveLength(0)
    for (const verb of ['Rename', 'Move', 'Edit alt text', 'Replace', 'Delete']) {
      const dialog = await ask(page, verb)
      await expectAccessible(page, verb)
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
    await page.getByRole('gridcell', { name: '.jpg' }).first().click()
    await ask(page, 'Edit')
    await expect(page.getByRole('group', { name: 'Part that stays' })).toBeVisible()
    await expectAccessible(page, 'Edit')
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: 'Table' }).click()
    await expect(page.getByRole('columnheader', { name: 'Pixels' })).toBeVisible()
    await expectAccessible(page, 'table')
    await page.getByRole('treeitem', { name: 'Broken links' }).click()
    await expectAccessible(page, 'broken links')
  })
}

onSite('a rectangle drawn beside the pictures chooses them', async ({ start, repository }) => {
  const { page } = await start(repository.site)
  await openMedia(page)
  const cells = page.getByRole('gridcell')
  await expect(cells.nth(7)).toBeVisible()
  const first = await cells.nth(0).boundingBox()
  const second = await cells.nth(1).boundingBox()
  if (!first || !second) throw new Error('The pictures are not on the screen.')
  // From the margin left of the first picture into the second one.
  await page.mouse.move(first.x - 4, first.y + 20)
  await page.mouse.down()
  await page.mouse.move(second.x + 20, second.y + 50, { steps: 4 })
  await expect(bar(page)).toContainText('2 selected')
  await page.mouse.up()
  await expect(bar(page)).toContainText('2 selected')
  await expect(cells.nth(0)).toHaveAttribute('aria-selected', 'true')
  await expect(cells.nth(2)).toHaveAttribute('aria-selected', 'false')
  // Beside the pictures, a click chooses nothing.
  await page.mouse.click(first.x - 4, first.y + 20)
  await expect(bar(page)).toBeHidden()
})
