import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { FolderChoice, RecentSite, SiteInfo } from '../../../shared/ipc/app-calls.ts'
import { AppError } from '../../../shared/ipc/app-error.ts'
import { runCommand } from '../../lib/command-store.ts'
import { baySite } from '../../testing/bay-site.ts'
import { expectAccessible } from '../../testing/expect-accessible.ts'
import { fakeBridge } from '../../testing/fake-bridge.ts'
import { ConfirmHost } from '../../ui/confirm.tsx'
import { ToastHost } from '../../ui/toast.tsx'
import { SiteActions } from './site-actions.tsx'
import { useSiteActions } from './site-actions-store.ts'
import { Welcome } from './welcome.tsx'
import '../../styles/tokens.css'
import '../../styles/base.css'

const recent = (id: string, name: string, more: Partial<RecentSite> = {}): RecentSite => ({
  id,
  name,
  folder: `/sites/${id}`,
  openedAt: new Date().toISOString(),
  missing: false,
  sample: false,
  ...more,
})

beforeEach(() => {
  document.documentElement.dataset.theme = 'light'
  useSiteActions.setState({ busy: null, problem: null, isCloning: false, emptyFolder: null })
})

/** A promise that a test settles when it is time. */
function later<T>() {
  let resolve: (value: T) => void = () => undefined
  let reject: (error: unknown) => void = () => undefined
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

async function show(sites: readonly RecentSite[] = [], welcome = <Welcome />) {
  const bridge = fakeBridge({
    'app.state': () => ({ version: '1.0', platform: 'linux', site: null, problem: null }),
    'app.recentSites': () => [...sites],
    'app.defaultCloneFolder': () => ({ token: 'usual', folder: '/home/mira/Sites' }),
    'app.openSample': () => baySite,
    'settings.get': () => ({
      theme: 'system',
      identity: null,
      spelling: {},
      look: {},
      ownWords: [],
    }),
    'settings.set': () => ({ theme: 'dark', identity: null, spelling: {}, look: {}, ownWords: [] }),
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const screen = await render(
    <QueryClientProvider client={client}>
      <div style={{ height: 660 }}>{welcome}</div>
      <SiteActions />
      <ConfirmHost />
      <ToastHost />
    </QueryClientProvider>,
  )
  const button = (name: string | RegExp) => screen.getByRole('button', { name, exact: true })
  return { screen, bridge, button }
}

test('offers the ways to begin under their exact names, and is accessible', async () => {
  const { screen, button } = await show([recent('bay', 'Lantern Bay Parks')])
  for (const name of ['Open the sample site', 'Clone a site…', 'Open a folder…'])
    await expect.element(button(name)).toBeVisible()
  await expect
    .element(button('Open a folder…'))
    .toHaveAccessibleDescription('A site that is already on this computer.')
  await expect.element(screen.getByText('Version 1.0')).toBeVisible()
  await expect.element(screen.getByRole('list', { name: 'Recent sites' })).toBeVisible()
  await expectAccessible()
})

test('opens the sample site once, however often the button is pressed', async () => {
  const { bridge, button } = await show()
  const opening = later<SiteInfo>()
  bridge.answer('app.openSample', () => opening.promise)
  await button('Open the sample site').click()
  await expect.element(button('Open the sample site')).toHaveAccessibleDescription('Opening…')
  await expect.element(button('Clone a site…')).toBeDisabled()
  expect(runCommand('site.open-sample')).toBe(false)
  opening.resolve(baySite)
  await expect.element(button('Open the sample site')).toBeEnabled()
  expect(bridge.inputsOf('app.openSample')).toEqual([{ fresh: false }])
})

test('a problem is told in place, that of the start as well', async () => {
  const { screen, bridge, button } = await show([], <Welcome problem="The folder is gone." />)
  await expect.element(screen.getByRole('alert')).toHaveTextContent('The folder is gone.')
  bridge.answer('app.openSample', () => {
    throw new AppError('disk-full', 'The disk is full. Nothing was changed.')
  })
  await button('Open the sample site').click()
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('The disk is full. Nothing was changed.')
})

test('recent sites open with one click; those that are gone can be taken away', async () => {
  const sites = [
    recent('bay', 'Lantern Bay Parks'),
    recent('old', 'Mill Bridge', { missing: true }),
  ]
  const { screen, bridge, button } = await show(sites)
  bridge.answer('app.openRecent', () => baySite)
  bridge.answer('app.forgetRecent', () => undefined)
  await button('Lantern Bay Parks').click()
  expect(bridge.inputsOf('app.openRecent')).toEqual([{ id: 'bay' }])
  await expect.element(button('Mill Bridge')).toBeDisabled()
  await expect.element(screen.getByText('Folder was moved or deleted')).toBeVisible()
  bridge.answer('app.recentSites', () => sites.slice(0, 1))
  await button('Remove Mill Bridge from the list').click()
  await expect.element(button('Mill Bridge')).not.toBeInTheDocument()
  expect(bridge.inputsOf('app.forgetRecent')).toEqual([{ id: 'old' }])
})

test('without recent sites the list says what will be there', async () => {
  const { screen } = await show()
  await expect.element(screen.getByText(/^Sites you open appear here/)).toBeVisible()
})

test('a folder without a site is offered as a place to start one', async () => {
  const { screen, bridge, button } = await show()
  const choice: FolderChoice = { kind: 'no-repository', token: 't1', folder: '/home/mira/notes' }
  bridge.answer('app.openFolder', () => choice)
  bridge.answer('app.startRepository', () => baySite)
  await button('Open a folder…').click()
  const dialog = screen.getByRole('dialog', { name: 'Start a site here?' })
  await expect.element(dialog).toHaveTextContent('/home/mira/notes')
  await button('Start a site here').click()
  await expect.element(dialog).not.toBeInTheDocument()
  expect(bridge.inputsOf('app.startRepository')).toEqual([{ token: 't1' }])
})

test('a fresh sample is made only after a yes', async () => {
  localStorage.setItem('galley.tabs.lantern', '{"tabs":[],"active":null,"recent":[]}')
  const { screen, bridge, button } = await show(
    [recent('lantern', 'Lantern Bay', { sample: true })],
    <p>A site’s window</p>,
  )
  runCommand('site.fresh-sample')
  await expect.element(screen.getByRole('alertdialog')).toBeVisible()
  await button('Cancel').click()
  runCommand('site.fresh-sample')
  await button('Start again').click()
  await expect.poll(() => bridge.inputsOf('app.openSample')).toEqual([{ fresh: true }])
  expect(localStorage.getItem('galley.tabs.lantern')).toBeNull()
})

test('in a site’s window a problem is told in passing', async () => {
  const { screen, bridge } = await show([], <p>A site’s window</p>)
  bridge.answer('app.openFolder', () => {
    throw new AppError('refused', 'This folder may not be read.')
  })
  runCommand('site.open-folder')
  await expect.element(screen.getByText('This folder may not be read.').first()).toBeVisible()
  expect(useSiteActions.getState().problem).toBeNull()
})

test('the clone dialog checks while one types and names the folder itself', async () => {
  const { screen, bridge, button } = await show()
  await button('Clone a site…').click()
  const dialog = screen.getByRole('dialog', { name: 'Clone a site' })
  const address = dialog.getByRole('textbox', { name: 'Address of the site’s repository' })
  const name = dialog.getByRole('textbox', { name: 'Name of its folder' })
  await expect.element(address).toHaveFocus()
  await expect.element(button('Clone')).toBeDisabled()
  await address.fill('http://git.example/bay/parks-site')
  await expect.element(address).toHaveAttribute('aria-invalid', 'true')
  await expect.element(address).toHaveAccessibleDescription(/^Use the same address with https/)
  await address.fill('https://git.example/bay/parks-site.git')
  await expect.element(address).not.toHaveAttribute('aria-invalid')
  await expect.element(name).toHaveValue('parks-site')
  await name.fill('a/b')
  await expect.element(name).toHaveAttribute('aria-invalid', 'true')
  await name.fill('parks')
  bridge.answer('app.chooseCloneFolder', () => ({ token: 'mine', folder: '/data' }))
  await button('Choose…').click()
  await expect.element(dialog.getByRole('textbox', { name: 'Keep it in' })).toHaveValue('/data')
  // Colours are judged at rest.
  await expect.poll(() => document.getAnimations().length).toBe(0)
  await expectAccessible()
  bridge.answer('app.clone', () => baySite)
  await userEvent.click(button('Clone'))
  await expect.element(dialog).not.toBeInTheDocument()
  expect(bridge.inputsOf('app.clone')).toMatchObject([
    { url: 'https://git.example/bay/parks-site.git', name: 'parks', token: 'mine' },
  ])
})

test('a clone tells how far it is and can be stopped', async () => {
  const { screen, bridge, button } = await show()
  const cloning = later<SiteInfo>()
  bridge.answer('app.clone', () => cloning.promise)
  bridge.answer('app.cancelTask', () => undefined)
  runCommand('site.clone')
  const dialog = screen.getByRole('dialog', { name: 'Clone a site' })
  await dialog.getByRole('textbox', { name: /^Address/ }).fill('git@git.example:bay/parks.git')
  await userEvent.keyboard('{Enter}')
  await expect.element(button('Cloning…')).toBeDisabled()
  const task = bridge.inputsOf('app.clone')[0]?.task ?? ''
  bridge.announce('task.progress', { task: 'other', done: 1, total: 2, words: 'Not ours' })
  bridge.announce('task.progress', { task, done: 58, total: 100, words: 'Receiving 58 % (12 MB)' })
  await expect.element(screen.getByText('Receiving 58 % (12 MB)')).toBeVisible()
  await expect
    .element(dialog.getByRole('progressbar', { name: 'Cloning' }))
    .toHaveAttribute('aria-valuenow', '58')
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog).toBeVisible()
  await button('Cancel').click()
  expect(bridge.inputsOf('app.cancelTask')).toEqual([{ task }])
  cloning.reject(new AppError('cancelled', 'Stopped.'))
  await expect.element(button('Clone')).toBeEnabled()
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
})

test('a clone that fails is explained in place, and what was typed is kept', async () => {
  const { screen, bridge, button } = await show()
  bridge.answer('app.clone', () => {
    throw new AppError('offline', 'git.example could not be reached. Nothing was left behind.')
  })
  runCommand('site.clone')
  const address = screen.getByRole('textbox', { name: /^Address/ })
  await address.fill('https://git.example/bay/parks')
  await button('Clone').click()
  await expect.element(screen.getByRole('alert')).toHaveTextContent(/could not be reached/)
  await expect.element(address).toHaveValue('https://git.example/bay/parks')
  await expect.element(address).toHaveFocus()
  await expect.element(button('Clone')).toBeEnabled()
})

test('the theme can be changed', async () => {
  const { screen, bridge, button } = await show()
  await button('System theme').click()
  await screen.getByRole('menuitemcheckbox', { name: 'Dark theme' }).click()
  expect(bridge.inputsOf('settings.set')).toEqual([{ theme: 'dark' }])
})
