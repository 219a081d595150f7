import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import type { AppState, SiteInfo } from '../../shared/ipc/app-calls.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import { queryClient } from '../lib/query-client.ts'
import { fakeBridge } from '../testing/fake-bridge.ts'
import { useWindowState } from './window-state.ts'

const site: SiteInfo = {
  id: 'bay',
  name: 'Lantern Bay Parks',
  folder: '/sites/bay',
  profile: 'isomer',
  sample: true,
  restriction: null,
  branch: 'main',
  remote: null,
  notice: null,
}
const app: AppState = { version: '1.0.0', platform: 'win32', site: null, problem: null }

function Told() {
  const state = useWindowState()
  if (state.kind === 'failed')
    return (
      <button type="button" onClick={state.retry}>
        {state.words}
      </button>
    )
  if (state.kind === 'starting') return <p>starting</p>
  return (
    <p>
      {state.app.site?.name ?? 'welcome'} {state.opening}
    </p>
  )
}

test('follows what main opens and closes, and forgets answers about the site before', async () => {
  const bridge = fakeBridge({ 'app.state': () => app })
  const screen = await render(<Told />)
  await expect.element(screen.getByText('welcome 0')).toBeVisible()
  expect(document.documentElement.dataset.platform).toBe('win32')

  queryClient.setQueryData(['site.tree', null], { nodes: [], pages: 0 })
  queryClient.setQueryData(['settings.get', null], {
    theme: 'dark',
    identity: null,
    spelling: {},
    look: {},
    ownWords: [],
  })
  bridge.announce('site.opened', site)
  await expect.element(screen.getByText('Lantern Bay Parks 1')).toBeVisible()
  expect(queryClient.getQueryData(['site.tree', null])).toBeUndefined()
  expect(queryClient.getQueryData(['settings.get', null])).toBeDefined()
  bridge.announce('site.opened', null)
  await expect.element(screen.getByText('welcome 2')).toBeVisible()
})

test('hearing again of the site that is there changes nothing; opened again it is another one', async () => {
  localStorage.setItem('galley.tabs.bay', '{"tabs":[],"recent":[]}')
  const bridge = fakeBridge({ 'app.state': () => ({ ...app, site }) })
  const screen = await render(<Told />)
  await expect.element(screen.getByText('Lantern Bay Parks 0')).toBeVisible()
  queryClient.setQueryData(['site.tree', null], { nodes: [], pages: 0 })
  bridge.announce('site.opened', site)
  expect(queryClient.getQueryData(['site.tree', null])).toBeDefined()
  bridge.announce('site.opened', null)
  await expect.element(screen.getByText('welcome 1')).toBeVisible()
  bridge.announce('site.opened', site)
  await expect.element(screen.getByText('Lantern Bay Parks 2')).toBeVisible()
  expect(localStorage.getItem('galley.tabs.bay')).not.toBeNull()
})

test('a window that cannot learn its state says so, and can be asked again', async () => {
  const bridge = fakeBridge({
    'app.state': () => {
      throw new AppError('internal', 'Galley could not start.')
    },
  })
  const screen = await render(<Told />)
  const again = screen.getByRole('button', { name: 'Galley could not start.' })
  await expect.element(again).toBeVisible()
  bridge.answer('app.state', () => app)
  await again.click()
  await expect.element(screen.getByText('welcome 0')).toBeVisible()
})
