// npm run --silent fidelity -- FOLDER [--json] [--all] [--history]: how faithfully the application saves a site's pages.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const source = fileURLToPath(new URL('../src/main/fidelity/fidelity-command.ts', import.meta.url))
const { module } = await runnerImport(source, { configFile: false, logLevel: 'error' })

process.exitCode = await module.runFidelity(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  problem: (text) => process.stderr.write(text),
})
