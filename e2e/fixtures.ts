import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { type Launched, launch, untilReady } from './support/launch.ts'

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly switches?: readonly string[]
}

interface Fixtures {
  /** The application's own folder, of this test only. */
  readonly profile: string
  /** Starts Galley; it is closed at the end. Errors in its page fail the test. */
  readonly start: (open?: string, options?: StartOptions) => Promise<Launched>
  /** Errors that a test provokes on purpose. */
  readonly expectedErrors: RegExp[]
}

/** What Chromium says about machines without a graphics card is not about us. */
const noise = /GPU|Autofill\.|DevTools|ResizeObserver loop/

export const test = base.extend<Fixtures>({
  profile: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-profile-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  expectedErrors: async ({ browserName: _ }, use) => use([]),
  start: async ({ profile, expectedErrors }, use) => {
    const electron = process.env.GALLEY_ELECTRON
    if (!electron)
      throw new Error('Run the journeys with npm test, or name an Electron in GALLEY_ELECTRON.')
    const home = join(profile, 'home')
    mkdirSync(home, { recursive: true })
    const running: Launched[] = []
    const problems: string[] = []
    await use(async (open, options = {}) => {
      const launched = await launch({
        electron,
        profile,
        ...(open === undefined ? {} : { open }),
        ...options,
        // Nobody's own git settings: who publishes is asked, or set by the test.
        env: { HOME: home, XDG_CONFIG_HOME: join(home, 'config'), ...options.env },
      })
      running.push(launched)
      launched.page.on('pageerror', (error) => problems.push(`${error.message}\n${error.stack}`))
      launched.page.on('console', (message) => {
        if (message.type() !== 'error' || noise.test(message.text())) return
        problems.push(`${message.text()} (${message.location().url})`)
      })
      await untilReady(launched.page)
      return launched
    })
    for (const { app } of running) await app.close().catch(() => undefined)
    expect(problems.filter((text) => !expectedErrors.some((e) => e.test(text)))).toEqual([])
  },
})

export { expect }
