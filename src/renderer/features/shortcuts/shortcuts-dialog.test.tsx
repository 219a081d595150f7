import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { runCommand } from '../../lib/command-store.ts'
import { setPlatform } from '../../lib/platform.ts'
import '../../styles/base.css'
import '../../styles/tokens.css'
import { expectAccessible } from '../../testing/expect-accessible.ts'
import { shortcutList } from './shortcut-list.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

afterEach(() => setPlatform('linux'))

const labelsIn = (offered: string[]) =>
  shortcutList('linux', new Set(offered)).flatMap(({ shortcuts }) => shortcuts.map((s) => s.label))

test('of the window only what is offered is told, of the editor all', () => {
  expect(labelsIn([])).toContain('Bold')
  expect(labelsIn([])).not.toContain('Close page')
  expect(labelsIn(['tab.close'])).toContain('Close page')
  // Commands without keys have no place in the list.
  expect(labelsIn(['site.clone'])).not.toContain('Clone a site…')
})

test('the dialog shows the keys as the system writes them, and Escape closes it', async () => {
  setPlatform('darwin')
  const screen = await render(<ShortcutsDialog />)
  runCommand('help.shortcuts')
  const dialog = screen.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect.element(dialog).toBeVisible()
  await expect.element(dialog.getByText('⌘B', { exact: true })).toBeVisible()
  await expect.element(screen.getByRole('region', { name: 'Format' })).toBeVisible()
  await expectAccessible()
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog).not.toBeInTheDocument()
})
