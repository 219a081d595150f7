import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Comparison } from '../../../shared/ipc/publish-calls.ts'
import '../../styles/tokens.css'
import '../../styles/base.css'
import { expectAccessible } from '../../testing/expect-accessible.ts'
import { ComparisonPane } from './comparison-pane.tsx'

const head = 'title: Plan your visit\ndescription: How to reach the bay by bus\n'
const before = `---
${head}---
<p>The landing and the visitor centre are open every day from 9 am to 5 pm.</p>
<p>Dogs are welcome.</p>
<p>So are bicycles.</p>
<p>And prams.</p>
<p>Bring a coat.</p>
<h2>Getting here</h2>
<p>Buses 14 and 22 stop on Ferry Road, four minutes on foot from the landing.</p>
<p>The overflow car park on Mill Lane is closed until April.</p>
<p><img src="/images/evening.jpg" alt="Evening"></p>
<h2>Ferry fares</h2>
<table><tbody><tr><td>Adult return</td><td>4.20</td></tr><tr><td>Child, 5 to 15</td><td>2.00</td></tr></tbody></table>
<p>This goes to the very end of the page, as it was said.</p>
`
const after = `---
${head.replace('by bus', 'by bus and boat')}---
<p>This goes to the very end of the page, as it was said.</p>
<p>The landing and the visitor centre are open every day from 8 am to dusk. The last ferry leaves early.</p>
<p>Dogs are welcome.</p>
<p>So are bicycles.</p>
<p>And prams.</p>
<p>Bring a coat.</p>
<h2>Getting here</h2>
<p>Buses 14 and 27 stop on Ferry Road, four minutes on foot from the landing.</p>
<p><img src="https://elsewhere.example/front.jpg" alt="Front"></p>
<h2>Ferry fares</h2>
<table><tbody><tr><td>Adult return</td><td>4.50</td></tr><tr><td>Child, 5 to 15</td><td>2.00</td></tr></tbody></table>
`

const side = (text: string | null, bytes: number | null = null) => ({ text, image: null, bytes })

function show(comparison: Comparison) {
  return render(
    <div style={{ height: 640, display: 'flex' }}>
      <ComparisonPane
        title="Plan your visit"
        comparison={comparison}
        siteId="s1"
        beforeVersion="published"
      />
    </div>,
  )
}
const visit = { path: 'pages/visit.md', before: side(before), after: side(after) }

const texts = (selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent)

test('a page with its changes by word, the rest folded, nothing fetched from elsewhere', async () => {
  await show(visit)
  await expect.element(page.getByRole('heading', { name: 'Plan your visit' })).toBeVisible()
  expect(texts('.compare-page del')).toContain('5 pm')
  expect(texts('.compare-page ins').join()).toContain('dusk')
  expect(texts('.compare-page del')).toContain('22')
  expect(texts('.compare-page ins')).toContain('4.50')
  expect(texts('.compare-detail ins')).toEqual(['and boat'])
  expect(texts('.compare-kind')).toContain('Moved here')
  expect(texts('.compare-placeholder')).toContain(
    'Image from another site: https://elsewhere.example/front.jpg',
  )
  expect([...document.images].map((i) => i.src).filter((src) => !src.startsWith('media:'))).toEqual(
    [],
  )
  const fold = page.getByRole('button', { name: '3 paragraphs unchanged' })
  await expect.element(page.getByText('So are bicycles.')).not.toBeInTheDocument()
  await expectAccessible()
  await fold.click()
  await expect.element(page.getByText('So are bicycles.')).toBeVisible()
})

test('steps from change to change and around', async () => {
  await show(visit)
  const next = page.getByRole('button', { name: 'Next change' })
  await next.click()
  const first = document.querySelector('[data-current]')
  expect(first?.textContent).toContain('Description')
  await page.getByRole('button', { name: 'Previous change' }).click()
  const last = document.querySelector('[data-current]')
  expect(last?.textContent).toContain('4.50')
  await next.click()
  expect(document.querySelector('[data-current]')).toBe(first)
})

test('side by side and source show each version', async () => {
  await show(visit)
  await page.getByRole('radio', { name: 'Side by side' }).click()
  await expect.element(page.getByRole('heading', { name: 'After' })).toBeVisible()
  const cells = [...document.querySelectorAll('.compare-cell')]
  const left = cells.filter((_, i) => i % 2 === 0).map((cell) => cell.textContent)
  const right = cells.filter((_, i) => i % 2 === 1).map((cell) => cell.textContent)
  expect(left.join()).toContain('9 am to 5 pm')
  expect(left.join()).not.toContain('8 am to dusk')
  expect(right.join()).toContain('8 am to dusk')
  expect(right.join()).not.toContain('9 am to 5 pm')
  await expectAccessible()
  await page.getByRole('radio', { name: 'Source' }).click()
  expect(texts('.compare-source [data-change="removed"]').join()).toContain('<p>Buses 14 and 22')
  await expectAccessible()
})

test.each([
  ['new', side(null), side(after), 'New page'],
  ['gone', side(before), side(null), 'This page goes'],
] as const)('a %s page is shown as it is, without marks', async (_, was, now, words) => {
  await show({ path: 'pages/visit.md', before: was, after: now })
  await expect.element(page.getByText(words)).toBeVisible()
  expect(texts('.compare-page :is(ins, del)')).toEqual([])
  expect(document.querySelector('.compare-page')?.textContent).toContain('Getting here')
})

test('data is shown as source, other files by name and size', async () => {
  const { rerender } = await show({
    path: '_data/menu.yml',
    before: side('a: 1\nb: 2\n'),
    after: side('a: 1\nb: 3\n'),
  })
  await expect.element(page.getByText('1 change', { exact: true })).toBeVisible()
  expect(texts('.compare-source [data-change="added"]')).toEqual(['Added: b: 3'])
  await rerender(
    <ComparisonPane
      title="Map"
      comparison={{
        path: 'files/map.pdf',
        before: side(null, 2_400_000),
        after: side(null, 286_000),
      }}
      siteId="s1"
      beforeVersion="published"
    />,
  )
  await expect.element(page.getByText('2.4 MB, now 286 kB')).toBeVisible()
})

test('the views change by keyboard', async () => {
  await show(visit)
  await page.getByRole('radio', { name: 'Marked' }).click()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(page.getByRole('radio', { name: 'Side by side' })).toBeChecked()
})
