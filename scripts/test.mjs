// npm test: every test, once; installs what is missing first, counts all runners at the end.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureSystemPackages, onScreen } from './display.mjs'
import { electronRuntime, SetupError } from './electron-runtime.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const windows = process.platform === 'win32'
/** What npm puts there for Windows are command files, which only a shell starts. */
const bin = (name) => join(root, 'node_modules/.bin', windows ? `${name}.cmd` : name)
const quoted = (word) => (windows && /\s/.test(word) ? `"${word}"` : word)
const reports = mkdtempSync(join(tmpdir(), 'galley-test-'))
const total = { passed: 0, failed: 0, skipped: 0 }
const broken = []

function step(title, [command, args], extra = {}) {
  process.stdout.write(`\n== ${title}\n`)
  const result = spawnSync(quoted(command), args.map(quoted), {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    env: { ...process.env, ...extra },
  })
  if (result.status !== 0) broken.push(title)
  return result.status === 0
}

function count(file, read) {
  try {
    const sums = read(JSON.parse(readFileSync(join(reports, file), 'utf8')))
    for (const key of Object.keys(total)) total[key] += sums[key]
  } catch {
    broken.push(`${file} (no result)`)
  }
}

const vitestSums = (r) => ({
  passed: r.numPassedTests,
  failed: r.numFailedTests,
  skipped: r.numPendingTests,
})
const playwrightSums = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
})

function vitest(project) {
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${project}.json`)}`,
  ]
  step(`vitest ${project}`, [bin('vitest'), args])
  count(`${project}.json`, vitestSums)
}

async function main() {
  ensureSystemPackages({ withChromium: true })
  const electron = await electronRuntime()
  step('types', [bin('tsc'), ['-b']])
  step('lint', [bin('biome'), ['check']])
  step('dead code', [bin('knip'), []])
  vitest('node')
  vitest('long')
  vitest('browser')
  if (step('build', [bin('electron-vite'), ['build', '--logLevel', 'warn']])) {
    step('journeys', onScreen(bin('playwright'), ['test', '-c', 'e2e/playwright.config.ts']), {
      GALLEY_ELECTRON: electron,
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json'),
    })
    count('e2e.json', playwrightSums)
  }
  rmSync(reports, { recursive: true, force: true })
  if (broken.length > 0) process.stdout.write(`\nNot green: ${broken.join(', ')}\n`)
  process.stdout.write(
    `\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
  )
  process.exitCode = broken.length > 0 || total.failed > 0 ? 1 : 0
}

main().catch((error) => {
  process.stderr.write(error instanceof SetupError ? `${error.message}\n` : `${error.stack}\n`)
  process.exitCode = 1
})
