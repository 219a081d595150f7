import { beforeEach, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { useOpenPages } from '../lib/open-pages-store.ts'
import '../styles/base.css'
import '../styles/tokens.css'
import { expectAccessible } from '../testing/expect-accessible.ts'
import { StatusBar } from './status-bar.tsx'

const site = { branch: 'staging', remote: 'github.com/bay/parks', restriction: null }

beforeEach(() => useOpenPages.getState().reset([{ path: 'a.md', view: 'write' }], 'a.md'))

test('the save state says exactly what tests and screen readers rely on', async () => {
  const screen = await render(<StatusBar site={site} publish={null} />)
  const state = screen.getByRole('status', { name: 'Save state' })
  await expect.element(state).toHaveTextContent(/^Saved on this computer$/)
  useOpenPages.getState().setState('a.md', { save: { kind: 'saving' } })
  await expect.element(state).toHaveTextContent(/^Saving…$/)
  useOpenPages.getState().setState('a.md', {
    save: { kind: 'problem', words: 'The disk is full.' },
  })
  await expect.element(state).toHaveTextContent(/^Not saved: The disk is full\.$/)
  await expect.element(state).toHaveAttribute('aria-live', 'assertive')
  await expectAccessible()
})

test('words, block, branch and target', async () => {
  const screen = await render(<StatusBar site={site} publish={null} />)
  useOpenPages.getState().setState('a.md', { words: 1412, block: 'Page › Paragraph' })
  await expect.element(screen.getByText('1,412 words')).toBeVisible()
  await expect.element(screen.getByText('Page › Paragraph')).toBeVisible()
  useOpenPages.getState().setState('a.md', { words: 1 })
  await expect.element(screen.getByText('1 word', { exact: true })).toBeVisible()
  await expect.element(screen.getByText('staging')).toBeVisible()
  await expect.element(screen.getByText('Goes to github.com/bay/parks')).toBeVisible()
})

test('with no page open there is nothing to say about saving', async () => {
  useOpenPages.getState().reset([], null)
  const screen = await render(
    <StatusBar site={{ ...site, branch: null, remote: null }} publish={null} />,
  )
  await expect.element(screen.getByRole('status', { name: 'Save state' })).toHaveTextContent(/^$/)
})

test('behind the words stand the other counts, of the selection as well', async () => {
  const screen = await render(<StatusBar site={site} publish={null} />)
  const page = { words: 1412, characters: 8000, withoutSpaces: 6600 }
  const selected = { words: 3, characters: 15, withoutSpaces: 13 }
  useOpenPages.getState().setState('a.md', { words: 1412, counts: () => ({ page, selected }) })
  await screen.getByRole('button', { name: '1,412 words' }).click()
  await expect.element(screen.getByRole('dialog', { name: 'Counts' })).toBeVisible()
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) })
  await expect.element(row('Characters')).toHaveTextContent('Characters8,00015')
  await expect.element(row('Reading time')).toHaveTextContent('Reading time6 minunder 1 min')
  await expectAccessible()
})

test('a site that is only shown does not say that anything is saved', async () => {
  const restriction = { reason: 'It could run programs.', found: [] }
  const screen = await render(<StatusBar site={{ ...site, restriction }} publish={null} />)
  await expect
    .element(screen.getByRole('status', { name: 'Save state' }))
    .toHaveTextContent(/^Only shown, nothing is saved$/)
})
