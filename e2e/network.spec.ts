import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './support/axe.ts'
import { body, caretBehind, openPage, publish, untilSaved } from './support/editing.ts'
import { changedLines, commitCount, git, makeRepository, publishElsewhere } from './support/git.ts'
import { smallSite } from './support/small-site.ts'

const role = '_about/Our role.md'

function replaceIn(file: string, from: string, to: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}

test('offline, a publish waits over a restart and is delivered once', async ({ start }) => {
  const repository = makeRepository(smallSite())
  const { site, remote, branch } = repository
  const away = `${remote}.away`
  const first = await start(site)
  await openPage(first.page, 'About', 'Our role')
  renameSync(remote, away)
  await caretBehind(first.page, 'channel 12')
  await first.page.keyboard.type(' and 16')
  await untilSaved(first.page)
  await publish(first.page, 'Channel 16 too', 'Waiting for the network')
  await first.app.close()
  expect(commitCount(away, branch)).toBe(1)

  const second = await start(site)
  await expect(second.page.getByRole('status', { name: 'Publish state' })).toHaveText(
    'Waiting for the network',
  )
  await expect(second.page.getByRole('button', { name: /^Publish/ })).toBeDisabled()
  renameSync(away, remote)
  // Nobody has to ask: it goes out by itself.
  await expect(second.page.getByRole('status', { name: 'Publish state' })).toHaveText('Published', {
    timeout: 40_000,
  })
  expect(commitCount(remote, branch)).toBe(2)
  expect(changedLines(remote, branch)).toEqual([
    '-<p>Ships call us on channel 12.</p>',
    '+<p>Ships call us on channel 12 and 16.</p>',
  ])
  expect(git(remote, 'log', '-1', '--format=%s', branch).trim()).toBe('Channel 16 too')
  repository.remove()
})

test('the remote moved: another page comes in, mine goes out on top', async ({ start }) => {
  const repository = makeRepository(smallSite())
  const { site, remote, branch } = repository
  const { page } = await start(site)
  await openPage(page, 'About', 'Our role')
  publishElsewhere(remote, branch, (folder) =>
    replaceIn(join(folder, '_about/Our team.md'), 'Nine people', 'Ten people'),
  )
  await caretBehind(page, 'the pilots')
  await page.keyboard.type(', the tugs')
  await untilSaved(page)
  await publish(page, 'Tugs')
  expect(git(remote, 'log', '--format=%s', branch).trim().split('\n')).toEqual([
    'Tugs',
    'A colleague’s change',
    'The site as it is',
  ])
  expect(changedLines(remote, branch)).toEqual([
    '-<p>We look after the harbour, the pilots and the lights.</p>',
    '+<p>We look after the harbour, the pilots, the tugs and the lights.</p>',
  ])
  expect(readFileSync(join(site, '_about/Our team.md'), 'utf8')).toContain('Ten people')
  expect(git(site, 'status', '--porcelain')).toBe('')
  repository.remove()
})

test('the same page changed there: it waits, the rest goes out, then I choose', async ({
  start,
}) => {
  const repository = makeRepository(smallSite())
  const { site, remote, branch } = repository
  const { page } = await start(site)
  await openPage(page, 'About', 'Our role')
  await caretBehind(page, 'channel 12')
  await page.keyboard.type(' and 16')
  await untilSaved(page)
  await page
    .getByRole('tree', { name: 'Pages' })
    .getByRole('treeitem', { name: 'Our team' })
    .click()
  await expect(body(page)).toContainText('Nine people')
  await caretBehind(page, 'a dog')
  await page.keyboard.type(' named Buoy')
  await untilSaved(page)
  // Another file comes in as well, so that the window looks at the folder while it is half way.
  publishElsewhere(remote, branch, (folder) => {
    replaceIn(join(folder, role), 'channel 12', 'channel 14')
    writeFileSync(join(folder, 'notice.md'), '---\ntitle: Notice\n---\nNew\n')
  })
  await page.getByRole('button', { name: /^Publish/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish changes' })
  await dialog.getByRole('button', { name: 'Publish now' }).click()
  const resolve = page.getByRole('dialog', { name: 'Resolve changes' })
  await expect(resolve).toBeVisible({ timeout: 30_000 })
  expect(git(remote, 'show', `${branch}:_about/Our team.md`)).toContain('a dog named Buoy')
  expect(git(remote, 'show', `${branch}:${role}`)).toContain('channel 14.')
  expect(readFileSync(join(site, role), 'utf8')).toContain('channel 12 and 16')
  await resolve.getByRole('button', { name: 'Keep mine' }).first().click()
  await resolve.getByRole('button', { name: /^Use these/ }).click()
  await expect(resolve).toBeHidden({ timeout: 30_000 })
  await expect
    .poll(() => git(remote, 'show', `${branch}:${role}`), { timeout: 30_000 })
    .toContain('channel 12 and 16.')
  repository.remove()
})

test('a change by another program while I write: nothing is overwritten', async ({ start }) => {
  const repository = makeRepository(smallSite())
  const file = join(repository.site, role)
  const { page } = await start(repository.site)
  await openPage(page, 'About', 'Our role')
  await expect(body(page)).toContainText('channel 12')
  // With nothing of mine at stake it is simply shown.
  replaceIn(file, 'channel 12', 'channel 9')
  await expect(body(page)).toContainText('channel 9')
  await caretBehind(page, 'channel 9')
  await page.keyboard.type(' day')
  replaceIn(file, 'the pilots', 'the pilot boats')
  await page.keyboard.type(' and night')
  await expect(page.getByText(/changed by another program while you were writing/)).toBeVisible()
  expect(readFileSync(file, 'utf8')).not.toContain('night')
  await page.getByRole('button', { name: 'Compare…' }).click()
  const versions = page.getByRole('dialog', { name: 'Two versions of this page' })
  await expect(versions.locator('ins').filter({ hasText: 'boats' })).toBeVisible()
  await expectAccessible(page, 'two versions')
  await versions.getByRole('button', { name: 'Keep mine' }).click()
  await expect(versions).toBeHidden()
  await untilSaved(page)
  expect(readFileSync(file, 'utf8')).toContain('channel 9 day and night')
  repository.remove()
})
