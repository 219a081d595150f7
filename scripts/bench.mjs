// npm run bench [-- NAME …]: speed and memory beside plain tools on this machine, as ratios.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { measureEditor } from './bench/editor.mjs'
import { measureMedia } from './bench/media.mjs'
import { measurePublish } from './bench/publish.mjs'
import { measureStart } from './bench/start-up.mjs'
import { build } from './build.mjs'
import { ensureSystemPackages, needsXvfb, onScreen } from './display.mjs'
import { electronRuntime, SetupError } from './electron-runtime.mjs'

const measurements = {
  start: measureStart,
  publish: measurePublish,
  editor: measureEditor,
  media: measureMedia,
}

const number = (value, unit) =>
  `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`.padStart(12)

const verdictOf = (value, { aim, theirs, unit }) => {
  if (aim === null) return ''
  return `aim ≤ ${aim}${theirs === null ? ` ${unit}` : ''}: ${value <= aim ? 'met' : 'missed'}`
}

function row(result) {
  const { what, ours, theirs, unit, against } = result
  const start = `${what.padEnd(50)}${number(ours, unit)}`
  if (theirs === null) return `${start}${' '.repeat(21)}${verdictOf(ours, result)}`
  const ratio = ours / theirs
  return `${start}${number(theirs, unit)}  ${ratio.toFixed(2)}×  ${against}  ${verdictOf(ratio, result)}`
}

async function measure() {
  const wanted = process.argv.slice(2)
  const names = wanted.length > 0 ? wanted : Object.keys(measurements)
  const executable = await electronRuntime()
  console.log(`${'medians'.padEnd(50)}${'Galley'.padStart(12)}${'other'.padStart(12)}  ratio`)
  for (const name of names) {
    const take = measurements[name]
    if (!take)
      throw new SetupError(
        `There is no measurement “${name}”: ${Object.keys(measurements).join(', ')}.`,
      )
    for (const result of await take(executable)) console.log(row(result))
  }
}

async function main() {
  ensureSystemPackages({ withChromium: false })
  build()
  if (!needsXvfb()) return measure()
  const again = onScreen(process.execPath, [
    fileURLToPath(import.meta.url),
    ...process.argv.slice(2),
  ])
  const { status } = spawnSync(again[0], again[1], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}

main().catch((error) => {
  process.stderr.write(error instanceof SetupError ? `${error.message}\n` : `${error.stack}\n`)
  process.exitCode = 1
})
