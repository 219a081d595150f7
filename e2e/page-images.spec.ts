import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from './fixtures.ts'
import { body, caretBehind, openPage, publish, untilSaved } from './support/editing.ts'
import { changedLines, git, makeRepository } from './support/git.ts'
import { smallSite } from './support/small-site.ts'

interface GivenFile {
  readonly name: string
  readonly type: string
  readonly base64: string
}

/** Drops or pastes files on the page body as another program would hand them over. */
async function give(page: Page, how: 'drop' | 'paste', files: readonly GivenFile[]): Promise<void> {
  await body(page).evaluate(
    (root, [kind, all]) => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], name, { type }))
      }
      const at = root.firstElementChild?.getBoundingClientRect() ?? new DOMRect()
      const options = { bubbles: true, cancelable: true }
      root.dispatchEvent(
        kind === 'drop'
          ? new DragEvent('drop', {
              ...options,
              dataTransfer: data,
              clientX: at.right - 4,
              clientY: at.bottom - 4,
            })
          : new ClipboardEvent('paste', { ...options, clipboardData: data }),
      )
    },
    [how, files] as const,
  )
}

/** A photo as a camera held on its side writes it: it stands upright only by its note. */
async function photo(name: string): Promise<GivenFile> {
  const noise = { type: 'gaussian', mean: 120, sigma: 60 } as const
  const bytes = await sharp({
    create: { width: 2400, height: 1600, channels: 3, background: '#456', noise },
  })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 60 })
    .toBuffer()
  return { name, type: 'image/jpeg', base64: bytes.toString('base64') }
}

test('photos dropped on a page come into the site, upright and smaller, and out with it', async ({
  start,
}) => {
  const repository = makeRepository(smallSite())
  const { page } = await start(repository.site)
  await openPage(page, 'About', 'Our role')
  await give(page, 'drop', [await photo('IMG 0001.JPG'), await photo('IMG 0002.JPG')])
  const dialog = page.getByRole('dialog', { name: 'Insert images' })
  await expect(dialog.getByRole('button', { name: 'Insert', exact: true })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Alt text of IMG 0001.JPG' }).fill('A pilot boat')
  await dialog
    .getByRole('checkbox', { name: /Decorative/ })
    .nth(1)
    .click()
  await dialog.getByRole('button', { name: 'Insert', exact: true }).click()
  await expect(dialog).toBeHidden({ timeout: 30_000 })
  await expect(body(page).locator('img')).toHaveCount(2)
  await untilSaved(page)
  const names = readdirSync(join(repository.site, 'images')).filter((name) =>
    /\.jpe?g$/i.test(name),
  )
  expect(names).toHaveLength(2)
  const first = join(repository.site, 'images', names[0] ?? '')
  const { width, height, orientation } = await sharp(readFileSync(first)).metadata()
  expect({ width, height, orientation }).toEqual({
    width: 1333,
    height: 2000,
    orientation: undefined,
  })

  await publish(page, 'Photos')
  const lines = changedLines(repository.remote, repository.branch).filter(
    (line) => !/^Binary/.test(line),
  )
  expect(lines.filter((line) => line.startsWith('-')).length).toBeLessThanOrEqual(1)
  const added = lines.filter((line) => line.startsWith('+')).join('\n')
  expect(added).toContain('<div class="isomer-image-wrapper">')
  expect(added).toContain(
    `src="/images/${encodeURIComponent(names[0] ?? '')}" alt="A pilot boat"`.slice(0, 12),
  )
  expect(added).toContain('alt="A pilot boat"')
  expect(git(repository.remote, 'ls-tree', '-r', '--name-only', repository.branch)).toContain(
    `images/${names[0]}`,
  )
  repository.remove()
})

test('a pasted picture and a dropped document; what is no file for a site is told and left', async ({
  start,
}) => {
  const repository = makeRepository(smallSite())
  const { page } = await start(repository.site)
  await openPage(page, 'Loose pages', 'Reach us')
  await caretBehind(page, 'radio')
  const png = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#c00' } })
    .png()
    .toBuffer()
  await give(page, 'paste', [
    { name: 'image.png', type: 'image/png', base64: png.toString('base64') },
    { name: 'run.exe', type: '', base64: btoa('MZ') },
  ])
  const dialog = page.getByRole('dialog', { name: 'Insert images' })
  await expect(dialog.getByRole('list', { name: 'Files that cannot be used' })).toContainText(
    'run.exe',
  )
  await dialog.getByRole('textbox', { name: 'Alt text of image.png' }).fill('A red box')
  await dialog.getByRole('button', { name: 'Insert', exact: true }).click()
  await expect(dialog).toBeHidden()
  await untilSaved(page)
  const text = readFileSync(join(repository.site, 'pages/Contact.md'), 'utf8')
  expect(text).toContain('By *radio*.')
  expect(text).toMatch(/!\[A red box\]\(\/images\/image\.png\)/)
  expect(existsSync(join(repository.site, 'images/image.png'))).toBe(true)
  await page.keyboard.press('ControlOrMeta+Z')
  await untilSaved(page)
  await expect
    .poll(() => readFileSync(join(repository.site, 'pages/Contact.md'), 'utf8'))
    .not.toContain('red box')
  repository.remove()
})
