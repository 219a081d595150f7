import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { body, caretBehind, openPage, untilSaved } from './support/editing.ts'
import { git, makeRepository } from './support/git.ts'
import { projectFolder } from './support/launch.ts'
import { smallSite } from './support/small-site.ts'

test('the window runs locked down', async ({ start, expectedErrors }) => {
  expectedErrors.push(/Refused to connect/)
  const { app, page } = await start('--sample')
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const all = (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences()
      const names = [
        'sandbox',
        'contextIsolation',
        'nodeIntegration',
        'nodeIntegrationInSubFrames',
        'nodeIntegrationInWorker',
        'webSecurity',
        'webviewTag',
        'allowRunningInsecureContent',
        'experimentalFeatures',
      ]
      // Electron leaves out what is off by default.
      return names.map((name) => `${name}=${String(all[name] ?? false)}`)
    }),
  )
  expect(preferences).toEqual([
    [
      'sandbox=true',
      'contextIsolation=true',
      'nodeIntegration=false',
      'nodeIntegrationInSubFrames=false',
      'nodeIntegrationInWorker=false',
      'webSecurity=true',
      'webviewTag=false',
      'allowRunningInsecureContent=false',
      'experimentalFeatures=false',
    ],
  ])
  const seen = await page.evaluate(async () => ({
    scheme: location.protocol,
    node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
    bridge: Object.keys(Reflect.get(globalThis, 'bridge') as object).sort(),
    fetched: await fetch('https://example.org/').then(
      () => 'answered',
      () => 'refused',
    ),
    opened: window.open('https://example.org/') === null,
    notifications: await Notification.requestPermission(),
  }))
  expect(seen).toEqual({
    scheme: 'app:',
    node: ['undefined', 'undefined'],
    bridge: ['invoke', 'pathForFile', 'subscribe'],
    fetched: 'refused',
    opened: true,
    notifications: 'denied',
  })
})

test('nothing leads the window away, and a window somebody forgot is locked too', async ({
  start,
  expectedErrors,
}) => {
  expectedErrors.push(/Not allowed to load local resource/, /Refused to run the JavaScript URL/)
  const { app, page } = await start('--sample')
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Reflect.set(globalThis, 'opened', opened)
    shell.openExternal = async (url) => void opened.push(url)
  })
  const at = page.url()
  await page.evaluate(() => {
    for (const href of ['https://example.org/', 'file:///etc/passwd', 'javascript:alert(1)']) {
      const link = document.createElement('a')
      link.href = href
      document.body.append(link)
      link.click()
      link.target = '_blank'
      link.click()
      link.remove()
    }
    location.assign('https://example.org/away')
  })
  await expect.poll(() => page.url()).toBe(at)
  const opened = await app.evaluate(() => Reflect.get(globalThis, 'opened') as string[])
  expect(new Set(opened)).toEqual(new Set(['https://example.org/']))
  const rogue = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false })
    const answer = await window.loadURL('https://example.org/').then(
      () => 'loaded',
      () => 'refused',
    )
    window.destroy()
    return answer
  })
  expect(rogue).toBe('refused')
})

test('a repository that could run programs is only shown, and the window says why', async ({
  start,
}) => {
  const repository = makeRepository(smallSite())
  const canary = join(repository.site, '..', 'canary')
  const program = `touch ${canary}`
  const { site } = repository
  writeFileSync(join(site, '.gitattributes'), '*.md filter=evil diff=evil merge=evil\n')
  for (const [key, value] of [
    ['core.fsmonitor', program],
    ['filter.evil.clean', program],
    ['filter.evil.smudge', program],
    ['diff.evil.textconv', program],
    ['core.sshCommand', program],
    ['credential.helper', `!${program}`],
  ] as const)
    git(site, '-c', 'core.fsmonitor=false', 'config', key, value)
  mkdirSync(join(site, '.git/hooks'), { recursive: true })
  writeFileSync(join(site, '.git/hooks/post-index-change'), `#!/bin/sh\n${program}\n`, {
    mode: 0o755,
  })
  symlinkSync('/etc', join(site, 'images/etc'))

  const { page } = await start(site)
  await openPage(page, 'About', 'Our role')
  await expect(body(page)).toContainText('We look after the harbour')
  await expect(page.getByText(/could start programs on your computer/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Publish/ })).toBeDisabled()
  await expect(body(page)).toHaveAttribute('contenteditable', 'false')
  expect(existsSync(canary)).toBe(false)
  repository.remove()
})

test('a hostile page runs nothing, and what it holds stays as it is', async ({
  start,
  expectedErrors,
}) => {
  expectedErrors.push(/Refused to (run|execute)/)
  const hostile = [
    '<p>Words <img src="x" onerror="window.hacked=1"> here</p>',
    '<script>window.hacked = 2</script>',
    '<p onclick="window.hacked=3">Second <a href="javascript:window.hacked=4">link</a></p>',
    '<svg onload="window.hacked=5"><script>window.hacked=6</script></svg>',
    '<iframe srcdoc="<script>parent.hacked=7</script>"></iframe>',
    '<details open ontoggle="window.hacked=8"><summary>s</summary>t</details>',
  ].join('\n')
  const text = `---\ntitle: "<img src=x onerror=window.hacked=9>"\npermalink: /h/\nvariant: tiptap\n---\n${hostile}`
  const repository = makeRepository(smallSite({ 'pages/Hostile.md': text }))
  const { page } = await start(repository.site)
  const tree = page.getByRole('tree', { name: 'Pages' })
  await tree.getByRole('treeitem', { name: '<img src=x onerror=window.hacked=9>' }).click()
  await expect(body(page)).toContainText('Second link')
  await body(page).getByText('link').click()
  await caretBehind(page, 'Second')
  await page.keyboard.type(' safe')
  await untilSaved(page)
  expect(await page.evaluate(() => Reflect.get(globalThis, 'hacked'))).toBeUndefined()
  expect(git(repository.site, 'diff', '--unified=0')).toContain(
    '+<p onclick="window.hacked=3">Second safe <a href="javascript:window.hacked=4">link</a></p>',
  )
  repository.remove()
})

test('a second start with the same profile brings up the first', async ({ start, profile }) => {
  const { app, page } = await start('--sample')
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(process.env.GALLEY_ELECTRON ?? '', [
    ...root,
    `--user-data-dir=${profile}`,
    projectFolder,
    '--sample',
  ])
  const code = await new Promise((resolve) => second.once('exit', resolve))
  expect(code).toBe(0)
  // A window made for what turns out to be open already goes again.
  await expect.poll(() => app.windows().length).toBe(1)
  await expect(page.getByRole('tree', { name: 'Pages' })).toBeVisible()
})
