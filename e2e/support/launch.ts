import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

/** The project's folder: what Electron is told to start. */
export const projectFolder = join(__dirname, '../..')

export interface LaunchOptions {
  /** An Electron executable. */
  readonly electron: string
  /** A site's folder, `--sample`, or nothing for the welcome window. */
  readonly open?: string
  /** Kept by the caller; without it a new profile is made and removed at the end. */
  readonly profile?: string
  readonly env?: Readonly<Record<string, string>>
  readonly switches?: readonly string[]
}

export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
  readonly profile: string
  close(): Promise<void>
}

/** Root may not use Chromium's sandbox. */
const rootSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Starts the built Galley as a user would and waits until its page says that it is ready. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'galley-profile-'))
  const app = await _electron.launch({
    executablePath: options.electron,
    args: [
      ...rootSwitches,
      ...(options.switches ?? []),
      `--user-data-dir=${profile}`,
      projectFolder,
      ...(options.open === undefined ? [] : [options.open]),
    ],
    env: { ...(process.env as Record<string, string>), ...options.env },
  })
  const page = await app.firstWindow()
  return {
    app,
    page,
    profile,
    async close() {
      await app.close()
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Waits until the page has drawn what it opened. */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined)
}
