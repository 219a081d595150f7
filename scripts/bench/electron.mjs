// Starts an Electron application for a measurement, and measures keys by what is painted.
import { _electron } from 'playwright-core'
import { sandboxArgs } from '../display.mjs'

/** Starts `folder` with Electron; `began` is the moment before the process was made. */
export async function start(executable, folder, { profile, args = [], env = {} }) {
  const began = Date.now()
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandboxArgs(), `--user-data-dir=${profile}`, folder, ...args],
    env: { ...process.env, HOME: profile, ...env },
  })
  const page = await app.firstWindow()
  return { app, page, began }
}

/** Types one letter into `selector`; answers the time (of day, ms) at which it was on the screen. */
export async function paintedKey(page, selector) {
  await page.waitForSelector(selector)
  await page.evaluate((where) => {
    const box = document.querySelector(where)
    box.focus()
    window.__painted = new Promise((resolve) => {
      box.addEventListener(
        'keydown',
        () =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(Date.now())
            port2.postMessage(null)
          }),
        { once: true },
      )
    })
  }, selector)
  await page.keyboard.press('x')
  return page.evaluate(() => window.__painted)
}

/** Memory of all processes of an application in MB, as Chromium counts it for its task manager. */
export async function memoryOf(app) {
  return app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0),
  )
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
