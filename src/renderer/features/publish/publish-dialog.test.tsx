import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { AppError } from '../../../shared/ipc/app-error.ts'
import { registerSaver } from '../../lib/savers.ts'
import { expectAccessible } from '../../testing/expect-accessible.ts'
import { bridgeFor, item, planOf, publishWindow, syncOf } from './testing/publish-window.tsx'

const visit = item('Plan your visit')
const boardwalk = item('Marsh boardwalk', { kind: 'new' })
const photo = item('heron.webp', { what: 'image', kind: 'replaced', path: 'images/heron.webp' })
const menu = item('Top menu', { what: 'navigation', outside: true, path: '_data/menu.yml' })
const huge = item('film.mp4', { what: 'document', blocked: 'Larger than 100 MB.', path: 'f.mp4' })
const items = [visit, boardwalk, photo, menu, huge]

const dialog = page.getByRole('dialog', { name: 'Publish changes' })
const summary = dialog.getByRole('textbox', { name: 'Summary' })
const publishNow = dialog.getByRole('button', { name: 'Publish now' })
const status = page.getByRole('status', { name: 'Publish state' })
const tick = (name: string) => dialog.getByRole('checkbox', { name, exact: true })

async function open() {
  await page.getByRole('button', { name: /^Publish/ }).click()
  await expect.element(summary).toBeVisible()
}

test('saves first, lists the changes, publishes the ticked ones and says so', async () => {
  const bridge = bridgeFor(planOf(items))
  const order: string[] = []
  const forget = registerSaver(async () => void order.push(`saved, ${bridge.asked.length} asked`))
  await publishWindow()
  await open()
  forget()
  expect(order.length).toBe(1)
  await expect.element(page.getByText('3 of 5 changes to the preview site')).toBeVisible()
  await expect.element(summary).toHaveValue('New opening hours')
  await expect.element(tick('Top menu')).not.toBeChecked()
  await expect.element(tick('film.mp4')).toBeDisabled()
  await expect.element(page.getByText('Larger than 100 MB.')).toBeVisible()
  await expect.element(dialog.getByRole('list', { name: 'Changes', exact: true })).toBeVisible()
  await expectAccessible()

  await tick('Marsh boardwalk').click()
  await expect.element(summary).toHaveValue('Update Plan your visit, replace heron.webp')
  await summary.fill('Hours')
  await tick('Top menu').click()
  await expect.element(summary).toHaveValue('Hours')
  await publishNow.click()
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(status).toHaveTextContent('Published')
  await expect.element(page.getByText('3 changes published').first()).toBeVisible()
  expect(bridge.inputsOf('publish.run')).toEqual([
    {
      paths: [visit.path, photo.path, menu.path],
      summary: 'Hours',
      identity: { name: 'Mira', email: 'mira@example.org' },
    },
  ])
})

test('everything by keyboard', async () => {
  const bridge = bridgeFor(planOf([visit, boardwalk, photo]))
  await publishWindow()
  await open()
  await expect.element(tick('Plan your visit')).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(tick('Marsh boardwalk')).toHaveFocus()
  await expect
    .element(dialog.getByRole('region', { name: 'Changes in Marsh boardwalk' }))
    .toBeVisible()
  await userEvent.keyboard(' ')
  await expect.element(tick('Marsh boardwalk')).not.toBeChecked()
  await userEvent.keyboard('{End}')
  await expect.element(tick('heron.webp')).toHaveFocus()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(dialog).not.toBeInTheDocument()
  expect(bridge.inputsOf('publish.run')[0]?.paths).toEqual([visit.path, photo.path])
  await open()
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog).not.toBeInTheDocument()
})

