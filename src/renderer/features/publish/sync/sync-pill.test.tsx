import { expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { SyncState } from '../../../../shared/ipc/publish-calls.ts'
import { expectAccessible } from '../../../testing/expect-accessible.ts'
import { publishStateInWords } from '../publish-status.tsx'
import { bridgeFor, planOf, publishWindow, syncOf } from '../testing/publish-window.tsx'
import { syncInWords } from './sync-words.ts'

test.each([
  [{ state: 'up-to-date' }, 'Up to date'],
  [{ state: 'offline' }, 'Offline'],
  [{ state: 'offline', waiting: 2 }, 'Offline, 2 publishes waiting'],
  [{ state: 'incoming', incoming: 3 }, '3 new changes from others'],
  [{ state: 'incoming', incoming: 1 }, '1 new change from others'],
  [{ state: 'working' }, 'Looking for changes…'],
  [{ state: 'sign-in', waiting: 1 }, 'Sign-in needed'],
  [{ state: 'clash', clashes: 2 }, '2 decisions to make'],
  [{ state: 'no-remote' }, 'Only on this computer'],
] as const)('%o', (state: Partial<SyncState>, words) => {
  expect(syncInWords(syncOf(state)).text).toBe(words)
})

test.each([
  [null, {}, undefined],
  [{ kind: 'publishing' }, { state: 'offline', waiting: 1 }, 'Publishing…'],
  [{ kind: 'published', count: 1 }, {}, 'Published'],
  [{ kind: 'waiting' }, { state: 'offline', waiting: 1 }, 'Waiting for the network'],
  [{ kind: 'waiting' }, { state: 'working' }, 'Waiting for the network'],
  [{ kind: 'waiting' }, {}, 'Published'],
  [null, { state: 'offline', waiting: 2 }, 'Waiting for the network'],
  [{ kind: 'refused', words: '' }, {}, 'Not published'],
  [null, { state: 'clash', clashes: 1 }, 'Waiting for your decision'],
] as const)('the publish state after %o', (outcome, state: Partial<SyncState>, words) => {
  expect(publishStateInWords(outcome, syncOf(state))?.text).toBe(words)
})

test('the panel lists what waits in order, with one thing to do', async () => {
  const bridge = bridgeFor(planOf([]))
  const queue = ['New opening hours', 'Boardwalk closed'].map((summary, i) => ({
    id: `q${i}`,
    summary,
    count: i + 1,
    since: '2026-11-25T13:51:00.000Z',
    reason: '',
  }))
  bridge.answer('publish.state', () =>
    syncOf({ state: 'offline', waiting: 2, queue, words: 'Keep working.' }),
  )
  bridge.answer('publish.sync', () => syncOf())
  await publishWindow()
  await page.getByRole('button', { name: 'Offline, 2 publishes waiting' }).click()
  const list = page.getByRole('list', { name: 'Waiting publishes' })
  await expect.element(list.getByRole('listitem').first()).toHaveTextContent('New opening hours')
  await expectAccessible()
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect.element(page.getByRole('button', { name: 'Up to date' })).toBeVisible()
})

test('a short look at the site does not change the words', async () => {
  const bridge = bridgeFor(planOf([]))
  await publishWindow()
  await expect.element(page.getByRole('button', { name: 'Up to date' })).toBeVisible()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  bridge.announce('publish.state', syncOf({ state: 'working' }))
  await expect.poll(() => vi.getTimerCount()).toBe(1)
  await vi.advanceTimersByTimeAsync(299)
  await expect.element(page.getByRole('button', { name: 'Up to date' })).toBeVisible()
  await vi.advanceTimersByTimeAsync(1)
  await expect.element(page.getByRole('button', { name: 'Looking for changes…' })).toBeVisible()
})
