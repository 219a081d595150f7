// npm run shots: makes the pictures of README anew, from the real application on the sample site.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { start } from './bench/electron.mjs'
import { build, root } from './build.mjs'
import { ensureSystemPackages, needsXvfb, onScreen } from './display.mjs'
import { electronRuntime, SetupError } from './electron-runtime.mjs'

const folder = join(root, 'docs/pictures')

/** Pictures of a screen with few colours: a palette keeps them small. */
async function keep(page, name) {
  const bytes = await page.screenshot({ animations: 'disabled' })
  await sharp(bytes)
    .png({ palette: true, colours: 256, effort: 9 })
    .toFile(join(folder, `${name}.png`))
  console.log(`docs/pictures/${name}.png`)
}

const setTheme = (page, theme) =>
  page.evaluate((name) => window.bridge.invoke('settings.set', { theme: name }), theme)

const inBoth = async (page, name) => {
  for (const theme of ['light', 'dark']) {
    await setTheme(page, theme)
    await page.waitForSelector(`html[data-theme=${theme}]`)
    await keep(page, `${name}-${theme}`)
  }
  await setTheme(page, 'light')
}

async function edit(page) {
  const row = (name) => page.getByRole('treeitem', { name, exact: true })
  const unfold = async (name) => {
    if ((await row(name).getAttribute('aria-expanded')) !== 'true') await row(name).click()
  }
  await unfold('Visit')
  await row('Plan your visit').click()
  const body = page.getByRole('textbox', { name: 'Page body' })
  await body.getByText('The bay is open every day').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Bring a hat.')
  await unfold('Places')
  await row('Marsh boardwalk').click()
  await body.locator('p').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Herons do not mind the rain.')
  await page
    .getByRole('status', { name: 'Save state' })
    .getByText('Saved on this computer')
    .waitFor()
  // Pictures of the page have come when nothing is loading any more.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.page-body img')].every((img) => img.complete),
  )
}

async function take() {
  mkdirSync(folder, { recursive: true })
  const profile = mkdtempSync(join(tmpdir(), 'galley-shots-'))
  const executable = await electronRuntime()
  const { app, page } = await start(executable, root, { profile })
  try {
    await page.setViewportSize({ width: 1440, height: 900 })
    const sample = page.getByRole('button', { name: 'Open the sample site' })
    await sample.click()
    await page.getByRole('tree', { name: 'Pages' }).getByRole('treeitem').first().waitFor()
    await edit(page)
    await inBoth(page, 'editor')
    await page.getByRole('button', { name: /^Publish/ }).click()
    await page.getByRole('dialog', { name: 'Publish changes' }).locator('ins').first().waitFor()
    await inBoth(page, 'publish')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Media', exact: true }).click()
    const cells = page.getByRole('grid', { name: 'Media' }).getByRole('gridcell')
    await cells.nth(4).click()
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[role=grid] img')].every((img) => img.complete),
    )
    await inBoth(page, 'media')
    await page.evaluate(() => window.bridge.invoke('app.closeSite', undefined))
    await sample.waitFor()
    await inBoth(page, 'welcome')
  } finally {
    await app.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

async function main() {
  ensureSystemPackages({ withChromium: false })
  build()
  if (!needsXvfb()) return take()
  const [command, args] = onScreen(process.execPath, [fileURLToPath(import.meta.url)])
  process.exitCode = spawnSync(command, args, { stdio: 'inherit' }).status ?? 1
}

main().catch((error) => {
  process.stderr.write(error instanceof SetupError ? `${error.message}\n` : `${error.stack}\n`)
  process.exitCode = 1
})
