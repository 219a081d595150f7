import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { AppError } from '../../../shared/ipc/app-error.ts'
import type { Settings } from '../../../shared/ipc/settings-calls.ts'
import { canRun, runCommand } from '../../lib/command-store.ts'
import '../../styles/base.css'
import '../../styles/tokens.css'
import { expectAccessible } from '../../testing/expect-accessible.ts'
import { fakeBridge } from '../../testing/fake-bridge.ts'
import { emailProblem } from './identity-form.tsx'
import { SettingsDialog } from './settings-dialog.tsx'

async function open(
  settings: Settings = { theme: 'system', identity: null, spelling: {}, look: {}, ownWords: [] },
) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const bridge = fakeBridge({
    'settings.get': () => settings,
    'settings.set': (change) => {
      const next = { ...settings, ...(change as Partial<Settings>) }
      client.setQueryData(['settings.get', null], next)
      return next
    },
  })
  const screen = await render(
    <QueryClientProvider client={client}>
      <SettingsDialog version="1.2.3" />
    </QueryClientProvider>,
  )
  await vi.waitFor(() => expect(canRun('app.settings')).toBe(true))
  runCommand('app.settings')
  await expect.element(screen.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  return { screen, bridge }
}

test('the theme changes at once', async () => {
  const { screen, bridge } = await open()
  await expect.element(screen.getByText('Galley 1.2.3')).toBeVisible()
  await screen.getByRole('radio', { name: 'Dark' }).click()
  expect(bridge.inputsOf('settings.set')).toEqual([{ theme: 'dark' }])
  await expect.element(screen.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expectAccessible()
})

test('who publishes is kept once name and address are both there', async () => {
  const { screen, bridge } = await open()
  await screen.getByRole('textbox', { name: 'Your name' }).fill('Ada Park')
  await userEvent.keyboard('{Tab}')
  expect(bridge.inputsOf('settings.set')).toEqual([])
  await screen.getByRole('textbox', { name: 'Your e-mail address' }).fill('ada')
  await userEvent.keyboard('{Tab}')
  await expect.element(screen.getByText(/An e-mail address has a name/)).toBeVisible()
  await screen.getByRole('textbox', { name: 'Your e-mail address' }).fill(' ada@bay.example ')
  await userEvent.keyboard('{Tab}')
  expect(bridge.inputsOf('settings.set')).toEqual([
    { identity: { name: 'Ada Park', email: 'ada@bay.example' } },
  ])
})

test('a setting that could not be kept is told in its place', async () => {
  const { screen, bridge } = await open()
  bridge.answer('settings.set', () => {
    throw new AppError('disk-full', 'The disk is full, so the setting was not kept.')
  })
  await screen.getByRole('radio', { name: 'Light' }).click()
  await expect.element(screen.getByRole('alert')).toHaveTextContent('The disk is full')
})

test.each(['a@b', 'ada.park+site@bay.example', ''])('%j is an address', (email) =>
  expect(emailProblem(email)).toBeNull(),
)
test.each(['ada', 'a b@c', '@c', 'a@', 'a@b@c'])('%j is none', (email) =>
  expect(emailProblem(email)).not.toBeNull(),
)