test('asks once who publishes, and checks it', async () => {
  const bridge = bridgeFor(planOf([visit], { identity: null }))
  await publishWindow()
  await open()
  await publishNow.click()
  await expect.element(page.getByText('Write the name your colleagues know you by.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Mira')
  await dialog.getByRole('textbox', { name: 'Your e-mail' }).fill('mira')
  await publishNow.click()
  await expect.element(page.getByText(/Write an e-mail address/)).toBeVisible()
  expect(bridge.inputsOf('publish.run')).toEqual([])
  await expectAccessible()
  await dialog.getByRole('textbox', { name: 'Your e-mail' }).fill('mira@example.org')
  await publishNow.click()
  await expect.element(dialog).not.toBeInTheDocument()
  const identity = { name: 'Mira', email: 'mira@example.org' }
  expect(bridge.inputsOf('settings.set')).toEqual([{ identity }])
  expect(bridge.inputsOf('publish.run')).toMatchObject([{ identity }])
})

test('offline it waits, and says so', async () => {
  const bridge = bridgeFor(planOf([visit]))
  bridge.answer('publish.run', () => {
    bridge.answer('publish.state', () => syncOf({ state: 'offline', waiting: 1 }))
    return { kind: 'queued', count: 1 }
  })
  await publishWindow()
  await open()
  await publishNow.click()
  await expect.element(status).toHaveTextContent('Waiting for the network')
  await expect
    .element(page.getByRole('button', { name: 'Offline, 1 publish waiting' }))
    .toBeVisible()
  bridge.announce('publish.state', syncOf())
  await expect.element(status).toHaveTextContent('Published')
})

test('a publish that is not accepted says what happened, what was kept and what to do', async () => {
  const bridge = bridgeFor(planOf([visit]))
  bridge.answer('publish.run', () => {
    throw new AppError('refused', 'Your account may read this site but not change it.')
  })
  await publishWindow()
  await open()
  await publishNow.click()
  await expect.element(dialog.getByText('Your account may read this site')).toBeVisible()
  await expect.element(dialog.getByText('Your 1 change is safe on this computer.')).toBeVisible()
  expect(document.querySelector('[aria-label="Publish state"]')?.textContent).toBe('Not published')
  await expectAccessible()
  bridge.answer('publish.run', () => ({ kind: 'published', commit: 'c', count: 1 }))
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect.element(status).toHaveTextContent('Published')
})

test('words that could not be saved are not published', async () => {
  const bridge = bridgeFor(planOf([visit]))
  await publishWindow()
  const forget = registerSaver(async () => {
    throw new AppError('disk-full', 'This computer’s disk is full.')
  })
  await page.getByRole('button', { name: /^Publish/ }).click()
  await expect.element(dialog.getByText('This computer’s disk is full.')).toBeVisible()
  expect(bridge.inputsOf('publish.run')).toEqual([])
  forget()
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect.element(publishNow).toBeVisible()
})

test('a discarded change can be brought back', async () => {
  const bridge = bridgeFor(planOf([visit, boardwalk]))
  bridge.answer('publish.discard', () => ({ undo: 'u1' }))
  bridge.answer('publish.undoDiscard', () => undefined)
  await publishWindow()
  await open()
  await dialog.getByRole('button', { name: 'Discard this change' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => bridge.inputsOf('publish.undoDiscard')).toEqual([{ undo: 'u1' }])
  expect(bridge.inputsOf('publish.discard')).toEqual([{ path: visit.path }])
})

test('with nothing to publish the button is off', async () => {
  bridgeFor(planOf([]))
  await publishWindow()
  await expect.element(page.getByRole('button', { name: /^Publish/ })).toBeDisabled()
})

test('a thousand changes stay quick', async () => {
  const many = Array.from({ length: 1000 }, (_, i) => item(`Page ${i}`))
  bridgeFor(planOf(many))
  await publishWindow()
  await open()
  await expect.element(page.getByText('1000 changes to the preview site')).toBeVisible()
  const box = tick('Page 3').element() as HTMLElement
  const start = performance.now()
  box.click()
  await expect.element(page.getByText('999 of 1000 changes to the preview site')).toBeVisible()
  expect(performance.now() - start).toBeLessThan(1000)
})
