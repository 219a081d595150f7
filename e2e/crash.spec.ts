import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { body, caretBehind, openPage, untilSaved } from './support/editing.ts'

/** Small, seeded, good enough to choose moments. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const words =
  'Mist lifts off the reeds and the lamps along the pier go out one by one before the gulls'

test('killed while typing, 20 times: nothing older than a second is lost', async ({
  start,
  profile,
}) => {
  test.setTimeout(300_000)
  const next = random(20)
  const file = join(profile, 'sample/lantern-bay-parks/_visit/Plan your visit.md')
  for (let round = 0; round < 20; round++) {
    const { app, page } = await start('--sample')
    if (round === 0) await openPage(page, 'Visit', 'Plan your visit')
    await expect(body(page)).toBeVisible()
    await caretBehind(page, 'entry is free')
    const mark = ` (${round}: `
    await page.keyboard.type(mark)
    const count = 5 + Math.floor(next() * 40)
    const typed: { readonly text: string; readonly at: number }[] = []
    let text = mark
    for (const letter of words.slice(0, count)) {
      await page.keyboard.type(letter, { delay: 15 + next() * 60 })
      text += letter
      typed.push({ text, at: Date.now() })
    }
    const killed = Date.now()
    const gone = new Promise((resolve) => app.process().once('exit', resolve))
    app.process().kill('SIGKILL')
    await gone
    const due = typed.filter(({ at }) => at <= killed - 1000).at(-1)?.text ?? mark.slice(0, 0)

    const again = await start('--sample')
    await expect(body(again.page)).toBeVisible()
    await expect(body(again.page)).toContainText(due)
    await untilSaved(again.page)
    // The file is whole: it ends as it always did.
    expect(readFileSync(file, 'utf8').endsWith('</div>\n<p></p>')).toBe(true)
    await again.app.close()
  }
})

test('the page’s own process dies: the words come back in the same window', async ({ start }) => {
  const { app, page } = await start('--sample')
  await openPage(page, 'Visit', 'Plan your visit')
  await caretBehind(page, 'entry is free')
  await page.keyboard.type(' for everyone')
  await untilSaved(page)
  // Playwright gives up on a page that died; the window itself is asked.
  await app.evaluate(async ({ webContents }) => {
    const [contents] = webContents.getAllWebContents()
    if (!contents) return
    const startedAgain = new Promise<void>((resolve) =>
      contents.once('did-finish-load', () => resolve()),
    )
    process.kill(contents.getOSProcessId(), 'SIGKILL')
    await startedAgain
  })
  const shown = () =>
    app.evaluate(({ webContents }) =>
      webContents.getAllWebContents()[0]?.executeJavaScript('document.body.textContent'),
    )
  await expect.poll(shown, { timeout: 20_000 }).toContain('entry is free for everyone')
  await expect.poll(shown).toContain('This window stopped working and was started again')
})
