import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles/base.css'
import '../styles/tokens.css'
import { baySite } from '../testing/bay-site.ts'
import { expectAccessible } from '../testing/expect-accessible.ts'
import { fakeBridge } from '../testing/fake-bridge.ts'
import { useLayout } from './layout-store.ts'
import { TitleBar } from './title-bar.tsx'
import { useViewCommands } from './use-view-commands.ts'

function Window() {
  useViewCommands()
  return (
    <TitleBar site={{ ...baySite, name: 'A very long name of a site that has no end in sight' }}>
      <button type="button">Publish</button>
    </TitleBar>
  )
}

test('an inspector that does not fit is brought back by a button', async () => {
  fakeBridge({ 'app.recentSites': () => [] })
  await page.viewport(900, 600)
  onTestFinished(() => page.viewport(1000, 700))
  useLayout.setState(useLayout.getInitialState(), true)
  const screen = await render(
    <QueryClientProvider client={new QueryClient()}>
      <Window />
    </QueryClientProvider>,
  )
  const button = screen.getByRole('button', { name: 'Show inspector' })
  await expectAccessible()
  await button.click()
  await expect.element(button).not.toBeInTheDocument()
  expect(useLayout.getState().peek).toBe('inspector')
})
