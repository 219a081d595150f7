// Cold start until the tree is filled and a key typed on the homepage is painted; memory at rest.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, memoryOf, paintedKey, start } from './electron.mjs'

const project = fileURLToPath(new URL('../..', import.meta.url))
const bare = fileURLToPath(new URL('bare', import.meta.url))
const rounds = 7
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

async function galley(executable, profile) {
  const { app, page, began } = await start(executable, project, { profile, args: ['--sample'] })
  await page.waitForSelector('[role=tree] [role=treeitem]')
  const painted = await paintedKey(page, '[aria-label="Page body"][contenteditable=true]')
  await page.keyboard.press('Control+z')
  await rest(2500)
  const memory = await memoryOf(app)
  await app.close()
  return { time: painted - began, memory }
}

async function bareWindow(executable, profile) {
  const { app, page, began } = await start(executable, bare, { profile })
  const painted = await paintedKey(page, '#page')
  await rest(2500)
  const memory = await memoryOf(app)
  await app.close()
  return { time: painted - began, memory }
}

/** Leaves the sample site with its homepage open, as somebody's second day begins. */
async function prepare(executable, profile) {
  const { app, page } = await start(executable, project, { profile, args: ['--sample'] })
  await page
    .getByRole('treeitem', { name: 'Homepage' })
    .or(page.getByRole('treeitem').first())
    .first()
    .click()
  await page.waitForSelector('[aria-label="Page body"]')
  await rest(1500)
  await app.close()
}

export async function measureStart(executable) {
  const profile = mkdtempSync(join(tmpdir(), 'galley-bench-'))
  const other = mkdtempSync(join(tmpdir(), 'galley-bench-bare-'))
  try {
    await prepare(executable, profile)
    const mine = []
    const theirs = []
    for (let i = 0; i < rounds; i++) {
      theirs.push(await bareWindow(executable, other))
      mine.push(await galley(executable, profile))
    }
    const of = (list, key) => median(list.map((entry) => entry[key]))
    return [
      {
        what: 'start: tree filled, key painted on the homepage',
        ours: of(mine, 'time'),
        theirs: of(theirs, 'time'),
        unit: 'ms',
        against: 'bare window',
        aim: 1.5,
      },
      {
        what: 'memory at rest',
        ours: of(mine, 'memory'),
        theirs: of(theirs, 'memory'),
        unit: 'MB',
        against: 'bare window',
        aim: null,
      },
    ]
  } finally {
    rmSync(profile, { recursive: true, force: true })
    rmSync(other, { recursive: true, force: true })
  }
}
