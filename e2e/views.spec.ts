import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { makeRepository } from './support/git.ts'
import { smallSite } from './support/small-site.ts'

const paragraphs = (make: (number: number) => string, between: string) =>
  Array.from({ length: 120 }, (_, index) => make(index + 1)).join(between)
const words = (number: number) =>
  `Paragraph ${number}. ${'The lights are lit at dusk. '.repeat(6)}End.`

/** Pages as sites have them: Isomer's own in a single line, Markdown with the line ends of Windows. */
const pages = {
  'pages/One line.md': `---\ntitle: One line\nvariant: tiptap\n---\n${paragraphs((n) => `<p>${words(n)}</p>`, '')}`,
  'pages/Windows.md': `---\r\ntitle: Windows\r\n---\r\n${paragraphs(words, '\r\n\r\n')}\r\n`,
}

/** The number of the paragraph that is at the upper edge of what is written. */
const writtenAt = (page: Page) =>
  page.locator('.page-scroll').evaluate((box) => {
    const { top } = box.getBoundingClientRect()
    const all = [...box.querySelectorAll('.ProseMirror > p')]
    return 1 + all.findIndex((block) => block.getBoundingClientRect().bottom > top + 4)
  })

/** The same for the source; only what is in sight is in its document. */
const sourceAt = (page: Page) =>
  page.locator('.cm-scroller').evaluate((box) => {
    const { top } = box.getBoundingClientRect()
    const { right } = box.querySelector('.cm-content')?.getBoundingClientRect() ?? { right: 0 }
    const range = document.caretRangeFromPoint(right - 10, top + 30)
    const before = document.createRange()
    before.setStart(box, 0)
    if (range) before.setEnd(range.startContainer, range.startOffset)
    const begun = before.toString().match(/Paragraph \d+\./g)
    return Number(begun?.at(-1)?.match(/\d+/)?.[0])
  })

/** What a measure says when it says the same for some frames: what comes in sight gets its real height then. */
async function atRest(page: Page, measure: (page: Page) => Promise<number>): Promise<number> {
  const seen: number[] = []
  await expect
    .poll(
      async () => {
        await page.evaluate(() => new Promise(requestAnimationFrame))
        seen.push(await measure(page))
        return new Set(seen.slice(-8)).size === 1 && seen.length >= 8
      },
      { intervals: [20] },
    )
    .toBe(true)
  return seen.at(-1) ?? 0
}

for (const name of ['One line', 'Windows'])
  test(`switching the view keeps the place: ${name}`, async ({ start }) => {
    const repository = makeRepository(smallSite(pages))
    const { page } = await start(repository.site)
    const view = (tab: string) => page.getByRole('tab', { name: tab, exact: true }).click()
    await page.getByRole('treeitem', { name, exact: true }).dblclick()
    await page.getByText('Paragraph 80.').scrollIntoViewIfNeeded()
    await page.locator('.page-scroll').hover()
    await page.mouse.wheel(0, 200)
    const written = await atRest(page, writtenAt)
    expect(written).toBeGreaterThan(60)

    await view('Source')
    await expect(page.locator('.cm-content')).toBeVisible()
    expect(Math.abs((await atRest(page, sourceAt)) - written)).toBeLessThanOrEqual(1)

    await view('Write')
    await expect(page.locator('.page-scroll')).toBeVisible()
    expect(await atRest(page, writtenAt)).toBe(written)

    await view('Source')
    await page.locator('.cm-scroller').hover()
    await page.mouse.wheel(0, -1200)
    const source = await atRest(page, sourceAt)
    expect(source).toBeLessThan(written - 3)
    await view('Write')
    await expect(page.locator('.page-scroll')).toBeVisible()
    expect(Math.abs((await atRest(page, writtenAt)) - source)).toBeLessThanOrEqual(1)
    repository.remove()
  })
