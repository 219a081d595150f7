import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import '../styles/base.css'
import '../styles/tokens.css'
import { baySite } from '../testing/bay-site.ts'
import { expectAccessible } from '../testing/expect-accessible.ts'
import { SiteNotices } from './site-notices.tsx'

test('an ordinary site needs no words', async () => {
  const screen = await render(<SiteNotices site={baySite} />)
  expect(screen.container.textContent).toBe('')
})

test('a site that is only shown says why, and what was found', async () => {
  const restriction = { reason: 'Galley only shows it.', found: ['core.fsmonitor', 'core.pager'] }
  const screen = await render(<SiteNotices site={{ ...baySite, restriction }} />)
  const notice = screen.getByRole('region', { name: 'This site is only shown' })
  await expect.element(notice).toHaveTextContent('Galley only shows it.')
  await screen.getByRole('button', { name: 'What was found' }).click()
  const found = screen.getByRole('dialog', { name: 'What was found' })
  await expect.element(found.getByText('core.fsmonitor')).toBeVisible()
  expect(found.getByRole('listitem').elements()).toHaveLength(2)
  // The library's own focus guards lie around the popover; what is in it is ours.
  await expectAccessible(found.element())
})

test('what is unusual can be put away', async () => {
  const notice = 'A merge was begun with another program.'
  const screen = await render(<SiteNotices site={{ ...baySite, notice }} />)
  await expect.element(screen.getByText(notice)).toBeVisible()
  await screen.getByRole('button', { name: 'Close' }).click()
  await expect.element(screen.getByText(notice)).not.toBeInTheDocument()
})
