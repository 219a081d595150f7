import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { userEvent, page as window } from 'vitest/browser'
import { expectAccessible } from '../../testing/expect-accessible.ts'
import { fakeBridge } from '../../testing/fake-bridge.ts'
import { BlockBar } from './bars/block-bar.tsx'
import { EditorDialogHost } from './editor-dialog-host.tsx'
import { useEditorDialogs } from './editor-dialogs.ts'
import { BlockHandle } from './handle/block-handle.tsx'
import { linkForms } from './links/link-range.ts'
import { showTools } from './testing/show-tools.tsx'

afterEach(() => useEditorDialogs.getState().close())

/** A page with its bars, its handle and its dialogs. */
function show(body: string) {
  fakeBridge({
    'site.tree': () => ({
      nodes: [
        { id: 'p', kind: 'page', title: 'Plan a visit', path: 'p.md', permalink: '/visit/plan/' },
      ],
      pages: 1,
    }),
    'site.assets': () => [],
  })
  const client = new QueryClient()
  return showTools(body, (editor) => (
    <QueryClientProvider client={client}>
      <BlockBar editor={editor} />
      <BlockHandle editor={editor} />
      <EditorDialogHost editor={editor} linkForm={() => linkForms.isomer} mediaUrl={() => null} />
    </QueryClientProvider>
  ))
}
const dialog = (name: string) => window.getByRole('dialog', { name, exact: true })
const button = (name: string) => window.getByRole('button', { name, exact: true })
const entry = (name: string) => window.getByRole('menuitem', { name, exact: true })

const card =
  '<div class="isomer-card-grid">\n<div class="isomer-card">\n<div class="isomer-card-body">\n<div class="isomer-card-title">one</div>\n</div>\n</div>\n</div>'

test('a card leads to a page that is found by its title', async () => {
  const page = await show(card)
  page.behind('one')
  await userEvent.click(button('Link…'))
  await userEvent.keyboard('plan')
  await userEvent.click(window.getByRole('option', { name: /Plan a visit/ }))
  await expectAccessible()
  await userEvent.click(button('Add link'))
  await expect.element(dialog('Link of the card')).not.toBeInTheDocument()
  expect(page.editor.view.hasFocus()).toBe(true)
  expect(await page.body()).toContain(
    '<a rel="noopener noreferrer nofollow" href="/visit/plan/" class="isomer-card">',
  )
  await userEvent.click(button('Link…'))
  await userEvent.click(button('Remove link'))
  expect(await page.body()).toBe(card)
})

test('a list begins with another number, asked for at its handle', async () => {
  const list = (open: string) => `<p>x</p>\n${open}\n<li>\n<p>one</p>\n</li>\n</ol>`
  const page = await show(list('<ol data-tight="true" class="tight">'))
  await userEvent.hover(window.getByText('one'))
  await userEvent.click(button('Move or change this block'))
  await userEvent.click(entry('First number…'))
  await expect.element(window.getByRole('textbox', { name: 'Begin the list with' })).toHaveFocus()
  await userEvent.keyboard('{Control>}a{/Control}x')
  await expect.element(button('Change')).toBeDisabled()
  await expectAccessible()
  await userEvent.keyboard('{Backspace}7{Enter}')
  await expect.element(dialog('First number')).not.toBeInTheDocument()
  expect(await page.body()).toBe(list('<ol start="7" data-tight="true" class="tight">'))
})

test('code is given a language', async () => {
  const page = await show('<pre><code>let a</code></pre>')
  await userEvent.hover(window.getByText('let a'))
  await userEvent.click(button('Move or change this block'))
  await userEvent.click(entry('Language…'))
  await userEvent.keyboard('js{Enter}')
  await expect.element(dialog('Language of the code')).not.toBeInTheDocument()
  expect(await page.body()).toBe('<pre><code class="language-js">let a</code></pre>')
})

test('a frame is changed where it stands', async () => {
  const frame = (src: string) =>
    `<p>a</p>\n<div class="iframe-wrapper">\n<iframe width="99%" src="${src}"></iframe>\n</div>`
  const page = await show(frame('https://form.gov.sg/one'))
  page.pick('iframe')
  await userEvent.click(button('Change…'))
  await expectAccessible()
  await userEvent.keyboard('{Control>}a{/Control}https://youtu.be/abcDEF12345')
  await userEvent.click(button('Change'))
  expect(await page.body()).toBe(frame('https://www.youtube.com/embed/abcDEF12345'))
})
