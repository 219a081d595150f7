import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NodeSelection } from '@tiptap/pm/state'
import { beforeEach, expect, test, vi } from 'vitest'
import { userEvent, page as window } from 'vitest/browser'
import { noteImage, useRecentImages } from '../../../lib/recent-images-store.ts'
import { expectAccessible } from '../../../testing/expect-accessible.ts'
import { fakeBridge } from '../../../testing/fake-bridge.ts'
import { ToastHost } from '../../../ui/toast.tsx'
import { EditorDialogHost } from '../editor-dialog-host.tsx'
import { type EditorDialog, useEditorDialogs } from '../editor-dialogs.ts'
import { linkForms } from '../links/link-range.ts'
import { showTools } from '../testing/show-tools.tsx'

beforeEach(() => useRecentImages.setState({ paths: [] }))

const asset = (name: string, bytes = 20_000) => ({
  path: `images/${name}`,
  kind: 'image' as const,
  bytes,
})

async function show(body: string, dialog: EditorDialog, choose?: string) {
  const bridge = fakeBridge({
    'site.assets': () => [asset('boat.jpg', 4_200_000), asset('chart.png'), asset('pier.jpg')],
    'media.optimise': () => ({
      done: [],
      kept: [],
      failed: [],
      bytesBefore: 4_200_000,
      bytesAfter: 380_000,
      pages: 0,
      undo: 'u1',
      cancelled: false,
    }),
    'media.undo': () => ({ undo: 'u2', title: 'Optimise a.jpg' }),
  })
  const page = await showTools(body, (editor) => (
    <QueryClientProvider client={new QueryClient()}>
      <EditorDialogHost editor={editor} linkForm={() => linkForms.isomer} mediaUrl={() => null} />
      <ToastHost />
    </QueryClientProvider>
  ))
  const { view } = page.editor
  if (choose)
    view.state.doc.descendants((node, pos) => {
      if (node.type.name === choose)
        view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
    })
  useEditorDialogs.getState().show(dialog)
  return { ...page, bridge }
}

const field = (name: string) => window.getByRole('textbox', { name })
const choice = (name: string) => window.getByRole('option', { name })

test('a heavy picture is offered to be made smaller, and that can be taken back', async () => {
  const page = await show('<p>one</p>', 'image')
  await choice('chart.png').click()
  await expect
    .element(window.getByRole('checkbox', { name: /Make the file smaller/ }))
    .not.toBeInTheDocument()
  await choice('boat.jpg').click()
  await window
    .getByRole('checkbox', { name: 'Make the file smaller: it has 4.2 MB, which readers wait for' })
    .click()
  await field('Alt text').fill('A pilot boat')
  await expectAccessible()
  await window.getByRole('button', { name: 'Insert', exact: true }).click()
  await expect.element(window.getByText('boat.jpg has 380 kB now, not 4.2 MB')).toBeVisible()
  expect(page.bridge.inputsOf('media.optimise')).toMatchObject([
    { paths: ['images/boat.jpg'], rule: { format: 'keep', maxWidth: 2000 } },
  ])
  await window.getByRole('button', { name: 'Undo' }).click()
  await vi.waitFor(() => expect(page.bridge.inputsOf('media.undo')).toEqual([{ undo: 'u1' }]))
  expect(await page.body()).toContain('src="/images/boat.jpg"')
})

test('pictures used lately stand first, until one looks for others', async () => {
  noteImage('images/of-another-site.jpg')
  noteImage('images/pier.jpg')
  await show('<p>one</p>', 'image')
  const recent = window.getByRole('group', { name: 'Used lately' })
  await expect.element(recent.getByRole('option', { name: 'pier.jpg' })).toBeVisible()
  expect(recent.getByRole('option').elements()).toHaveLength(1)
  await expectAccessible()
  await field('Search images').fill('chart')
  await expect.element(recent).not.toBeInTheDocument()
  await expect.element(choice('chart.png')).toBeVisible()
})

test('a picture of this computer is chosen from there, and asked about as one that is dropped', async () => {
  const { bridge } = await show('<p>one</p>', 'image')
  const file = { token: 't1', name: 'new.jpg', bytes: 90_000, kind: 'image', type: 'image/jpeg' }
  bridge.answer('media.chooseFiles', () => ({ offered: [], refused: [] }))
  const button = window.getByRole('button', { name: 'From this computer…' })
  await button.click()
  await expect.element(window.getByRole('dialog', { name: 'Insert image' })).toBeVisible()
  bridge.answer('media.chooseFiles', () => ({ offered: [file], refused: [] }) as never)
  await button.click()
  await expect.element(window.getByRole('dialog', { name: 'Insert images' })).toBeVisible()
  await expect.element(field('Alt text of new.jpg')).toBeVisible()
})

const picture =
  '<div class="isomer-image-wrapper">\n<img style="width: 100%" height="auto" width="100%" alt="A pier" src="/images/pier.jpg">\n</div>'

test('a picture gets a title, loses it, and keeps its bytes where nothing was changed', async () => {
  const page = await show(picture, 'alt-text', 'image')
  await expect.element(field('Title')).toHaveValue('')
  await expectAccessible()
  await field('Title').fill('The old pier')
  await window.getByRole('button', { name: 'Use this text' }).click()
  expect(await page.body()).toContain('title="The old pier"')
  useEditorDialogs.getState().show('alt-text')
  await expect.element(field('Title')).toHaveValue('The old pier')
  await userEvent.clear(field('Title'))
  await window.getByRole('button', { name: 'Use this text' }).click()
  expect(await page.body()).toBe(picture)
})
