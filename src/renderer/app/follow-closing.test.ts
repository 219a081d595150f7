import { afterEach, expect, test, vi } from 'vitest'
import { registerSaver } from '../lib/savers.ts'
import { fakeBridge } from '../testing/fake-bridge.ts'
import { followClosing } from './follow-closing.ts'

let stops: (() => unknown)[] = []
afterEach(() => {
  for (const stop of stops) stop()
  stops = []
})

test('the window goes when everything open is saved, not before', async () => {
  const bridge = fakeBridge({ 'app.readyToClose': () => undefined })
  let saved: () => void = () => undefined
  const save = () =>
    new Promise<void>((resolve) => {
      saved = resolve
    })
  stops = [followClosing(), registerSaver(save)]
  bridge.announce('window.closing', {})
  await new Promise((resolve) => setTimeout(resolve))
  expect(bridge.inputsOf('app.readyToClose')).toHaveLength(0)
  saved()
  await vi.waitFor(() => expect(bridge.inputsOf('app.readyToClose')).toHaveLength(1))
})

test('a file that is held for a moment is tried again', async () => {
  const bridge = fakeBridge({ 'app.readyToClose': () => undefined })
  let tries = 0
  const save = async () => {
    tries += 1
    if (tries < 3) throw new Error('held')
  }
  stops = [followClosing(), registerSaver(save)]
  bridge.announce('window.closing', {})
  await vi.waitFor(() => expect(bridge.inputsOf('app.readyToClose')).toHaveLength(1), 5000)
  expect(tries).toBe(3)
})
