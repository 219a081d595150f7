import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { body, caretBehind, introduce, openPage, publish, untilSaved } from './support/editing.ts'
import { changedLines, commitCount, git, makeRepository, sharedSite } from './support/git.ts'

test('the sample site: a sentence and the description are changed and published', async ({
  start,
  profile,
}) => {
  const { page } = await start('--sample')
  const site = join(profile, 'sample/lantern-bay-parks')
  const remote = join(profile, 'sample/lantern-bay-parks.git')
  const before = commitCount(remote, 'staging')
  await openPage(page, 'Visit', 'Plan your visit')
  await expect(body(page)).toContainText('The bay is open every day of the year')
  await caretBehind(page, 'entry is free')
  await page.keyboard.type(', dogs too')
  const details = page.getByRole('form', { name: 'Page details' })
  await details.getByLabel('Description').fill('When to come, and what to bring.')
  await untilSaved(page)

  const dialog = await introduce(page)
  await expect(dialog.getByRole('list', { name: 'Changes' })).toContainText('Plan your visit')
  await dialog.getByRole('textbox', { name: 'Summary' }).fill('Dogs are free')
  await dialog.getByRole('button', { name: 'Publish now' }).click()
  await expect(dialog).toBeHidden({ timeout: 30_000 })
  await expect(page.getByRole('status', { name: 'Publish state' })).toHaveText('Published')

  expect(commitCount(remote, 'staging')).toBe(before + 1)
  expect(git(remote, 'log', '-1', '--format=%s|%an|%ae', 'staging').trim()).toBe(
    'Dogs are free|Edith Editor|edith@example.test',
  )
  expect(changedLines(remote, 'staging')).toEqual([
    '-description: Opening times, tides, toilets and what to bring, so that the only',
    '-  surprise of the day is a bird.',
    '+description: When to come, and what to bring.',
    '-<p>The bay is open every day of the year and entry is free. The tide decides the',
    '+<p>The bay is open every day of the year and entry is free, dogs too. The tide decides the',
  ])
  expect(git(site, 'status', '--porcelain')).toBe('')
  expect(git(site, 'rev-parse', 'HEAD')).toBe(git(remote, 'rev-parse', 'staging'))
})

test('a real site: a sentence and the description, those lines in one commit', async ({
  start,
}) => {
  const shared = sharedSite('tradetrust')
  test.skip(shared === null, 'SKIPPED: there are no real sites beside this project')
  const repository = makeRepository(shared ?? '')
  const { page } = await start(repository.site)
  await openPage(page, 'About', 'What Is TradeTrust')
  await caretBehind(page, 'seamlessly')
  await page.keyboard.type(' and safely')
  await page
    .getByRole('form', { name: 'Page details' })
    .getByLabel('Description')
    .fill('One framework for digital trade.')
  await untilSaved(page)
  await publish(page, 'Two lines')
  expect(changedLines(repository.remote, repository.branch)).toEqual([
    '-description: TradeTrust is a framework that standardises digital trade with',
    '-  enhanced security and legal certainty for the international trade ecosystem.',
    '+description: One framework for digital trade.',
    '-digital platforms seamlessly.</p>',
    '+digital platforms seamlessly and safely.</p>',
  ])
  expect(git(repository.remote, 'log', '-1', '--format=%s|%an', repository.branch).trim()).toBe(
    'Two lines|Edith Editor',
  )
  expect(commitCount(repository.remote, repository.branch)).toBe(2)
  expect(git(repository.site, 'status', '--porcelain')).toBe('')
  repository.remove()
})
