import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import type { SiteInfo } from '../../shared/ipc/app-calls.ts'
import { AppError } from '../../shared/ipc/app-error.ts'
import { canRun, runCommand } from '../lib/command-store.ts'
import { useOpenPages } from '../lib/open-pages-store.ts'
import { registerSaver } from '../lib/savers.ts'
import { baySite } from '../testing/bay-site.ts'
import { fakeBridge } from '../testing/fake-bridge.ts'
import { ToastHost } from '../ui/toast.tsx'
import { useSiteCommands } from './use-site-commands.ts'

function Window({ site: shown }: { readonly site: SiteInfo }) {
  useSiteCommands(shown)
  return <ToastHost />
}

let stop: () => unknown = () => undefined
beforeEach(() => useOpenPages.getState().reset([{ path: 'a.md', view: 'write' }], 'a.md'))
afterEach(() => stop())

test('closing the site saves what is open first', async () => {
  const order: string[] = []
  fakeBridge({ 'app.closeSite': () => void order.push('closed') })
  stop = registerSaver(async () => {
    await Promise.resolve()
    order.push('saved')
  })
  await render(<Window site={baySite} />)
  runCommand('site.close')
  await vi.waitFor(() => expect(order).toEqual(['saved', 'closed']))
})

test('a site whose pages cannot be saved stays open, and says why', async () => {
  const bridge = fakeBridge({ 'app.closeSite': () => undefined })
  stop = registerSaver(() => Promise.reject(new AppError('disk-full', 'The disk is full.')))
  const screen = await render(<Window site={baySite} />)
  runCommand('site.close')
  // Said aloud and shown.
  await expect.element(screen.getByText('The site stays open').first()).toBeVisible()
  await expect.element(screen.getByText('The disk is full.').first()).toBeVisible()
  expect(bridge.inputsOf('app.closeSite')).toHaveLength(0)
})

test('a site that is only shown has nothing to save', async () => {
  fakeBridge({})
  const screen = await render(<Window site={baySite} />)
  expect(canRun('page.save')).toBe(true)
  await screen.rerender(<Window site={{ ...baySite, restriction: { reason: 'Why', found: [] } }} />)
  await vi.waitFor(() => expect(canRun('page.save')).toBe(false))
})

test('the folder is shown with the page in front', async () => {
  const bridge = fakeBridge({ 'app.showInFolder': () => undefined })
  await render(<Window site={baySite} />)
  runCommand('site.show-in-folder')
  expect(bridge.inputsOf('app.showInFolder')).toEqual([{ path: 'a.md' }])
})
