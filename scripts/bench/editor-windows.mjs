// The two windows beside each other: Galley with a site of large pages, and TipTap alone in a bare window.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { start } from './electron.mjs'
import { equip, noteTexts } from './in-window.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const git = (folder, ...args) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' })
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** A site with the given pages (title → body), as a repository of its own. */
function makeSite(top, pages) {
  const site = join(top, 'site')
  mkdirSync(join(site, 'pages'), { recursive: true })
  mkdirSync(join(site, 'images'))
  writeFileSync(join(site, '_config.yml'), 'title: Bench\n')
  for (let i = 0; i < 50; i++)
    writeFileSync(join(site, 'images', `picture-${i}.png`), Buffer.from(pixel, 'base64'))
  for (const { title, front, body } of pages)
    writeFileSync(
      join(site, 'pages', `${title}.md`),
      `---\ntitle: ${title}\npermalink: /${title.replace(' ', '-').toLowerCase()}/\n${front}---\n${body}\n`,
    )
  git(site, 'init', '-q', '-b', 'staging')
  git(site, 'add', '--all')
  git(
    site,
    '-c',
    'user.name=Bench',
    '-c',
    'user.email=bench@example.test',
    'commit',
    '-qm',
    'start',
  )
  return site
}

async function bundlePlainEditor(top) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: join(top, 'plain'),
      target: 'chrome114',
      minify: true,
      lib: {
        entry: here('plain-editor/plain-editor.js'),
        formats: ['iife'],
        name: 'plainEditor',
        fileName: () => 'plain.js',
      },
    },
  })
  return join(top, 'plain/plain.js')
}

/** Starts both windows; `close` ends them. */
export async function openWindows(executable, pages) {
  const top = mkdtempSync(join(tmpdir(), 'galley-bench-editor-'))
  const site = makeSite(top, pages)
  const bundle = await bundlePlainEditor(top)
  const folder = (name) => {
    mkdirSync(join(top, name))
    return join(top, name)
  }
  const galley = await start(executable, here('../..'), { profile: folder('mine'), args: [site] })
  await galley.page.waitForSelector('[role=tree] [role=treeitem]')
  await equip(galley.page)
  await noteTexts(galley.page)
  const plain = await start(executable, here('bare'), { profile: folder('theirs') })
  await plain.page.waitForSelector('#page')
  await equip(plain.page)
  await plain.page.addScriptTag({ path: bundle })
  const close = async () => {
    await galley.app.close()
    await plain.app.close()
  }
  return { galley, plain, close, top }
}

/** Clicks a page in Galley's tree; answers how long it took until its first heading was painted. */
export async function openInGalley(page, title) {
  await page.evaluate((wanted) => {
    window.bench.opened = new Promise((resolve) => {
      let began = null
      addEventListener(
        'click',
        (event) => {
          began = event.timeStamp
        },
        { capture: true, once: true },
      )
      const look = () => {
        const first = document.querySelector('[aria-label="Page body"] > :first-child')
        if (began !== null && first?.textContent === wanted)
          void window.bench.painted().then(() => resolve(performance.now() - began))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  }, title)
  await page.getByRole('treeitem', { name: title, exact: true }).click()
  return page.evaluate(() => window.bench.opened)
}
