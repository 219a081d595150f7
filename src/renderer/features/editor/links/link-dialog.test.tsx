import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent, page as window } from 'vitest/browser'
import { useOpenPages } from '../../../lib/open-pages-store.ts'
import { expectAccessible } from '../../../testing/expect-accessible.ts'
import { fakeBridge } from '../../../testing/fake-bridge.ts'
import { EditorDialogHost } from '../editor-dialog-host.tsx'
import { useEditorDialogs } from '../editor-dialogs.ts'
import { pasteInto } from '../testing/paste-into.ts'
import { showTools } from '../testing/show-tools.tsx'
import { linkForms } from './link-range.ts'

beforeEach(() => useOpenPages.getState().reset([{ path: 'own.md', view: 'write' }], 'own.md'))
afterEach(() => useEditorDialogs.getState().close())

const files: Readonly<Record<string, string>> = {
  'own.md': '---\nvariant: tiptap\n---\n<h2>Here</h2>',
  'plan.md': '---\ntitle: Plan\n---\n## By boat\n\n## By *train*\n\n<h2>No address</h2>\n',
}
const leaf = (path: string, title: string) => ({
  id: path,
  kind: 'page' as const,
  title,
  path,
  permalink: `/${path.replace('.md', '')}/`,
})

function show(body: string) {
  fakeBridge({
    'site.tree': () => ({
      nodes: [leaf('plan.md', 'Plan a visit'), leaf('own.md', 'T')],
      pages: 2,
    }),
    'site.assets': () => [{ path: 'files/Annual report.pdf', kind: 'document', bytes: 1 }],
    'pages.open': ({ path }) => ({
      path,
      text: files[path] ?? '',
      sha: '0'.repeat(64),
      readOnly: null,
      draft: null,
    }),
  })
  const client = new QueryClient()
  return showTools(body, (editor) => (
    <QueryClientProvider client={client}>
      <EditorDialogHost editor={editor} linkForm={() => linkForms.isomer} mediaUrl={() => null} />
    </QueryClientProvider>
  ))
}
const body = '<p>First words</p>\n<p>Second line</p>'
const linked = (href: string) =>
  body.replace(
    'Second',
    `<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">Second</a>`,
  )
/** Long lines end behind the link, as in Isomer's own files. */
const oneLine = async (text: Promise<string>) => (await text).replace('</a>\nline', '</a> line')
const field = () => window.getByRole('combobox', { name: 'Page, file or address' })
const heading = (where: string) => window.getByRole('combobox', { name: `Heading of ${where}` })

test('a page is found by its title, then one of its headings; all by keys', async () => {
  const page = await show(body)
  page.mark('Second')
  await page.keys('{Control>}{Shift>}k{/Shift}{/Control}')
  await expect.element(field()).toBeVisible()
  await userEvent.keyboard('plan')
  await expect.element(window.getByRole('option', { name: /Plan a visit/ })).toBeVisible()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.element(heading('that page')).toBeVisible()
  await expectAccessible()
  await userEvent.selectOptions(heading('that page'), 'By train')
  await expect.element(field()).toHaveValue('/plan/#by-train')
  await expect.element(window.getByText(/without an address of their own are not/)).toBeVisible()
  await userEvent.click(field())
  await userEvent.keyboard('{Enter}')
  expect(await oneLine(page.body())).toBe(linked('/plan/#by-train'))
})

test('headings that the site gives no address are explained', async () => {
  const page = await show(body)
  page.mark('Second')
  await page.keys('{Control>}{Shift>}k{/Shift}{/Control}')
  await expect
    .element(window.getByText('The headings of this page have no addresses of their own'))
    .toBeVisible()
})

test.each([
  ['hello@harbour.example', 'mailto:hello@harbour.example'],
  ['+65 6123 4567', 'tel:+6561234567'],
  ['www.harbour.example/a', 'https://www.harbour.example/a'],
  ['https://harbour.example/?a=1', 'https://harbour.example/?a=1'],
])('%s leads to %s', async (typed, href) => {
  const page = await show(body)
  page.mark('Second')
  await page.keys('{Control>}{Shift>}k{/Shift}{/Control}')
  await expect.element(field()).toHaveFocus()
  await userEvent.keyboard(`${typed}{Enter}`)
  await expect.element(field()).not.toBeInTheDocument()
  expect(await oneLine(page.body())).toBe(linked(href))
})

test('a file of the site', async () => {
  const page = await show(body)
  page.mark('Second')
  await page.keys('{Control>}{Shift>}k{/Shift}{/Control}')
  await expect.element(field()).toHaveFocus()
  await userEvent.keyboard('annual')
  await expect.element(window.getByRole('option', { name: /Annual report/ })).toBeVisible()
  await userEvent.keyboard('{ArrowDown}{Enter}{Enter}')
  expect(await oneLine(page.body())).toBe(linked('/files/Annual%20report.pdf'))
})

test('an address that is pasted over words becomes their link', async () => {
  const page = await show(body)
  page.mark('Second')
  pasteInto(page, { 'text/plain': 'https://harbour.example/a' })
  expect(await oneLine(page.body())).toBe(linked('https://harbour.example/a'))
})
