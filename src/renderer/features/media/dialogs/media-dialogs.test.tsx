import { beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { expectAccessible } from '../../../testing/expect-accessible.ts'
import { cell, fileAt, forget, openDialog, openMedia } from '../testing/media-window.tsx'

beforeEach(forget)

test('Delete says who would show a gap, and can be taken back', async () => {
  const { bridge, screen } = await openMedia()
  await cell(screen, 0).click()
  await userEvent.keyboard('{Delete}')
  const dialog = screen.getByRole('dialog', { name: 'Delete', exact: true })
  await expect.element(dialog.getByText(/1 page uses it and would show a gap/)).toBeVisible()
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  expect(bridge.inputsOf('media.delete')).toEqual([{ paths: [fileAt(0).path] }])
  await screen.getByRole('button', { name: 'Undo' }).click()
  await vi.waitFor(() => expect(bridge.inputsOf('media.undo')).toEqual([{ undo: 'u1' }]))
  await expect.element(screen.getByRole('button', { name: 'Redo' })).toBeVisible()
})

test('Rename shows what follows, and refuses names that are taken', async () => {
  const { bridge, screen } = await openMedia()
  await cell(screen, 0).click()
  await userEvent.keyboard('{F2}')
  const dialog = screen.getByRole('dialog', { name: 'Rename', exact: true })
  const main = dialog.getByRole('button', { name: 'Rename', exact: true })
  await dialog.getByRole('textbox', { name: 'New name' }).fill('taken')
  await expect.element(dialog.getByText('There is such a file already.')).toBeVisible()
  await expect.element(main).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'New name' }).fill('pier.jpg')
  await expect.element(dialog.getByText('1 page will change.')).toBeVisible()
  await expectAccessible()
  await main.click()
  await expect.element(dialog).not.toBeInTheDocument()
  expect(bridge.inputsOf('media.rename')).toEqual([
    { moves: [{ from: 'images/p000.jpg', to: 'images/pier.jpg' }] },
  ])
})

test('Move goes into a new folder', async () => {
  const { bridge, screen } = await openMedia()
  await cell(screen, 0).click()
  await cell(screen, 1).click({ modifiers: ['Shift'] })
  const dialog = await openDialog(screen, 'Move')
  await dialog.getByRole('textbox', { name: 'Folder' }).fill('images/new')
  await expect.element(dialog.getByText('This folder will be made.')).toBeVisible()
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  expect(bridge.inputsOf('media.rename')[0]?.moves.map(({ to }) => to)).toEqual([
    'images/new/p000.jpg',
    'images/new/p001.jpg',
  ])
})

test('Edit alt text lists every use; only what was changed is written', async () => {
  const { bridge, screen } = await openMedia()
  await cell(screen, 0).click()
  const dialog = await openDialog(screen, 'Edit alt text')
  await expect.element(dialog.getByRole('textbox', { name: 'The pier' })).toHaveValue('A pier')
  await dialog.getByRole('textbox', { name: /Three storms/ }).fill('A storm at the pier')
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Edit alt text' }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  expect(bridge.inputsOf('media.setAlt')).toEqual([
    { edits: [{ page: 'a.md', at: 4, src: '/images/p000.jpg', alt: 'A storm at the pier' }] },
  ])
})

test('Optimise tries the rule out, shows progress, stops, and says what came of it', async () => {
  const { bridge, screen } = await openMedia()
  let finish = () => {}
  bridge.answer('media.optimise', async ({ paths, task }) => {
    bridge.announce('task.progress', { task, done: 1, total: 2, words: 'p001.jpg' })
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    const [first = ''] = paths
    return {
      done: [{ from: first, path: first, before: 100_000, after: 12_000 }],
      kept: [],
      failed: [{ path: 'images/p001.jpg', words: 'The picture is damaged.' }],
      bytesBefore: 100_000,
      bytesAfter: 12_000,
      pages: 0,
      undo: 'u5',
      cancelled: true,
    }
  })
  bridge.answer('media.cancel', () => undefined)
  await cell(screen, 0).click()
  await cell(screen, 1).click({ modifiers: ['Control'] })
  const dialog = await openDialog(screen, 'Optimise')
  await expect.element(dialog.getByText('−88 %').first()).toBeVisible()
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Optimise', exact: true }).click()
  await expect.element(dialog.getByText('1 of 2')).toBeVisible()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  expect(bridge.inputsOf('media.cancel')[0]?.keepDone).toBe(true)
  finish()
  await expect.element(dialog.getByText('The picture is damaged.')).toBeVisible()
  await expect.element(screen.getByText('1 image optimised, 88 kB saved')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect.element(dialog).not.toBeInTheDocument()
})

test('Replace and import ask for files first', async () => {
  const { bridge, screen } = await openMedia()
  const offered = {
    token: 't1',
    name: 'New pier.png',
    bytes: 5000,
    kind: 'image',
    type: 'image/png',
  } as const
  bridge.answer('media.chooseFiles', () => ({ offered: [offered], refused: [] }))
  bridge.answer('media.replace', () => ({
    undo: 'u6',
    files: 1,
    pages: 2,
    path: 'images/p000.png',
  }))
  bridge.answer('media.import', ({ folder }) => ({
    done: [{ from: 'New pier.png', path: `${folder}/New pier.png`, before: 5000, after: 4000 }],
    kept: [],
    failed: [],
    bytesBefore: 5000,
    bytesAfter: 4000,
    pages: 0,
    undo: 'u7',
    cancelled: false,
  }))
  await cell(screen, 0).click()
  const replace = await openDialog(screen, 'Replace')
  const main = replace.getByRole('button', { name: 'Replace', exact: true })
  await expect.element(main).toBeDisabled()
  await replace.getByRole('button', { name: 'Choose a file…' }).click()
  await expect.element(replace.getByText('New pier.png')).toBeVisible()
  await expectAccessible()
  await main.click()
  await expect.element(screen.getByText('p000.jpg replaced')).toBeVisible()
  expect(bridge.inputsOf('media.replace')).toEqual([{ path: 'images/p000.jpg', token: 't1' }])

  await screen.getByRole('button', { name: 'Import images…' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Import images' })
  const line = dialog.getByRole('listitem')
  await expect.element(line).toHaveTextContent('new-pier.pngNew pier.png60 kB')
  await expect.element(line).toHaveTextContent('6 kB −90 %')
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  expect(bridge.inputsOf('media.import')[0]).toMatchObject({
    tokens: ['t1'],
    folder: 'images',
    names: '{name}',
  })
})
