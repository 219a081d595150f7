import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { AppError } from '../../../../shared/ipc/app-error.ts'
import type { Clash } from '../../../../shared/ipc/publish-calls.ts'
import { usePublish } from '../../../lib/publish-store.ts'
import { expectAccessible } from '../../../testing/expect-accessible.ts'
import { bridgeFor, item, planOf, publishWindow, syncOf } from '../testing/publish-window.tsx'

const base = `---
title: Visit
---
<h2>Hours</h2>
<p>Open from 9 to 5.</p>
<p>Dogs are welcome.</p>
<h2>Cars</h2>
<p>The car park is closed.</p>
`
const mine = base.replace('9 to 5', '8 to dusk').replace('is closed', 'is closed today')
const theirs = base
  .replace('9 to 5', '8.30 to 6')
  .replace('is closed', 'opens in May')
  .replace('Dogs', 'Cats')

const visit: Clash = {
  path: 'pages/visit.md',
  title: 'Visit',
  who: 'Anneke Brandt, 10:31',
  base,
  mine,
  theirs,
  binary: false,
}
const photo: Clash = {
  ...visit,
  path: 'images/a.jpg',
  title: 'a.jpg',
  base: null,
  mine: null,
  theirs: null,
  binary: true,
}

const dialog = page.getByRole('dialog', { name: 'Resolve changes' })
const place = (name: string) => dialog.getByRole('region', { name, exact: true })
const use = dialog.getByRole('button', { name: 'Use these' })

async function clashing(clashes: readonly Clash[]) {
  const bridge = bridgeFor(planOf([item('Visit'), item('Other')]))
  bridge.answer('publish.clashes', () => [...clashes])
  bridge.answer('publish.run', () => ({ kind: 'clashes', count: 1, clashes: [...clashes] }))
  await publishWindow()
  await page.getByRole('button', { name: /^Publish/ }).click()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await expect.element(dialog).toBeVisible()
  return bridge
}

test('each place is decided by itself, the rest is kept of both, then the publish goes on', async () => {
  const bridge = await clashing([visit])
  await expect.element(dialog.getByText(/In 2 places both sides are different/)).toBeVisible()
  await expect.element(use).toBeDisabled()
  await expectAccessible()
  await place('Hours').getByRole('button', { name: 'Keep mine' }).click()
  await expect.element(dialog.getByText('1 of 2 decided')).toBeVisible()
  await place('Cars').getByRole('button', { name: 'Keep both' }).click()
  await place('Cars').getByRole('button', { name: 'Change' }).click()
  await expect.element(use).toBeDisabled()
  await place('Cars').getByRole('button', { name: 'Keep theirs' }).click()
  bridge.answer('publish.run', () => ({ kind: 'published', commit: 'c', count: 1 }))
  await use.click()
  await expect.element(dialog).not.toBeInTheDocument()
  await expect
    .element(page.getByRole('status', { name: 'Publish state' }))
    .toHaveTextContent('Published')
  const sha = bridge.inputsOf('publish.resolve')[0]?.theirsSha
  expect(sha).toMatch(/^[0-9a-f]{64}$/)
  expect(bridge.inputsOf('publish.resolve')).toEqual([
    {
      path: visit.path,
      choice: 'both',
      theirsSha: sha,
      text: mine.replace('is closed today', 'opens in May').replace('Dogs', 'Cats'),
    },
  ])
  expect(bridge.inputsOf('publish.run')[1]).toMatchObject({
    paths: [visit.path],
    summary: 'New opening hours',
  })
})

test('a file that is no text is taken as a whole', async () => {
  const bridge = await clashing([photo])
  await expect
    .element(place('a.jpg').getByRole('button', { name: 'Keep both' }).first())
    .toBeDisabled()
  await dialog.getByRole('button', { name: 'Keep theirs' }).click()
  bridge.answer('publish.run', () => ({ kind: 'nothing' }))
  await use.click()
  await expect.element(dialog).not.toBeInTheDocument()
  expect(bridge.inputsOf('publish.resolve')).toEqual([
    { path: photo.path, choice: 'theirs', text: null, theirsSha: null },
  ])
})

test('what was changed once more is asked again', async () => {
  const bridge = await clashing([{ ...visit, theirs: base.replace('9 to 5', '10 to 4') }])
  bridge.answer('publish.resolve', () => {
    throw new AppError('conflict', 'It was changed on the site once more.')
  })
  await dialog.getByRole('button', { name: 'Keep theirs' }).click()
  bridge.answer('publish.clashes', () => [{ ...visit, theirs: base.replace('9 to 5', '11 to 3') }])
  await use.click()
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('once more')
  await expect.element(use).toBeDisabled()
})

test('decided without a publish under way, the choices are kept for the next one', async () => {
  const bridge = bridgeFor(planOf([item('Visit')]))
  bridge.answer('publish.clashes', () => [visit])
  bridge.answer('publish.state', () => syncOf({ state: 'clash', clashes: 1 }))
  await publishWindow()
  await page.getByRole('button', { name: '1 decision to make' }).click()
  await page.getByRole('button', { name: 'Resolve…' }).click()
  await expect.element(dialog).toBeVisible()
  expect(usePublish.getState().dialog).toBe('resolve')
  await dialog.getByRole('button', { name: 'Decide later' }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  expect(bridge.inputsOf('publish.resolve')).toEqual([])
})
