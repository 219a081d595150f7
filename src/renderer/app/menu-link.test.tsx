import { afterEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { useCommand } from '../lib/command-store.ts'
import { fakeBridge } from '../testing/fake-bridge.ts'
import { followMenu } from './menu-link.ts'

let stop = (): void => undefined
afterEach(() => stop())

let runs = 0
function Commands({ on }: { readonly on: boolean }) {
  useCommand('view.list', { run: () => undefined, checked: on })
  useCommand('tab.close', { run: () => undefined, enabled: false })
  useCommand('go.search', { run: () => runs++ })
  return null
}

test('the menu learns what is possible and on, once it settles, and only when it changes', async () => {
  const bridge = fakeBridge({ 'app.menu': () => undefined })
  stop = followMenu()
  const screen = await render(<Commands on={false} />)
  await vi.waitFor(() =>
    expect(bridge.inputsOf('app.menu').at(-1)).toEqual({
      enabled: ['view.list', 'go.search'],
      checked: [],
    }),
  )
  const told = bridge.inputsOf('app.menu').length
  await screen.rerender(<Commands on={false} />)
  await screen.rerender(<Commands on />)
  await vi.waitFor(() => expect(bridge.inputsOf('app.menu').at(-1)?.checked).toEqual(['view.list']))
  expect(bridge.inputsOf('app.menu')).toHaveLength(told + 1)

  bridge.announce('command.run', { id: 'go.search' })
  bridge.announce('command.run', { id: 'tab.close' })
  bridge.announce('command.run', { id: 'no.such.command' })
  expect(runs).toBe(1)
})
