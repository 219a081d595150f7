// The editor with large pages, against TipTap alone with the same schema in a bare window.
import { rmSync } from 'node:fs'
import { openInGalley, openWindows } from './editor-windows.mjs'
import { median } from './electron.mjs'
import { caretInMiddle, heapOf, typeKeys } from './in-window.mjs'
import { largeBody } from './large-pages.mjs'
import { largestRealBody } from './real-page.mjs'

const openings = 7
const keyRounds = 6
const keysPerRound = 15
const edits = 8
const tiptap = 'variant: tiptap\n'

const percentile = (values, part) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]

/** Pages of one kind, as many as are opened: a page that is open already would only be shown again. */
const copies = (name, front, bodyOf) =>
  Array.from({ length: openings }, (_, i) => {
    const title = `${name} ${i}`
    return { title, front, body: bodyOf(title) }
  })

/** Keys in both windows by turns, then what their pages take in memory. */
async function typing({ galley, plain }) {
  const mine = []
  const theirs = []
  await caretInMiddle(galley.page)
  await caretInMiddle(plain.page)
  for (let i = 0; i < keyRounds; i++) {
    theirs.push(...(await typeKeys(plain.page, keysPerRound)))
    mine.push(...(await typeKeys(galley.page, keysPerRound)))
  }
  return { mine, theirs }
}

const row = (what, ours, theirs, { unit = 'ms', aim = 0.8 } = {}) => ({
  what,
  ours,
  theirs,
  unit,
  against: 'TipTap alone',
  aim,
})

/** A comparison of two different documents would say nothing. */
async function expectSamePage({ galley, plain }) {
  const count = () =>
    ['p', 'h2', 'td', 'li', 'a'].map(
      (name) => document.querySelectorAll(`.ProseMirror ${name}`).length,
    )
  const mine = await galley.page.evaluate(count)
  const theirs = await plain.page.evaluate(count)
  if (String(mine) !== String(theirs))
    throw new Error(`The windows show different pages: ${mine} and ${theirs}.`)
}

async function htmlPage(windows, name, pages) {
  const { galley, plain } = windows
  const mine = []
  const theirs = []
  const rows = []
  for (const [i, { title, body }] of pages.entries()) {
    theirs.push(await plain.page.evaluate((html) => window.plain.open(html), body))
    mine.push(await openInGalley(galley.page, title))
    await expectSamePage(windows)
    // Only one page is open in each window when keys and memory are measured.
    if (i > 0) continue
    const keys = await typing(windows)
    const of = (part) => [percentile(keys.mine, part), percentile(keys.theirs, part)]
    rows.push(row(`${name}: key to paint, p50`, ...of(0.5)))
    rows.push(row(`${name}: key to paint, p95`, ...of(0.95)))
    const heaps = [await heapOf(galley.app, galley.page), await heapOf(plain.app, plain.page)]
    rows.push(row(`${name}: heap of the window`, ...heaps, { unit: 'MB', aim: 1.6 }))
  }
  return [row(`${name}: open`, median(mine), median(theirs)), ...rows]
}

/**
 * One key at a time, each journaled and saved before the next. Every text is read back before it is used, the file's
 * a second time; the making alone is measured by itself.
 */
async function saving({ galley, plain }, body) {
  const { page } = galley
  await page.evaluate(() => {
    window.bench.texts = []
  })
  await caretInMiddle(page)
  for (let i = 0; i < edits; i++) {
    await page.keyboard.press('x')
    await page.waitForTimeout(2000)
  }
  const texts = await page.evaluate(() => window.bench.texts)
  const refused = texts.find((text) => text.kind !== 'text')
  if (refused) throw new Error(`A text was not made: ${JSON.stringify(refused)}`)
  const tookOf = (verified) =>
    texts
      .filter((text) => text.verified === verified)
      .map((text) => text.took)
      .slice(1)
  const without = await plain.page.evaluate(
    ([html, count]) => window.plain.texts(html, count).slice(1),
    [body, edits],
  )
  const alone = { theirs: null, unit: 'ms', against: '' }
  const name = '1 MB of HTML'
  return [
    {
      what: `${name}: text after an edit, not read back`,
      ours: median(without),
      ...alone,
      aim: 20,
    },
    { what: `${name}: text for the journal`, ours: median(tookOf(false)), ...alone, aim: null },
    { what: `${name}: text for the file`, ours: median(tookOf(true)), ...alone, aim: null },
  ]
}

async function markdownPage({ galley, plain }, pages) {
  const mine = []
  const theirs = []
  for (const { title, body } of pages) {
    theirs.push(await plain.page.evaluate((text) => window.plain.parse(text), body))
    mine.push(await openInGalley(galley.page, title))
  }
  const result = row('1 MB of Markdown: open', median(mine), median(theirs), { aim: 2 })
  return [{ ...result, against: 'the parser alone' }]
}

/** Windows of their own for every kind of page: what is open already would count as memory. */
async function inWindows(executable, pages, take) {
  const windows = await openWindows(executable, pages)
  try {
    return await take(windows)
  } finally {
    await windows.close()
    rmSync(windows.top, { recursive: true, force: true })
  }
}

export async function measureEditor(executable) {
  const html = copies('Html', tiptap, (title) => largeBody('html', title))
  const markdown = copies('Markdown', '', (title) => largeBody('markdown', title))
  const rows = await inWindows(executable, html, async (windows) => [
    ...(await htmlPage(windows, '1 MB of HTML', html)),
    ...(await saving(windows, html[0].body)),
  ])
  rows.push(
    ...(await inWindows(executable, markdown, (windows) => markdownPage(windows, markdown))),
  )
  const real = largestRealBody()
  if (!real) {
    console.log('(no real sites beside the project: only made pages are measured)')
    return rows
  }
  const reals = copies('Real', tiptap, (title) => `<h2>${title}</h2>${real}`)
  rows.push(
    ...(await inWindows(executable, reals, (windows) => htmlPage(windows, 'a real page', reals))),
  )
  return rows
}
